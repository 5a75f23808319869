package vn.toancanh.access;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The port that keeps, sealed, what a server said that somebody may do, for the time when it cannot be asked. Lane: DESK; every
 * call returns at once and writes later.
 */
public interface RightsMemory {
    /**
     * What is kept of somebody.
     *
     * @param session as the server told it
     * @param until by the server's clock
     * @param mark the latest time that was seen of that server, whoever was signed in
     */
    record Kept(Session session, Instant until, ServerTime.Mark mark) {}

    /** Keeps that, in place of what was kept of the same user at the same server. */
    void keep(Kept rights);

    /** Keeps the time seen of a server. */
    void keepTime(URI server, ServerTime.Mark mark);

    /** Tells what is kept; empty where there is nothing, or what there is cannot be relied on. */
    void kept(URI server, String user, Consumer<Optional<Kept>> answer);

    /** Forgets what is kept of somebody, and every stream he was granted. */
    void forget(URI server, String user);

    /** Keeps nothing. */
    RightsMemory NONE = new RightsMemory() {
        @Override
        public void keep(Kept rights) {}

        @Override
        public void keepTime(URI server, ServerTime.Mark mark) {}

        @Override
        public void kept(URI server, String user, Consumer<Optional<Kept>> answer) {
            answer.accept(Optional.empty());
        }

        @Override
        public void forget(URI server, String user) {}
    };
}
