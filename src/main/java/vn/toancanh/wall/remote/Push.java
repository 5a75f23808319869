package vn.toancanh.wall.remote;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;

/**
 * Something to tell a wall.
 *
 * @param key by which a repeat of it is known
 * @param what it is to do
 * @param screens ids; all that are concerned where there are none
 * @param seen the state version that whoever tells it saw; negative: whatever stands there
 * @param desk what this desk calls itself
 * @param patience how long it may take to be done
 */
public record Push(String key, What what, List<String> screens, long seen, String desk, Duration patience) {
    /** What a wall is told to do. */
    public sealed interface What {
        /** To show a scene. */
        record OfScene(String sceneId) implements What {}

        /** To show a layout, which need not be kept anywhere. */
        record OfLayout(Layout layout) implements What {}

        /** To show nothing. */
        record Blank() implements What {}

        /**
         * To show a camera in a tile, or several that take turns.
         *
         * @param tile from 0
         * @param cameras none: nothing is to be shown there
         */
        record OfTile(int tile, List<CameraId> cameras) implements What {
            public OfTile {
                cameras = List.copyOf(cameras);
            }
        }

        /** To let two tiles change places, from 0. */
        record Swap(int tile, int with) implements What {}

        /** To let one tile, from 0, fill the screen; all are seen again where there is none. */
        record Enlarge(OptionalInt tile) implements What {}

        /** To go on to the next camera of a tile, from 0, in which several take turns, or back to the one before by -1. */
        record Turn(int tile, int step) implements What {}

        /** To show which screen each is. */
        record Identify() implements What {}

        /** To show some words for so long. */
        record Message(String text, Duration time) implements What {}

        /** To be its own again: what stood there before is back. */
        record Release() implements What {}

        /** True for what changes nothing that stands there, and is done whatever that is. */
        default boolean passes() {
            return this instanceof Turn || this instanceof Identify || this instanceof Message;
        }
    }

    /**
     * That it was told.
     *
     * @param id of the order, by which it is heard what became of it
     * @param stateVersion what it made the wall's, or found there; negative where the server did not say
     */
    public record Told(String id, long stateVersion) {}

    public Push {
        screens = List.copyOf(screens);
    }
}
