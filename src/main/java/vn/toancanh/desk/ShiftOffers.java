package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.toancanh.desk.HoursNow.Due;
import vn.toancanh.desk.Notices.Notice;

/**
 * What is offered of layouts whose hours have begun, those of several windows together. An offer is taken back where nothing of it is to be done any more, and does what is to
 * be done still. Lane: DESK.
 */
final class ShiftOffers {
    private record Offer(Notice notice, List<Due> due) {}

    private final Consumer<Notice> notices;
    private final Consumer<Notice> withdrawn;
    private final Predicate<Due> wanted;
    private final Consumer<Due> open;
    private final List<Offer> standing = new ArrayList<>();

    /**
     * @param wanted whether that is to be done still
     * @param open does it
     */
    ShiftOffers(Consumer<Notice> notices, Consumer<Notice> withdrawn, Predicate<Due> wanted, Consumer<Due> open) {
        this.notices = notices;
        this.withdrawn = withdrawn;
        this.wanted = wanted;
        this.open = open;
    }

    /**
     * Offers to open them now.
     *
     * @param changed the windows of these on which something was changed and not saved
     */
    void now(List<Due> due, List<Integer> changed) {
        Notice words = due.size() == 1
                ? one(changed.isEmpty() ? "desk.shiftBegins" : "desk.shiftUnsaved", due.getFirst())
                : changed.isEmpty()
                        ? new Notice("desk.shiftsBegin", List.of(due.size(), which(due)))
                        : new Notice(
                                "desk.shiftsUnsaved",
                                List.of(
                                        due.size(),
                                        which(due),
                                        changed.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        offer(words, due.size() == 1 ? "desk.shiftOpen" : "desk.shiftsOpen", due);
    }

    /** Offers to open them when control from elsewhere ends. */
    void afterwards(List<Due> due) {
        Notice words = due.size() == 1
                ? one("desk.shiftCovered", due.getFirst())
                : new Notice("desk.shiftsCovered", List.of(due.size(), which(due)));
        offer(words, "desk.shiftAfterwards", due);
    }

    private static Notice one(String key, Due due) {
        return new Notice(key, List.of(due.name(), due.window()));
    }

    private static String which(List<Due> due) {
        return due.stream()
                .map(each -> each.window() + " “" + each.name() + "”")
                .collect(Collectors.joining(", "));
    }

    private void offer(Notice words, String way, List<Due> due) {
        List<Due> all = List.copyOf(due);
        Notice notice =
                words.leading(way, () -> all.stream().filter(wanted).toList().forEach(open));
        standing.add(new Offer(notice, all));
        notices.accept(notice);
    }

    /** Takes back those of which nothing is to be done any more. */
    void look() {
        for (Offer each : List.copyOf(standing)) {
            if (each.due().stream().noneMatch(wanted)) {
                standing.remove(each);
                withdrawn.accept(each.notice());
            }
        }
    }

    /** Takes all of them back. */
    void end() {
        standing.forEach(each -> withdrawn.accept(each.notice()));
        standing.clear();
    }
}
