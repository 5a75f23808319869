package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.StreamRole;

/** What a tile says, and how long it waits, until its first picture is there. */
class FirstPictureTest {
    private final LiveRig rig = new LiveRig();

    /** The newest player's worker tells what it has received. */
    private void comes(long units, boolean awaitsKey) {
        double fps = units == 0 ? 0 : 15;
        Delivery delivery = new Delivery(MediaTransport.TCP, 1, fps, 0, null, false, awaitsKey);
        rig.players.last().listener.statistics(LiveRig.figures(units, 0, delivery));
    }

    private void comesFor(Duration time, boolean awaitsKey) {
        for (int second = 1; second <= time.toSeconds(); second++) {
            comes(15L * second, awaitsKey);
            rig.advance(Duration.ofSeconds(1));
        }
    }

    private String waitsFor() {
        return rig.tile(0).why().getLast().textKey();
    }

    @Test
    void itSaysWhatItWaitsFor() {
        rig.show("c1");
        rig.advance(Duration.ofMillis(100));
        assertThat(waitsFor()).isEqualTo("why.awaitsVideo");
        comes(0, true);
        assertThat(waitsFor()).isEqualTo("why.awaitsVideo");
        comes(15, true);
        assertThat(waitsFor()).isEqualTo("why.awaitsKeyFrame");
        comes(30, false);
        assertThat(waitsFor()).isEqualTo("why.awaitsDecoder");
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).noneMatch(key -> key.startsWith("why.awaits"));
    }

    @Test
    void aKeyFrameThatIsAMinuteAwayIsWaitedForAndSaidSo() {
        rig.show("c1");
        comesFor(Duration.ofSeconds(59), true);
        assertThat(rig.players.opened).hasSize(1);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.OPENING, Cause.AWAITS_KEY_FRAME));
        comes(900, false);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).hasSize(1);
    }

    @Test
    void aStreamThatHasNoneIsGivenUpInTheEnd() {
        rig.show("c1");
        comesFor(FirstWait.KEY_FRAME_LIMIT.plus(FirstWait.PICTURE_LIMIT).plusSeconds(2), true);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.AWAITS_KEY_FRAME);
        assertThat(rig.tile(0).state().attempt()).isPositive();
    }

    @Test
    void whatStopsComingMeanwhileIsNotWaitedForAnyLonger() {
        rig.show("c1");
        comesFor(Duration.ofSeconds(20), true);
        comes(0, true);
        rig.advance(FirstWait.PICTURE_LIMIT.plusSeconds(1));
        assertThat(rig.tile(0).state().attempt()).isPositive();
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.NO_VIDEO);
    }

    @Test
    void whatComesAndCannotBeDecodedIsSaidSoAndGivenUpSoon() {
        rig.show("c1");
        comesFor(Duration.ofSeconds(3), false);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.OPENING);
        comesFor(Duration.ofSeconds(2), false);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.OPENING, Cause.NOT_DECODED));
        comesFor(FirstWait.PICTURE_LIMIT.minusSeconds(4), false);
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.NOT_DECODED);
        assertThat(rig.tile(0).state().attempt()).isPositive();
    }

    @Test
    void theCamerasOtherStreamIsTriedAtOnceForWhatCannotBeDecoded() {
        rig.show("c1");
        StreamRole first = rig.players.last().request.grant().role();
        comesFor(FirstWait.PICTURE_LIMIT, false);
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.players.last().request.grant().role()).isNotEqualTo(first);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).contains("why.otherFailed");
    }

    @Test
    void neitherCameraNorNetworkIsBlamedForIt() {
        assertThat(Verdicts.ofNoPicture(Cause.NOT_DECODED).ofNetwork()).isFalse();
        assertThat(Verdicts.ofNoPicture(Cause.NO_VIDEO).ofNetwork()).isTrue();
    }
}
