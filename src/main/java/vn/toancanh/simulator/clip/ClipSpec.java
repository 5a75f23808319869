package vn.toancanh.simulator.clip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.panorama.PanoramaRenderer;
import vn.toancanh.simulator.scene.Scenes;
import vn.toancanh.simulator.strip.Schedule;

/**
 * Which loop: everything that decides what its pictures are.
 *
 * @param camera the operators' short number
 * @param scene index of the place it looks at
 * @param caption what is written into the picture
 * @param frame the picture shown throughout, of a frozen or still loop; else 0
 * @param view where the camera's head looks; null where it has none, and looks at a street scene
 */
public record ClipSpec(
        int camera,
        int scene,
        String caption,
        StreamRole role,
        Codec codec,
        Showing showing,
        int frame,
        @Nullable HeadPosition view) {
    /** What a loop shows. */
    public enum Showing {
        /** The scene as it goes. */
        LIVE,
        /** One picture, as from a camera whose sensor hangs. */
        FROZEN,
        /** Nothing, as from a camera behind its lens cap. */
        BLACK,
        /** The scene, one picture a second. */
        SLOW,
        /** The scene at night, standing still, the strip too; noise as of a sensor at high gain. */
        NOISY_NIGHT,
        /** The same without the noise. */
        STILL_NIGHT
    }

    /** A loop of a camera that stands fast. */
    public ClipSpec(int camera, int scene, String caption, StreamRole role, Codec codec, Showing showing, int frame) {
        this(camera, scene, caption, role, codec, showing, frame, null);
    }

    /** The same seen from where a head looks. */
    public ClipSpec seenFrom(@Nullable HeadPosition other) {
        return new ClipSpec(camera, scene, caption, role, codec, showing, frame, other);
    }

    /** False of a loop that shows where a head looks just now: it will hardly be asked for again. */
    boolean isKept() {
        return view == null || view.equals(HeadPosition.AHEAD);
    }

    /** Grows whenever encoding changes, so that loops kept on disk are made anew. */
    private static final int ENCODING_VERSION = 3;

    private static final int NOISY_KEY_INTERVALS = 3;

    public int width() {
        return role == StreamRole.MAIN ? 1280 : 640;
    }

    public int height() {
        return width() * 9 / 16;
    }

    /** Pictures a second as coded. */
    public int rate() {
        return showing == Showing.SLOW ? 1 : Schedule.rate(role);
    }

    /** Pictures from key frame to key frame. */
    public int keyInterval() {
        return rate() * Schedule.KEY_SECONDS;
    }

    /** Pictures of the whole loop. */
    public int frames() {
        return switch (showing) {
            case LIVE -> Schedule.frames(role);
            case SLOW -> Schedule.frames(role) / Schedule.rate(role);
            case FROZEN, BLACK, STILL_NIGHT -> keyInterval();
            // longer than a key interval, so that key frames differ too
            case NOISY_NIGHT -> NOISY_KEY_INTERVALS * keyInterval();
        };
    }

    /** Number in the live loop of the picture at place {@code i} of this loop. */
    public int shown(int i) {
        return switch (showing) {
            case LIVE, BLACK -> i;
            case SLOW -> i * Schedule.rate(role);
            case FROZEN, NOISY_NIGHT, STILL_NIGHT -> frame;
        };
    }

    /** Most kilobits a second. */
    public int kilobits() {
        return role == StreamRole.MAIN ? 2500 : 500;
    }

    /** The name that loops of equal pictures share, 24 hexadecimal digits. */
    public String key() {
        String all = String.join(
                "|",
                "" + Scenes.VERSION,
                "" + ENCODING_VERSION,
                "" + Schedule.LOOP_NANOS,
                "" + Schedule.KEY_SECONDS,
                "" + camera,
                "" + scene,
                caption,
                role.name(),
                codec.name(),
                showing.name(),
                "" + frame,
                width() + "@" + rate(),
                "" + kilobits());
        if (view != null) {
            all += "|" + PanoramaRenderer.VERSION + "|" + view;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
