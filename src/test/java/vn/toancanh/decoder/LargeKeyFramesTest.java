package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.frames.StripWriter;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.VideoTrack;

class LargeKeyFramesTest implements Feed.Listener {
    private static final int MIB = 1 << 20;

    private final LargeKeyFrames large = new LargeKeyFrames();
    private final List<String> failures = new ArrayList<>();

    @Override
    public void playing(int id, VideoTrack.Encoding encoding) {}

    @Override
    public void shown(int id, StripWriter strip) {}

    @Override
    public void failed(int id, Failure.Kind kind, String detail) {
        failures.add(id + " " + kind + " " + detail);
    }

    /** What came to a feed. */
    private static final class Taken implements RtspSink {
        private int units;

        @Override
        public void playing(VideoTrack track) {}

        @Override
        public void accessUnit(AccessUnit unit) {
            units++;
        }

        @Override
        public void ended(RtspFailure failure) {}
    }

    private static AccessUnit unit(boolean key, int bytes) {
        return new AccessUnit(new byte[bytes], key, 0, 0, false);
    }

    private List<Taken> eighteenWithKeysOf(int bytes) {
        large.oneOf(18);
        List<Taken> all = new ArrayList<>();
        for (int stream = 0; stream < 18; stream++) {
            Taken taken = new Taken();
            RtspSink sink = large.before(stream, taken, this);
            for (int picture = 0; picture < 3; picture++) {
                sink.accessUnit(unit(true, bytes));
                sink.accessUnit(unit(false, 1000));
            }
            all.add(taken);
        }
        return all;
    }

    @Test
    void thoseWithinTheirShareAreNotCounted() {
        assertThat(eighteenWithKeysOf(5 * MIB)).allMatch(taken -> taken.units == 6);
        assertThat(large.held()).isZero();
        assertThat(failures).isEmpty();
    }

    @Test
    void manyStreamsOfLargeOnesDoNotFillTheHeap() {
        List<Taken> all = eighteenWithKeysOf(7 * MIB);
        long playing = all.stream().filter(taken -> taken.units == 6).count();
        assertThat(playing).as("each needs 21 MiB, of which its share is 10.7").isEqualTo(4);
        assertThat(large.held()).isBetween(LargeKeyFrames.ALL - 8 * MIB, LargeKeyFrames.ALL);
        assertThat(all.stream().filter(taken -> taken.units == 0)).hasSize(14);
        assertThat(failures)
                .as("each is told once")
                .hasSize(14)
                .contains("17 RESOURCES no memory for key frames of 7168 KiB");
    }

    @Test
    void whoEndsMakesRoom() {
        eighteenWithKeysOf(7 * MIB);
        assertThat(large.admits(9, 7 * MIB)).isFalse();
        large.forget(0);
        assertThat(large.admits(9, 7 * MIB)).isTrue();
        assertThat(large.admits(10, 7 * MIB)).isFalse();
    }

    @Test
    void whatIsUnderWayWhenAStreamEndsIsNotCountedForEver() {
        large.oneOf(18);
        large.before(1, new Taken(), this);
        large.forget(1);
        assertThat(large.admits(1, 7 * MIB)).isTrue();
        assertThat(large.held()).isZero();
    }

    @Test
    void aSmallerOneInPlaceOfALargeOneGivesRoomBack() {
        large.oneOf(18);
        large.before(1, new Taken(), this);
        assertThat(large.admits(1, 8 * MIB)).isTrue();
        assertThat(large.held()).isPositive();
        assertThat(large.admits(1, MIB)).isTrue();
        assertThat(large.held()).isZero();
    }
}
