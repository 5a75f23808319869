package vn.toancanh.rtsp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a rehearsed session told; on one thread. */
final class SeenSink implements RtspSink {
    final List<String> order = new ArrayList<>();
    final List<AccessUnit> units = new ArrayList<>();

    @Nullable
    VideoTrack track;

    @Nullable
    RtspFailure failure;

    @Override
    public void playing(VideoTrack begun) {
        order.add("playing");
        track = begun;
    }

    @Override
    public void accessUnit(AccessUnit unit) {
        order.add("unit");
        units.add(unit);
    }

    @Override
    public void ended(RtspFailure why) {
        order.add("ended");
        failure = why;
    }

    /** The kind of the failure. */
    RtspFailure.Kind kind() {
        if (failure == null) {
            throw new AssertionError("did not end; seen: " + order);
        }
        return failure.kind();
    }

    String detail() {
        return failure == null ? "" : failure.detail();
    }
}
