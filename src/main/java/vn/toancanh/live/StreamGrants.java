package vn.toancanh.live;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** The port that asks the central server for rights to streams. Lane: DESK; answers come on DESK. */
public interface StreamGrants {
    /** A stream wanted. */
    record Wish(CameraId camera, StreamRole role) {}

    /**
     * A grant, or why there is none; exactly one of the two is null.
     *
     * @param kept true where it was not the server that answered, but what is kept of an earlier answer
     */
    record Answer(
            Wish wish,
            @Nullable StreamGrant grant,
            @Nullable Failure failure,
            boolean kept) {
        /** The server's own. */
        public Answer(Wish wish, @Nullable StreamGrant grant, @Nullable Failure failure) {
            this(wish, grant, failure, false);
        }
    }

    /** Asks for all wishes in as few requests as may be; {@code answers} is called once, with one answer a wish, in order. */
    void ask(List<Wish> wishes, Consumer<List<Answer>> answers);
}
