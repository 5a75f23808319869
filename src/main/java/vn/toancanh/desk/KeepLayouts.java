package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.KeptLayouts.Owner;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.LayoutMemory;
import vn.toancanh.wall.LayoutSource;

/**
 * The layouts of the server, and while it cannot be asked those that it told last: they are listed, found and opened by what is
 * kept, for whoever may work here without the server and as long as he may. What is to be changed waits for the server. Lane:
 * DESK.
 */
public final class KeepLayouts implements LayoutLibrary, Handle {
    /** What is kept is brought up to date so often; what somebody else saves meanwhile is missing for so long at most. */
    static final Duration ANEW = Duration.ofMinutes(10);

    /** Desks that come back together with their server do not all ask at once. */
    static final Duration SPREAD = Duration.ofSeconds(10);

    private final LayoutLibrary server;
    private final LayoutSource source;
    private final KeptLayouts kept;
    private final SessionService sessions;
    private final Lane desk;
    private final RandomGenerator random;
    private final Handle following;
    private boolean online;
    private Handle anew = Handle.NONE;

    /**
     * Keeps from now on what is heard.
     *
     * @param source of the same layouts as {@code server}
     * @param random spreads what many desks ask
     */
    public KeepLayouts(
            LayoutLibrary server,
            LayoutSource source,
            LayoutMemory memory,
            SessionService sessions,
            Lane desk,
            RandomGenerator random) {
        this.server = server;
        this.source = source;
        this.kept = new KeptLayouts(memory);
        this.sessions = sessions;
        this.desk = desk;
        this.random = random;
        this.following = sessions.onChange(this::follow);
    }

    private void follow(SessionState state) {
        own(state);
        boolean now = state.connection().isOnline();
        if (now && !online) {
            askSoon(Duration.ZERO);
        } else if (!now) {
            anew.close();
        }
        online = now;
    }

    private void own(SessionState state) {
        if (kept.follow(state)) {
            online = false;
        }
    }

    private void askSoon(Duration notBefore) {
        anew.close();
        anew = desk.after(notBefore.plusMillis(random.nextLong(SPREAD.toMillis())), this::askAll);
    }

    @Override
    public boolean offered() {
        return server.offered();
    }

    private void askAll() {
        if (!offered()) {
            // What was kept of a server that has none any more stays: it may have them again.
            return;
        }
        Owner asking = kept.owner();
        source.all(answer -> {
            boolean same = asking != null && asking.equals(kept.owner());
            if (same && answer instanceof Outcome.Done<List<Layout>>(List<Layout> all)) {
                kept.keepAll(all);
            }
        });
        askSoon(ANEW);
    }

    /** Somebody saved or deleted one: what is kept is brought up to date soon. */
    public void news() {
        if (online) {
            askSoon(Duration.ZERO);
        }
    }

    @Override
    public void list(Consumer<Outcome<List<Entry>>> answer) {
        answered(server::list, this::entries, this::compare, answer);
    }

    private Optional<List<Entry>> entries() {
        return Optional.of(kept.entries()).filter(entries -> !entries.isEmpty());
    }

    /** Others are there than those that are kept: all are asked for. */
    private void compare(List<Entry> told) {
        if (kept.compare(told)) {
            askSoon(Duration.ZERO);
        }
    }

    @Override
    public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
        answered(
                asked -> server.get(id, outcome -> {
                    forgetWhereGone(id, outcome);
                    asked.accept(outcome);
                }),
                () -> kept.find(id),
                kept::keep,
                answer);
    }

    private void forgetWhereGone(LayoutId id, Outcome<Layout> outcome) {
        if (outcome instanceof Outcome.Failed<Layout>(Failure failure)
                && (failure.kind() == Kind.NOT_FOUND || failure.kind() == Kind.FORBIDDEN)) {
            kept.forget(id);
        }
    }

    @Override
    public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
        answered(
                asked -> server.find(name, asked),
                () -> {
                    Optional<Layout> called = kept.named(name);
                    return called.isPresent() ? Optional.of(called) : Optional.empty();
                },
                found -> found.ifPresent(kept::keep),
                answer);
    }

    @Override
    public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
        server.save(layout, heardByOwner(kept::keep, answer));
    }

    @Override
    public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
        server.delete(id, version, heardByOwner(kept::forget, answer));
    }

    /** Passes the answer on, and before that what was done to whoever asked for it, if he still works here. */
    private <T> Consumer<Outcome<T>> heardByOwner(Consumer<T> heard, Consumer<Outcome<T>> answer) {
        own(sessions.state());
        Owner asking = kept.owner();
        return outcome -> {
            if (asking != null && asking.equals(kept.owner()) && outcome instanceof Outcome.Done<T>(T value)) {
                heard.accept(value);
            }
            answer.accept(outcome);
        };
    }

    /**
     * Answers by the server, or while it cannot be asked by what is kept.
     *
     * @param here what is kept of it; empty where that is nothing
     * @param heard what the server answered to whoever still works here
     */
    private <T> void answered(
            Consumer<Consumer<Outcome<T>>> ask,
            Supplier<Optional<T>> here,
            Consumer<T> heard,
            Consumer<Outcome<T>> answer) {
        desk.assertHere();
        own(sessions.state());
        Connection connection = sessions.state().connection();
        Phase phase = connection.phase();
        boolean without = phase == Phase.AWAY || (phase == Phase.WAITING && isKnown(connection));
        if (without && kept.loading()) {
            kept.whenLoaded(() -> answered(ask, here, heard, answer));
        } else if (phase == Phase.LAPSED) {
            desk.execute(() -> answer.accept(over()));
        } else if (without && here.get().isPresent()) {
            Outcome<T> known = Outcome.done(here.get().orElseThrow());
            desk.execute(() -> answer.accept(known));
        } else {
            Owner asking = kept.owner();
            ask.accept(outcome -> answer.accept(instead(asking, outcome, here, heard)));
        }
    }

    private <T> Outcome<T> instead(
            @Nullable Owner asking, Outcome<T> outcome, Supplier<Optional<T>> here, Consumer<T> heard) {
        if (asking == null || !asking.equals(kept.owner())) {
            return outcome;
        }
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> {
                heard.accept(value);
                yield outcome;
            }
            case Outcome.Failed<T>(Failure failure) -> {
                Connection connection = sessions.state().connection();
                if (connection.phase() == Phase.LAPSED) {
                    yield over();
                }
                boolean judged = !KeepGrants.NO_JUDGEMENT.contains(failure.kind());
                yield judged || !isKnown(connection)
                        ? outcome
                        : here.get().map(Outcome::done).orElse(outcome);
            }
        };
    }

    /** Whoever only says who he is, and waits for a server to believe it, is told nothing of what is kept. */
    private static boolean isKnown(Connection connection) {
        return connection.phase() != Phase.WAITING || connection.holdsUntil() != null;
    }

    private static <T> Outcome<T> over() {
        return Outcome.failed(Failure.of(Kind.LAPSED, "what may be opened without the server is over"));
    }

    @Override
    public void close() {
        following.close();
        anew.close();
    }
}
