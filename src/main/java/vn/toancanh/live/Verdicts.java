package vn.toancanh.live;

import java.time.Duration;
import java.util.Optional;
import vn.toancanh.base.Failure;

/** What a failure means for a tile: which cause its operator reads, and whether trying again may help. Pure. */
final class Verdicts {
    /** How a tile goes on after a failure. */
    enum Way {
        /** Try again with growing waits. */
        RECONNECT,
        /**
         * Dark with the cause named; a rare try, because a password, a right, a certificate or a camera's settings may be put in order
         * elsewhere, and a camera that starts up may announce no stream that can be played.
         */
        RARELY
    }

    /** The state to show where the way is not RECONNECT, the cause, and how it goes on. */
    record Verdict(TileState.Phase phase, Cause cause, Way way) {
        /** True where another stream of the same camera may do better. */
        boolean ofStream() {
            return switch (cause) {
                case STREAM_NOT_FOUND,
                        NO_VIDEO,
                        NO_VIDEO_OFFERED,
                        NO_TRANSPORT,
                        BAD_STREAM,
                        AWAITS_KEY_FRAME,
                        NOT_DECODED,
                        CODEC_NOT_SUPPORTED,
                        CRASHES_DECODER,
                        TIME_STANDS -> true;
                default -> false;
            };
        }

        /** True where the central server is what it waits for. */
        boolean ofServer() {
            return cause == Cause.SERVER_AWAY || cause == Cause.GRANT_OVER;
        }

        /** True where it will pass as soon as a network is back. */
        boolean ofNetwork() {
            return switch (cause) {
                case CAMERA_UNREACHABLE, RELAY_AWAY, NO_VIDEO, SERVER_AWAY, GRANT_OVER -> true;
                default -> false;
            };
        }
    }

    /** Of a player whose pictures stay later than usual. */
    static final Verdict STUCK_LATE = again(Cause.PICTURES_LATE);

    /** Of a player whose pictures are old ones sent again. */
    static final Verdict STUCK_REPEATING = again(Cause.TIME_STANDS);

    /** Of a player that was to follow another, and whose pictures stand while those of the other move. */
    static final Verdict STANDS_BESIDE = again(Cause.NO_PICTURE);

    /** Of a player whose stream is at another address at the server now: what it shows may be another camera. */
    static final Verdict MOVED = again(Cause.CAMERA_MOVED);

    /** Of a player whose pictures cannot be looked at or painted. */
    static final Verdict SPOILT = new Verdict(TileState.Phase.FAILED, Cause.PLAYER_FAILED, Way.RARELY);

    /** Of a player whose grant was given out a while ago and is refused now. */
    static final Verdict STALE_GRANT = again(Cause.SERVER_REFUSED);

    /** Of a player whose grant was given out a while ago and does not accept the certificate shown now. */
    static final Verdict STALE_CERTIFICATE = again(Cause.CERTIFICATE_REFUSED);

    /** What {@link Cause#NO_VIDEO} says in words, and no other failure says sooner. */
    static final Duration NO_VIDEO_AFTER = Duration.ofSeconds(5);

    private Verdicts() {}

    /** Of a player that ended by itself. */
    static Verdict ofPlayer(Failure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> again(Cause.CAMERA_UNREACHABLE);
            case RELAY_AWAY -> again(Cause.RELAY_AWAY);
            case NO_ENCRYPTION -> again(Cause.NO_ENCRYPTION);
            case TIMEOUT -> again(Cause.NO_VIDEO);
            case NOT_FOUND -> again(Cause.STREAM_NOT_FOUND);
            case BUSY, CONFLICT, BAD_INPUT, SESSION_EXPIRED, LAPSED -> again(Cause.SERVER_REFUSED);
            case PROTOCOL -> again(Cause.BAD_STREAM);
            case INTERNAL -> again(Cause.PLAYER_FAILED);
            case RESOURCES -> again(Cause.NO_RESOURCES);
            case WORKER -> again(Cause.WORKER_RESTARTED);
            case CREDENTIALS -> new Verdict(TileState.Phase.FAILED, Cause.PASSWORD_REFUSED, Way.RARELY);
            case FORBIDDEN -> new Verdict(TileState.Phase.FAILED, Cause.SERVER_REFUSED, Way.RARELY);
            case NO_TRANSPORT -> new Verdict(TileState.Phase.UNSUPPORTED, Cause.NO_TRANSPORT, Way.RARELY);
            case NO_VIDEO -> new Verdict(TileState.Phase.UNSUPPORTED, Cause.NO_VIDEO_OFFERED, Way.RARELY);
            case UNTRUSTED -> new Verdict(TileState.Phase.FAILED, Cause.CERTIFICATE_REFUSED, Way.RARELY);
            case HARMFUL -> new Verdict(TileState.Phase.FAILED, Cause.CRASHES_DECODER, Way.RARELY);
            case MISSING -> new Verdict(TileState.Phase.FAILED, Cause.DECODER_MISSING, Way.RARELY);
            case UNSUPPORTED -> new Verdict(TileState.Phase.UNSUPPORTED, Cause.CODEC_NOT_SUPPORTED, Way.RARELY);
        };
    }

    /** Of a player that was open for long enough and had no picture, because of that. */
    static Verdict ofNoPicture(Cause missing) {
        return again(missing);
    }

    /** True where another grant may be what is needed, so that this one is of no more use. */
    static boolean blamesGrant(Failure failure, boolean kept) {
        return switch (failure.kind()) {
            case CREDENTIALS, FORBIDDEN -> true;
            // Which certificates are accepted stands in the grant; of one that was kept only the server can give
            // another.
            case UNTRUSTED -> !kept;
            default -> false;
        };
    }

    /**
     * Of a player that ended by itself.
     *
     * @param kept its grant was kept from before the server went away
     * @param ofEarlier its grant was given out a while ago
     */
    static Verdict ofPlayer(Failure failure, boolean kept, boolean ofEarlier) {
        return switch (failure.kind()) {
            case CREDENTIALS, FORBIDDEN -> {
                if (kept) {
                    // Good when the server was heard last, and no more: only the server can help.
                    yield ofGrant(Failure.of(Failure.Kind.LAPSED, "a kept grant was refused"));
                }
                // It was good once: the relay may have begun anew, and a new one may be all that is needed.
                yield ofEarlier ? STALE_GRANT : ofPlayer(failure);
            }
            case UNTRUSTED -> ofEarlier && !kept ? STALE_CERTIFICATE : ofPlayer(failure);
            default -> ofPlayer(failure);
        };
    }

    /** Of the central server, asked for a grant. */
    static Verdict ofGrant(Failure failure) {
        return switch (failure.kind()) {
            case FORBIDDEN -> new Verdict(TileState.Phase.NO_RIGHTS, Cause.SERVER_REFUSED, Way.RARELY);
            case NOT_FOUND -> new Verdict(TileState.Phase.FAILED, Cause.CAMERA_UNKNOWN, Way.RARELY);
            case UNREACHABLE, TIMEOUT, UNTRUSTED -> again(Cause.SERVER_AWAY);
            case LAPSED -> again(Cause.GRANT_OVER);
            case UNSUPPORTED -> new Verdict(TileState.Phase.UNSUPPORTED, Cause.CODEC_NOT_SUPPORTED, Way.RARELY);
            default -> again(Cause.SERVER_REFUSED);
        };
    }

    /**
     * What a tile is whose pictures come like that; empty where they are as they should be.
     *
     * @param ageNanos of the newest
     */
    static Optional<TileState> of(StallWatch.Verdict pictures, long ageNanos) {
        Cause none = ageNanos >= NO_VIDEO_AFTER.toNanos() ? Cause.NO_VIDEO : Cause.NO_PICTURE;
        return switch (pictures) {
            case NONE, LIVE -> Optional.empty();
            case OLD -> Optional.of(TileState.of(TileState.Phase.LATE, Cause.PICTURES_OLD));
            case OLD_BY_CLOCK -> Optional.of(TileState.of(TileState.Phase.LATE, Cause.OLD_BY_CLOCK));
            case OLD_BEFORE -> Optional.of(TileState.of(TileState.Phase.LATE, Cause.OLD_BEFORE));
            case LATE -> Optional.of(TileState.of(TileState.Phase.LATE, none));
            case SLOWED -> Optional.of(TileState.of(TileState.Phase.LATE, Cause.FEW_PICTURES));
            case BLACK -> Optional.of(TileState.of(TileState.Phase.BLACK));
            case UNCHANGED -> Optional.of(TileState.of(TileState.Phase.UNCHANGED));
            case REPEATED -> Optional.of(TileState.of(TileState.Phase.FROZEN, Cause.TIME_STANDS));
            case FROZEN -> Optional.of(TileState.of(TileState.Phase.FROZEN, none));
            case LATE_ON_SCREEN -> Optional.of(TileState.of(TileState.Phase.LATE, Cause.NOT_PAINTED));
            case FROZEN_ON_SCREEN -> Optional.of(TileState.of(TileState.Phase.FROZEN, Cause.NOT_PAINTED));
        };
    }

    private static Verdict again(Cause cause) {
        return new Verdict(TileState.Phase.RECONNECTING, cause, Way.RECONNECT);
    }
}
