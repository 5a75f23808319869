package vn.toancanh.simulator.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.packetise.NalPacketiser;
import vn.toancanh.simulator.clip.Clip;
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.clip.LiveCoder;
import vn.toancanh.simulator.clip.LiveCoders;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.strip.Schedule;

/** When a coder begins and ends, and what is sent instead; the pictures are counted by hand, 15 a second. */
class FollowingTest {
    private static final int KEYS = Schedule.keyInterval(StreamRole.SUB);
    private static final int WHOLE = Schedule.frames(StreamRole.SUB);
    private static final HeadPosition THERE = new HeadPosition(0.5, 0, 0);

    /** A coder that codes when the test says so. */
    private static final class Coder implements LiveCoder {
        private final Listener listener;
        private final Deque<Long> orders = new ArrayDeque<>();
        private final Deque<HeadPosition> views = new ArrayDeque<>();
        private long begun = -1;
        private boolean closed;
        private boolean stuck;

        Coder(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void code(long count, HeadPosition at) {
            begun = begun < 0 ? 0 : begun;
            orders.add(count);
            views.add(at);
        }

        void work() {
            while (!stuck && !closed && !orders.isEmpty()) {
                listener.coded(orders.remove(), views.remove(), frame(begun++ % KEYS == 0));
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final List<Coder> coders = new ArrayList<>();
    private final List<Long> late = new ArrayList<>();
    private final Clip home = new Clip(
            new ClipSpec(1202, 1, "", StreamRole.SUB, Codec.H264, ClipSpec.Showing.LIVE, 0),
            IntStream.range(0, WHOLE).mapToObj(i -> frame(i % KEYS == 0)).toList(),
            List.of());
    private HeadPosition head = HeadPosition.AHEAD;
    private boolean busy;
    private boolean stuck;
    private int broken;
    private long next = 1000;

    private final LiveCoders places = (live, listener) -> {
        if (busy) {
            return Optional.empty();
        }
        coders.add(new Coder(listener));
        coders.getLast().stuck = stuck;
        return Optional.of(coders.getLast());
    };

    private final Following following = new Following(home, () -> head, places, Runnable::run, new Following.Sink() {
        @Override
        public void late(long count, Clip.Frame frame) {
            late.add(count);
        }

        @Override
        public void broken() {
            broken++;
        }

        @Override
        public long next() {
            return next;
        }
    });

    private static Clip.Frame frame(boolean key) {
        byte[] unit = {0, 0, 1, (byte) (key ? 0x65 : 0x41), (byte) 0x80, 1};
        return new Clip.Frame(NalPacketiser.h264(1400).packetise(unit), key);
    }

    private Clip.@Nullable Frame send() {
        return send(true);
    }

    /** What is sent at the next picture's time; before the one after it all coders have done what they were told. */
    private Clip.@Nullable Frame send(boolean seen) {
        long count = next++;
        following.turn(count, seen);
        Clip.Frame frame = following.frame(count);
        List.copyOf(coders).forEach(Coder::work);
        return frame;
    }

    private Clip.Frame homeFrame(long count) {
        return home.frames().get((int) Math.floorMod(count, (long) WHOLE));
    }

    private Coder coder() {
        return coders.getLast();
    }

    @Test
    void atRestItsLoopIsSentAndNobodyCodes() {
        following.begin(next);
        for (int i = 0; i < 400; i++) {
            assertThat(send()).isSameAs(homeFrame(next - 1));
        }
        assertThat(coders).isEmpty();
        assertThat(following.isAtRest()).isTrue();
    }

    @Test
    void fromAFifthOfASecondAfterTheHeadBeginsToMoveItIsFollowedAPictureBehind() {
        send();
        head = THERE;
        long begun = next;
        for (int i = 0; i < 3; i++) {
            assertThat(send()).as("the loop goes on").isSameAs(homeFrame(begun + i));
        }
        assertThat(following.isAtRest()).isFalse();
        Clip.Frame first = send();
        assertThat(first).isNotNull();
        assertThat(first.key()).isTrue();
        assertThat(first).isNotSameAs(homeFrame(begun + 3));
        coder().stuck = true;
        head = new HeadPosition(0.6, 0, 0);
        send();
        assertThat(coder().orders).containsExactly(begun + 5);
        assertThat(coder().views).containsExactly(head);
        assertThat(coders).hasSize(1);
    }

    @Test
    void aPictureThatIsCodedLateIsSentWhenItComes() {
        stuck = true;
        head = THERE;
        long begun = next;
        for (int i = 0; i < 3; i++) {
            send();
        }
        assertThat(send()).isNull();
        assertThat(send()).isNull();
        coder().stuck = false;
        coder().work();
        assertThat(late).containsExactly(begun + 3, begun + 4);
        assertThat(send()).as("coded before its time").isNotNull();
        assertThat(late).hasSize(2);
    }

    @Test
    void aWholeLoopAfterTheHeadCameToRestTheCoderEndsAndThatLoopIsSent() {
        List<Clip.@Nullable Frame> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            head = new HeadPosition(i / 100.0, 0, 0);
            sent.add(send());
        }
        long rested = next;
        for (int i = 0; i < WHOLE; i++) {
            sent.add(send());
        }
        assertThat(coder().closed)
                .as("not before each picture of the loop was coded")
                .isFalse();
        while (!coder().closed && next < rested + 2L * WHOLE) {
            sent.add(send());
        }
        assertThat(next - rested).isBetween((long) WHOLE, (long) WHOLE + KEYS + 3);
        long end = next;
        for (int i = 0; i < 3 * WHOLE; i++) {
            sent.add(send());
        }
        assertThat(coders).hasSize(1);
        assertThat(following.isAtRest()).isTrue();
        assertThat(sent).doesNotContainNull();
        for (int i = (int) (end + 1 - 1000); i < sent.size(); i++) {
            assertThat(sent.get(i)).as("the same place in the loop").isSameAs(sent.get(i - WHOLE));
        }
        assertThat(LongStream.range(0, sent.size())
                        .filter(i -> IntStream.range((int) i, (int) Math.min(sent.size(), i + KEYS))
                                .noneMatch(k -> sent.get(k).key()))
                        .filter(i -> i + KEYS <= sent.size())
                        .count())
                .as("whoever comes has a key frame within two seconds")
                .isZero();
    }

    @Test
    void aPictureThatWasLeftOutStaysSoInItsLoopAndALoopWithoutManyIsCodedOnceMore() {
        head = THERE;
        send();
        int skipped = 0;
        while (!coder().closed) {
            // as on a machine that has too much to do: nothing is coded for a second and all at once then
            coder().stuck = next % 40 < 15;
            skipped += coder().orders.size() == Following.MOST_WAITING ? 1 : 0;
            send();
        }
        assertThat(skipped).isGreaterThan(20);
        assertThat(next - 1000).as("three rounds").isBetween(3L * WHOLE, 3L * (WHOLE + 2 * KEYS));
        List<Clip.@Nullable Frame> sent = new ArrayList<>();
        for (int i = 0; i < 2 * WHOLE; i++) {
            sent.add(send());
        }
        assertThat(sent.subList(1, WHOLE))
                .isEqualTo(sent.subList(WHOLE + 1, 2 * WHOLE))
                .containsNull();
        assertThat(coders).hasSize(1);
    }

    @Test
    void whatIsSentOfALoopGoesOnWithAKeyFrameWhereItBeginsAnew() {
        head = THERE;
        send();
        while (!coder().closed) {
            send();
        }
        head = new HeadPosition(0.7, 0, 0);
        send();
        assertThat(coders).hasSize(2);
        send();
        send();
        assertThat(send()).satisfies(frame -> assertThat(frame.key()).isTrue());
    }

    @Test
    void aCoderThatFailsLeavesTheLoopAndAnotherIsTriedLater() {
        head = THERE;
        for (int i = 0; i < 10; i++) {
            send();
        }
        coder().listener.ended();
        assertThat(broken).isEqualTo(1);
        long failed = next;
        while (coders.size() == 1 && next < failed + 1000) {
            assertThat(send()).isSameAs(homeFrame(next - 1));
        }
        assertThat(next - failed).isEqualTo(15L * Following.RETRY_SECONDS + 1);
        coders.getFirst().listener.ended();
        assertThat(broken).as("one that is long gone").isEqualTo(1);
    }

    @Test
    void aCoderThatFallsSilentIsGivenUpAndNotFedWithoutEnd() {
        stuck = true;
        head = THERE;
        long begun = next;
        while (broken == 0 && next < begun + 200) {
            send();
            assertThat(coder().orders.size()).isLessThanOrEqualTo(Following.MOST_WAITING);
        }
        assertThat(next - begun).isBetween(15L * Following.GIVE_UP_SECONDS, 15L * (Following.GIVE_UP_SECONDS + 1));
        assertThat(coder().closed).isTrue();
    }

    @Test
    void whereAllCodersAreAtWorkTheLoopGoesOnUntilOneIsFree() {
        busy = true;
        head = THERE;
        for (int i = 0; i < 30; i++) {
            assertThat(send()).isSameAs(homeFrame(next - 1));
        }
        busy = false;
        send();
        assertThat(coders).hasSize(1);
    }

    @Test
    void whoComesAnewIsShownNothingOfWhereTheHeadLooksNoMore() {
        head = THERE;
        following.begin(next);
        for (int i = 0; i < 3; i++) {
            assertThat(send()).isNull();
        }
        assertThat(send()).isNotNull();
        following.end();
        busy = true;
        following.begin(next);
        int nothing = 0;
        while (send() == null && nothing < 100) {
            nothing++;
        }
        assertThat(nothing).as("for a second and a half at most").isBetween(20, 23);
    }

    @Test
    void whileSomethingElseIsSentNobodyCodes() {
        head = THERE;
        for (int i = 0; i < 10; i++) {
            send();
        }
        send(false);
        assertThat(coder().closed).isTrue();
        for (int i = 0; i < 50; i++) {
            send(false);
        }
        assertThat(coders).hasSize(1);
        assertThat(send()).as("not what it saw before").isNull();
        assertThat(coders).hasSize(2);
    }
}
