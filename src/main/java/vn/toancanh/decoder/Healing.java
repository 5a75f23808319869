package vn.toancanh.decoder;

import vn.toancanh.rtsp.VideoTrack;

/**
 * Holds back pictures that are not whole yet: where an encoder spreads its key pictures over many, a decoder that begins amid the
 * stream, or after something was lost, makes grey of what it has not seen anew, and each unit mends a part. A unit that no decoder can
 * begin is as good as lost, and what leans on it is grey until the next key frame. One thread feeds, one displays.
 */
final class Healing {
    /** By then the picture of a unit that was fed has been drawn, microseconds. */
    private static final long SETTLED = 250_000;

    /** What a decoder that is so far behind draws is held back no longer, microseconds. */
    private static final long LONGEST = 3_000_000;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final VideoTrack.Encoding encoding;
    private int left;
    private boolean awaitsKey;
    private volatile long brokenAt = NEVER;

    Healing(VideoTrack.Encoding encoding) {
        this.encoding = encoding;
    }

    /**
     * A unit goes in. Whole is the picture by which so many have come as were told, of those that others lean on (H.264, D.2.8).
     *
     * @return false where no picture comes of it
     */
    boolean fed(UnitQueue.Unit unit, long nowMicros) {
        boolean lost = !AnnexB.canBegin(encoding, unit.data());
        if (lost) {
            awaitsKey |= unit.begins() || AnnexB.referenced(encoding, unit.data());
        } else if (unit.begins() || (awaitsKey && unit.key())) {
            awaitsKey = false;
            left = unit.heals();
        } else if (unit.key() && unit.heals() == 0) {
            left = 0;
        } else if (left > 0 && AnnexB.referenced(encoding, unit.data())) {
            left--;
        }
        if (awaitsKey || left > 0) {
            brokenAt = nowMicros;
        }
        return !lost;
    }

    /**
     * A picture was drawn; true where it is held back.
     *
     * @param backlog units that still wait before the decoder
     */
    boolean holds(long backlog, long nowMicros) {
        long since = nowMicros - brokenAt;
        return since <= SETTLED || (backlog > 0 && since <= LONGEST);
    }
}
