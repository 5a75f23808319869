package vn.toancanh.access;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;

/**
 * How the client stands with the central server.
 *
 * @param phase which of the closed set
 * @param since since when; null where signed out from the start
 * @param why what keeps it so, where it is more than a server that does not answer; else null
 * @param holdsUntil until when it may go on without the server, by this machine's clock; null where there is no such end
 */
public record Connection(
        Phase phase,
        @Nullable Instant since,
        @Nullable Failure why,
        @Nullable Instant holdsUntil) {
    /** The closed set. */
    public enum Phase {
        /** Nobody is signed in. */
        SIGNED_OUT,
        /**
         * Somebody is to be signed in, and the server has not answered yet: what is cached is shown, and the client keeps
         * trying.
         */
        WAITING,
        /** The server answered the last request. */
        ONLINE,
        /** The server does not answer; what is cached goes on, and the client keeps trying. */
        AWAY,
        /** The server has been away for longer than it allows: nothing is shown any more until it answers. */
        LAPSED,
        /** The session has ended and cannot be renewed; video goes on, signing in again is needed. */
        EXPIRED
    }

    public static final Connection SIGNED_OUT = new Connection(Phase.SIGNED_OUT, null);

    /** With nothing more to say about it. */
    public Connection(Phase phase, @Nullable Instant since) {
        this(phase, since, null, null);
    }

    /** With something that keeps it so, and no end. */
    public Connection(Phase phase, @Nullable Instant since, @Nullable Failure why) {
        this(phase, since, why, null);
    }

    /** True where it stands as that one does, and a person is told the same of it. */
    public boolean saysTheSame(Connection other) {
        return phase == other.phase
                && sentence(why).equals(sentence(other.why))
                && Objects.equals(holdsUntil, other.holdsUntil);
    }

    private static String sentence(@Nullable Failure why) {
        return why == null ? "" : why.textKey() + why.args();
    }

    public boolean isOnline() {
        return phase == Phase.ONLINE;
    }
}
