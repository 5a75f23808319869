package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.Unsent.State;

/** Brings what was saved here to the server: one at a time, oldest first, once. Lane: DESK. */
final class LayoutSending implements Handle {
    /** What the server says where somebody has locked it. */
    static final String LOCKED = "central.locked";

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final LayoutLibrary server;
    private final LayoutArchive archive;
    private final UnsentShelf shelf;
    private final Lane desk;
    private final BiConsumer<Unsent, Layout> renamed;
    private final Backoff backoff;
    private boolean online;
    private @Nullable Unsent sending;
    private Handle due = Handle.NONE;

    /** @param renamed told that what was unsent goes on as that version of that layout */
    LayoutSending(
            LayoutLibrary server,
            LayoutArchive archive,
            UnsentShelf shelf,
            Lane desk,
            BiConsumer<Unsent, Layout> renamed,
            RandomGenerator random) {
        this.server = server;
        this.archive = archive;
        this.shelf = shelf;
        this.desk = desk;
        this.renamed = renamed;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    }

    /** @param another somebody else works here than before */
    void follow(boolean another, boolean serverAnswers) {
        if (another || !serverAnswers) {
            sending = null;
            due.close();
        }
        boolean back = serverAnswers && (another || !online);
        online = serverAnswers;
        if (back) {
            sendNow();
        }
    }

    /** Sends without the wait that a failure before brought. */
    void sendNow() {
        backoff.reset();
        sendNext();
    }

    /** Sends the oldest that waits, if nothing is on its way. */
    void sendNext() {
        if (!online || sending != null || !server.offered()) {
            return;
        }
        due.close();
        shelf.all().stream()
                .filter(each -> each.state() == State.WAITING)
                .findFirst()
                .ifPresent(this::send);
    }

    private void send(Unsent unsent) {
        sending = unsent;
        server.save(unsent.layout(), answer -> {
            if (unsent.equals(sending)) {
                switch (answer) {
                    case Outcome.Done<Layout>(Layout saved) -> saved(unsent, saved);
                    case Outcome.Failed<Layout>(Failure failure) -> failed(unsent, failure);
                }
            }
        });
    }

    private void saved(Unsent sent, Layout saved) {
        sending = null;
        backoff.reset();
        Optional<Unsent> now = shelf.of(sent.id());
        if (now.isPresent() && !now.get().equals(sent)) {
            // Saved once more while it was on its way.
            shelf.keep(now.get().from(saved.version()), written -> {});
        } else {
            shelf.drop(sent);
        }
        renamed.accept(sent, saved);
        sendNext();
    }

    private void failed(Unsent sent, Failure failure) {
        switch (failure.kind()) {
            case CONFLICT ->
                archive.history(sent.id(), answer -> {
                    if (sent.equals(sending)) {
                        compare(sent, failure, answer);
                    }
                });
            case NOT_FOUND -> settle(sent, now -> now.with(State.GONE));
            case SESSION_EXPIRED, CREDENTIALS -> sending = null;
            default -> {
                if (failure.kind().passing()) {
                    later();
                } else {
                    refused(sent, failure);
                }
            }
        }
    }

    private void later() {
        sending = null;
        due.close();
        due = desk.after(backoff.next(), this::sendNext);
    }

    /** An answer may have been lost: what the server has of this save is no other's. */
    private void compare(Unsent sent, Failure why, Outcome<List<Version>> answer) {
        if (answer instanceof Outcome.Failed<List<Version>>(Failure failure)) {
            if (failure.kind() == Kind.CONFLICT) {
                later();
            } else {
                failed(sent, failure);
            }
            return;
        }
        List<Version> versions = answer instanceof Outcome.Done<List<Version>>(List<Version> all) ? all : List.of();
        long base = sent.layout().version();
        Optional<Layout> next = versions.stream()
                .map(Version::layout)
                .filter(each -> each.version() == base + 1)
                .findFirst();
        if (next.isPresent() && next.get().says(sent.layout())) {
            saved(sent, next.get());
        } else if (next.isPresent() && sent.before().stream().anyMatch(next.get()::says)) {
            renamed.accept(sent, shelf.of(sent.id()).orElse(sent).from(base + 1).layout());
            settle(sent, now -> now.from(base + 1));
        } else if (versions.isEmpty()) {
            settle(sent, now -> now.with(State.GONE));
        } else if (versions.getFirst().layout().version() > base) {
            settle(sent, now -> now.overtakenBy(versions.getFirst()));
        } else {
            refusedOrLocked(sent, why);
        }
    }

    private void refusedOrLocked(Unsent sent, Failure why) {
        if (why.textKey().equals(LOCKED)) {
            settle(sent, now -> now.with(State.LOCKED));
        } else {
            refused(sent, why);
        }
    }

    /** What was saved since may be such as the server takes; of that it says so itself. */
    private void refused(Unsent sent, Failure why) {
        settle(sent, now -> now.layout().equals(sent.layout()) ? now.refused(why.textKey()) : now);
    }

    /** Changes what is saved here by now, which may be newer than what was sent. */
    private void settle(Unsent sent, UnaryOperator<Unsent> change) {
        sending = null;
        shelf.of(sent.id())
                .filter(now -> now.save().equals(sent.save()))
                .ifPresent(now -> shelf.keep(change.apply(now), written -> {}));
        sendNext();
    }

    @Override
    public void close() {
        due.close();
    }
}
