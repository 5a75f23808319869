package vn.toancanh.simulator;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a camera, or look as if it had. One at a time holds until it is cleared. */
public enum Fault {
    /** The picture stands still; the stream goes on. */
    FREEZE,
    /** The picture stands still and the stream's time with it: what sends it repeats one picture. */
    STUCK,
    /** The picture is black; the stream goes on. */
    BLACK,
    /** Connections are dropped once; new ones work. */
    DROP,
    /** Connections are dropped, and new requests too, as when the camera has no power. */
    OFFLINE,
    /** Connections stay, packets stop. */
    SILENCE,
    /** Bytes of coded pictures arrive wrong. */
    CORRUPT,
    /** Packets come whole, and no decoder makes a picture of what is in them. */
    UNDECODABLE,
    /** RTP time leaps half a minute forward and back every five seconds. */
    TIME_JUMP,
    /** One picture a second. */
    SLOW,
    /** What connections pass is less than the stream has: every picture waits longer than the one before, and all move. */
    THIN,
    /** The camera's password was changed: connections are dropped, and nobody is let in. */
    WRONG_PASSWORD,
    /** Nothing is wrong: a still street at night, where nothing changes but the noise of the sensor. */
    NOISY_NIGHT,
    /** A still street at night whose noise the camera has smoothed away: pictures come, and each is like the last. */
    STILL_NIGHT;

    /** The word for it on the control line, such as {@code time-jump}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of that word. */
    public static Optional<Fault> of(String word) {
        for (Fault fault : values()) {
            if (fault.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
