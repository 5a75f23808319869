package vn.toancanh.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender;

/** A server that keeps handovers, hears them as deeds, and lets one person sign. */
public final class FakeHandovers implements HandoverService, DeedSender {
    /** Who may sign, with {@link #PASSWORD}. */
    public static final String SIGNER = "to.truong";

    public static final String PASSWORD = "nhận ca";

    /** What it keeps, the newest first. */
    public final List<Handover> kept = new ArrayList<>();

    /** Every asking and signing fails with that; null: none does. */
    public @Nullable Failure failing;

    /** Hears no deed while it is away. */
    public boolean away;

    /** All deeds that it was told, in order. */
    public final List<Deed> told = new ArrayList<>();

    /** It keeps handovers. */
    public boolean there = true;

    /** Somebody can sign there. */
    public boolean signing = true;

    private final Map<String, Document> documents = new HashMap<>();

    @Override
    public boolean offered() {
        return there;
    }

    @Override
    public boolean signingOffered() {
        return signing;
    }

    @Override
    public String write(Document document) {
        String name = "document " + documents.size();
        documents.put(name, document);
        return name;
    }

    @Override
    public Optional<Document> read(String document) {
        return Optional.ofNullable(documents.get(document));
    }

    @Override
    public void list(@Nullable Instant from, @Nullable Instant to, Consumer<Outcome<List<Handover>>> answer) {
        Failure why = failing;
        answer.accept(
                why != null
                        ? Outcome.failed(why)
                        : Outcome.done(kept.stream()
                                .filter(each -> (from == null
                                                || !each.signedAt().isBefore(from))
                                        && (to == null || !each.signedAt().isAfter(to)))
                                .toList()));
    }

    @Override
    public void accept(
            UUID id,
            String user,
            Secret password,
            Instant signedAt,
            String comment,
            Consumer<Outcome<Handover>> answer) {
        Failure why = failing;
        if (why != null) {
            answer.accept(Outcome.failed(why));
        } else if (!password.equals(Secret.of(PASSWORD))) {
            answer.accept(
                    Outcome.failed(Failure.of(Failure.Kind.CREDENTIALS, "403").withText("shift.wrongPassword")));
        } else if (!user.equals(SIGNER)) {
            answer.accept(
                    Outcome.failed(Failure.of(Failure.Kind.FORBIDDEN, "403").withText("shift.notEntitled")));
        } else {
            kept.replaceAll(each -> each.id().equals(id) ? signed(each, signedAt, comment) : each);
            answer.accept(Outcome.done(kept.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow()));
        }
    }

    private static Handover signed(Handover of, Instant at, String comment) {
        return new Handover(
                of.id(),
                of.title(),
                of.beganAt(),
                of.endedAt(),
                of.signedAt(),
                of.by(),
                of.report(),
                of.comment(),
                of.standing(),
                new Handover.Acceptance("Tổ trưởng Lan", at, comment));
    }

    private static String fact(Deed deed, String name) {
        return deed.facts().getOrDefault(name, "");
    }

    @Override
    public void tell(List<Deed> deeds, Consumer<Answer> answer) {
        if (away) {
            answer.accept(new Answer.Unheard(Failure.of(Failure.Kind.UNREACHABLE, "away")));
            return;
        }
        told.addAll(deeds);
        deeds.stream().filter(deed -> deed.action().equals(HandoverDeed.ACTION)).forEach(deed -> {
            Document document = read(fact(deed, HandoverDeed.DOCUMENT)).orElseThrow();
            kept.addFirst(new Handover(
                    deed.id(),
                    fact(deed, HandoverDeed.TITLE),
                    document.report().beganAt(),
                    document.report().endedAt(),
                    deed.doneAt(),
                    "Bàn 1 · Ca trưởng",
                    document.report(),
                    document.comment(),
                    Handover.Standing.KEPT,
                    null));
        });
        answer.accept(new Answer.Heard(Set.of()));
    }
}
