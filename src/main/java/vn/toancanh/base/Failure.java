package vn.toancanh.base;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in a closed set of kinds. The operator reads the text of {@link #textKey()} in his own language; the
 * engineer reads {@link #detail()} and the cause in the log. Neither ever holds a secret.
 *
 * @param kind what it means for whoever asked
 * @param textKey key of the operator's message in the text bundles, such as {@code failure.unreachable}
 * @param args values for the message's placeholders, never secrets
 * @param detail one line for the engineer
 * @param cause what was caught at the edge, if anything
 */
public record Failure(
        Kind kind,
        String textKey,
        List<Object> args,
        String detail,
        @Nullable Throwable cause) {
    /** What a failure means for whoever asked. Each has a default text {@code failure.<kind in camel case>}. */
    public enum Kind {
        /** Nothing answers at the address, or the connection was lost. */
        UNREACHABLE("failure.unreachable", true),
        /** The other side answered too late. */
        TIMEOUT("failure.timeout", true),
        /** The relay that a stream is to come through does not answer. */
        RELAY_AWAY("failure.relayAway", true),
        /** User name or password was refused. */
        CREDENTIALS("failure.credentials", false),
        /** What was granted for a time without the server is over, and the server cannot be asked for more. */
        LAPSED("failure.lapsed", true),
        /** The session has ended; signing in again helps. */
        SESSION_EXPIRED("failure.sessionExpired", false),
        /** It cannot show that it is the one meant; nothing was told to it. */
        UNTRUSTED("failure.untrusted", true),
        /** Signed in, but not allowed. */
        FORBIDDEN("failure.forbidden", false),
        /** The thing asked for does not exist. */
        NOT_FOUND("failure.notFound", true),
        /** Somebody else changed or holds it. */
        CONFLICT("failure.conflict", false),
        /** Too many requests; try later. */
        BUSY("failure.busy", true),
        /** No encrypted connection could be agreed on. */
        NO_ENCRYPTION("failure.noEncryption", true),
        /** No way of sending the stream was agreed on. */
        NO_TRANSPORT("failure.noTransport", false),
        /** There is no video in the stream. */
        NO_VIDEO("failure.noVideo", false),
        /** A codec or feature we do not have. */
        UNSUPPORTED("failure.unsupported", false),
        /** The answer breaks its protocol. */
        PROTOCOL("failure.protocol", true),
        /** What the user or a file gave us is wrong. */
        BAD_INPUT("failure.badInput", false),
        /** Disk, memory or handles ran out. */
        RESOURCES("failure.resources", true),
        /** Something that must be installed is missing. */
        MISSING("failure.missing", false),
        /** A decoder worker fell and was replaced. */
        WORKER("failure.worker", true),
        /** It fells whatever decodes it. */
        HARMFUL("failure.harmful", false),
        /** A fault of ours. */
        INTERNAL("failure.internal", true);

        private final String textKey;
        private final boolean passing;

        Kind(String textKey, boolean passing) {
            this.textKey = textKey;
            this.passing = passing;
        }

        public String textKey() {
            return textKey;
        }

        /** True where trying again without a person's help may succeed. */
        public boolean passing() {
            return passing;
        }
    }

    public Failure {
        args = List.copyOf(args);
    }

    /** A failure with its kind's own text. */
    public static Failure of(Kind kind, String detail) {
        return new Failure(kind, kind.textKey(), List.of(), detail, null);
    }

    /** A failure with its kind's own text and what was caught. */
    public static Failure of(Kind kind, String detail, Throwable cause) {
        return new Failure(kind, kind.textKey(), List.of(), detail, cause);
    }

    /**
     * True where nobody knows whether the other side has done what it was asked: no answer came, or one began and broke off, as that of a server
     * does that is killed while it answers.
     */
    public boolean unanswered() {
        return kind == Kind.UNREACHABLE
                || kind == Kind.TIMEOUT
                || (kind == Kind.PROTOCOL && cause instanceof IOException);
    }

    /** The same failure with a text of its own. */
    public Failure withText(String key, Object... values) {
        return new Failure(kind, key, List.of(values), detail, cause);
    }
}
