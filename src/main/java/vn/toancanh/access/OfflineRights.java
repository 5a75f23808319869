package vn.toancanh.access;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * What whoever is signed in may do while the server cannot be asked, and when that ends. Whether it can be asked is not its
 * business. Lane: DESK.
 */
public final class OfflineRights implements Handle {
    /** So much longer than told somebody may see what he may see no more. */
    static final Duration LOOK = Duration.ofSeconds(1);

    /** A machine that loses its power forgets no more of the time than this. */
    static final Duration KEEP_TIME = Duration.ofMinutes(1);

    private final Lane desk;
    private final Clock clock;
    private final RightsMemory memory;
    private final ServerTime time;
    private final Handle looking;
    private final Handle keeping;
    private Runnable onOver = () -> {};
    private @Nullable Session whose;
    private @Nullable Instant until;
    private boolean over;

    public OfflineRights(Lane desk, Clock clock, RightsMemory memory) {
        this.desk = desk;
        this.clock = clock;
        this.memory = memory;
        this.time = new ServerTime(clock);
        this.looking = desk.every(LOOK, this::look);
        this.keeping = desk.every(KEEP_TIME, this::keepTime);
    }

    /** Who hears that they have run out; set once, while the client is put together. */
    public void onOver(Runnable listener) {
        onOver = listener;
    }

    /** The server has said who somebody is: that counts from now on, and is kept. */
    public void confirmed(Confirmed told) {
        desk.assertHere();
        time.told(told.serverTime());
        whose = told.session();
        until = told.offlineUntil();
        over = false;
        if (told.offlineUntil() != null) {
            memory.keep(new Kept(told.session(), told.offlineUntil(), time.mark()));
        } else {
            // A server that does not say so cannot mean what another one said before it.
            memory.forget(told.session().server(), told.session().user());
        }
    }

    /** Somebody goes on with what was kept, as {@link #kept} told it. */
    public void goOn(Kept kept) {
        desk.assertHere();
        time.resume(kept.mark());
        whose = kept.session();
        until = kept.until();
        over = false;
        look();
    }

    /** Nobody is signed in, or somebody of whom nothing is kept. What is kept stays kept. */
    public void nobody() {
        desk.assertHere();
        keepTime();
        whose = null;
        until = null;
        over = false;
    }

    /** Tells what somebody may go on with now; empty where that is nothing, or nothing any more. */
    public void kept(URI server, String user, Consumer<Optional<Kept>> answer) {
        desk.assertHere();
        memory.kept(server, user, found -> answer.accept(found.filter(this::holds)));
    }

    private boolean holds(Kept kept) {
        ServerTime there = new ServerTime(clock);
        there.resume(kept.mark());
        return there.now().isBefore(kept.until());
    }

    /** The server has taken it back, or the person gives it up: nobody starts with it any more. What runs ends as it was to. */
    public void forget(URI server, String user) {
        desk.assertHere();
        memory.forget(server, user);
    }

    /** True where there was an end to what somebody may do without asking, and it has come. */
    public boolean over() {
        look();
        return over;
    }

    /** When what may be done without asking ends, by this machine's clock; null where there is no such end. */
    @Nullable
    public Instant untilHere() {
        return until == null ? null : time.here(until);
    }

    /** The time by the server's clock. */
    public Instant now() {
        desk.assertHere();
        return time.now();
    }

    private void look() {
        if (!over && until != null && !time.now().isBefore(until)) {
            over = true;
            onOver.run();
        }
    }

    private void keepTime() {
        if (whose != null) {
            memory.keepTime(whose.server(), time.mark());
        }
    }

    @Override
    public void close() {
        keepTime();
        looking.close();
        keeping.close();
    }
}
