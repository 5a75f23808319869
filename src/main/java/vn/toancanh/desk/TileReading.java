package vn.toancanh.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.Reason;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamProfile;

/**
 * One tile as the details beside the wall tell it.
 *
 * @param tile its number, from 1
 * @param playing the stream on show, null while none is
 * @param statistics what the stream did, null until known
 * @param presentedFps pictures that came to the screen a second, over the last second
 * @param age of the picture on show, null where it is not known
 * @param reasons why this stream and no other; empty where there is nothing to explain
 */
public record TileReading(
        int tile,
        CameraId camera,
        TileState state,
        @Nullable StreamProfile playing,
        @Nullable StreamStatistics statistics,
        double presentedFps,
        @Nullable PictureAge age,
        List<Reason> reasons) {
    public TileReading {
        reasons = List.copyOf(reasons);
    }
}
