package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.toancanh.base.Handle;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.Unsent;

/**
 * Tells whoever saved a layout here that it did not come to the server, because somebody else was faster or the server will not have it, and
 * leads to where that is settled. What was settled, at whichever window, is no longer told. Lane: DESK.
 */
public final class LayoutQuestions implements Handle {
    private final SaveLayouts saves;
    private final Consumer<Notice> tell;
    private final Consumer<Notice> withdraw;
    private final Consumer<LayoutId> decide;
    private final Map<Asked, Notice> told = new LinkedHashMap<>();
    private final Handle following;

    /** Another state of the same save is another question. */
    private record Asked(UUID save, Unsent.State state) {}

    /** @param decide shows both sides of the question of a layout */
    public LayoutQuestions(
            SaveLayouts saves, Consumer<Notice> tell, Consumer<Notice> withdraw, Consumer<LayoutId> decide) {
        this.saves = saves;
        this.tell = tell;
        this.withdraw = withdraw;
        this.decide = decide;
        this.following = saves.onChange(this::look);
        look();
    }

    private void look() {
        List<Unsent> now = saves.questions();
        Set<Asked> open = now.stream().map(LayoutQuestions::asked).collect(Collectors.toSet());
        List.copyOf(told.keySet()).stream().filter(each -> !open.contains(each)).forEach(this::settled);
        for (Unsent each : now) {
            if (!told.containsKey(asked(each))) {
                LayoutId id = each.id();
                Notice notice = words(each).leading("desk.layoutDecide", () -> decide.accept(id));
                told.put(asked(each), notice);
                tell.accept(notice);
            }
        }
    }

    private void settled(Asked question) {
        Notice notice = told.remove(question);
        if (notice != null) {
            withdraw.accept(notice);
        }
    }

    private static Asked asked(Unsent unsent) {
        return new Asked(unsent.save(), unsent.state());
    }

    private static Notice words(Unsent unsent) {
        String name = unsent.layout().name();
        Version theirs = unsent.theirs();
        return switch (unsent.state()) {
            case OVERTAKEN ->
                new Notice("desk.layoutOvertaken", List.of(theirs == null ? "?" : theirs.savedBy(), name));
            case LOCKED -> new Notice("desk.layoutHeldUp", List.of(name));
            case GONE -> new Notice("desk.layoutGone", List.of(name));
            case REFUSED, WAITING, ASIDE -> new Notice("desk.layoutRefused", List.of(name));
        };
    }

    @Override
    public void close() {
        following.close();
    }
}
