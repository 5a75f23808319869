package vn.toancanh.live;

import vn.toancanh.model.Effort;
import vn.toancanh.model.StreamRole;

/** The text keys of what a tile says of itself. */
public final class TileWords {
    private TileWords() {}

    public static String of(TileState.Phase phase) {
        return switch (phase) {
            case EMPTY -> "tile.empty";
            case OPENING -> "tile.opening";
            case LIVE -> "tile.live";
            case LATE -> "tile.late";
            case UNCHANGED -> "tile.unchanged";
            case FROZEN -> "tile.frozen";
            case BLACK -> "tile.black";
            case RECONNECTING -> "tile.reconnecting";
            case REDUCED -> "tile.reduced";
            case PAUSED -> "tile.paused";
            case QUARANTINED -> "tile.quarantined";
            case NO_RIGHTS -> "tile.noRights";
            case UNSUPPORTED -> "tile.unsupported";
            case FAILED -> "tile.failed";
        };
    }

    /** For an effort that is less than full. */
    public static String of(Effort effort) {
        return switch (effort) {
            case FULL -> "why.effortFull";
            case UNSMOOTHED -> "why.effortUnsmoothed";
            case FEWER_PICTURES -> "why.effortFewer";
            case KEY_FRAMES -> "why.effortKeyFrames";
        };
    }

    /** Placeholders: width, height and frames per second as announced. */
    public static String of(StreamRole role) {
        return switch (role) {
            case MAIN -> "why.streamMain";
            case SUB -> "why.streamSub";
            case THIRD -> "why.streamThird";
        };
    }
}
