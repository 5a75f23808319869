package vn.toancanh.wall.remote;

import java.time.Duration;
import java.util.List;
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

        /** To be its own again: what stood there before is back. */
        record Release() implements What {}
    }

    public Push {
        screens = List.copyOf(screens);
    }
}
