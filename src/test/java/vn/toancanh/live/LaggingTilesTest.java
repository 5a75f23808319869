package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.Effort;

/** A tile whose latency has stuck is opened anew. */
class LaggingTilesTest {
    private final LiveRig rig = new LiveRig();

    private void playsAsUsual(int tiles) {
        rig.show(IntStream.rangeClosed(1, tiles).mapToObj(i -> "c" + i).toArray(String[]::new));
        rig.play(Duration.ofSeconds(30));
        assertThat(rig.players.opened).hasSize(tiles);
    }

    private void delay(int tile, long millis) {
        rig.players.opened.get(tile).pictures().delayBy(millis);
    }

    @Test
    void itIsOpenedAnewBehindItsPictureAndSaysWhy() {
        playsAsUsual(8);
        FakePlayers.One stuck = rig.players.opened.getFirst();
        delay(0, 260);
        rig.play(Duration.ofSeconds(10));
        assertThat(rig.players.opened).hasSize(8);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.players.opened).hasSize(9);
        FakePlayers.One next = rig.players.last();
        assertThat(next.request.grant()).isEqualTo(stuck.request.grant());
        assertThat(stuck.closed).as("it goes only when the other is there").isTrue();
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.tile(0).pictures()).isSameAs(next.pictures());
        assertThat(rig.wall.commons().warm().count())
                .as("what lags is not kept")
                .isZero();
        rig.play(Duration.ofMinutes(3));
        assertThat(rig.players.opened).hasSize(9);
    }

    @Test
    void whileTheNewOneIsOnItsWayTheOldPictureStaysAndTheReasonIsSaid() {
        playsAsUsual(1);
        FakePlayers.One stuck = rig.players.last();
        stuck.pictures().delayBy(400);
        playOnly(stuck, Duration.ofSeconds(12));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(stuck.closed).isFalse();
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).contains("why.reopening");
        assertThat(new Texts(Language.VI).get("why.reopening")).contains("trễ hơn thường lệ");
        assertThat(new Texts(Language.EN).get("why.reopening")).contains("later than usual");
        rig.play(Duration.ofSeconds(1));
        assertThat(stuck.closed).isTrue();
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).doesNotContain("why.reopening", "why.switching");
    }

    @Test
    void whereTheCameraPlaysToOneAtATimeTheOldOneIsGivenUpWithItsCause() {
        playsAsUsual(1);
        FakePlayers.One stuck = rig.players.last();
        stuck.pictures().delayBy(400);
        playOnly(stuck, Duration.ofSeconds(12));
        rig.players.last().fail(Failure.Kind.BUSY);
        assertThat(stuck.closed).isTrue();
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.PICTURES_LATE);
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.players.opened).hasSize(3);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void oneThatCaughtUpMeanwhileIsKeptWhereTheSecondIsRefused() {
        playsAsUsual(1);
        FakePlayers.One stuck = rig.players.last();
        stuck.pictures().delayBy(400);
        playOnly(stuck, Duration.ofSeconds(12));
        stuck.pictures().delayBy(30);
        playOnly(stuck, Duration.ofSeconds(3));
        rig.players.last().fail(Failure.Kind.BUSY);
        assertThat(stuck.closed).isFalse();
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void whereManyLagItIsTheMachineAndNoneIsOpened() {
        playsAsUsual(8);
        for (int i = 0; i < 3; i++) {
            delay(i, 400);
        }
        rig.play(Duration.ofMinutes(2));
        assertThat(rig.players.opened).hasSize(8);
    }

    @Test
    void twoThatLagAreOpenedTenSecondsApart() {
        playsAsUsual(8);
        delay(0, 400);
        delay(1, 400);
        rig.play(Duration.ofSeconds(12));
        assertThat(rig.players.opened).hasSize(9);
        rig.play(Laggards.APART.minusSeconds(3));
        assertThat(rig.players.opened).hasSize(9);
        rig.play(Duration.ofSeconds(4));
        assertThat(rig.players.opened).hasSize(10);
    }

    @Test
    void oneThatStaysLateIsOpenedOnceAndThenThatIsItsUsual() {
        playsAsUsual(1);
        rig.players.last().pictures().delayBy(400);
        for (int second = 0; second < 300; second++) {
            rig.play(Duration.ofSeconds(1));
            rig.players.last().pictures().delayBy(400);
        }
        assertThat(rig.players.opened).hasSize(2);
    }

    @Test
    void oneThatLagsAgainAndAgainIsOpenedOnceAMinute() {
        playsAsUsual(1);
        for (int second = 0; second < 240; second++) {
            rig.players.last().pictures().delayBy(second % 40 < 20 ? 400 : 30);
            rig.play(Duration.ofSeconds(1));
        }
        assertThat(rig.players.opened).hasSizeBetween(2, 5);
    }

    /** Some cameras take that long to code what they see; who watches them is not to have the tile begin anew all day. */
    @Test
    void oneThatIsASecondBehindHoweverOftenItIsOpenedIsTriedEverMoreSeldom() {
        playsAsUsual(1);
        List<Integer> opened = new ArrayList<>();
        for (int minute = 0; minute < 60; minute++) {
            for (int second = 0; second < 60; second++) {
                rig.players.last().pictures().delayBy(1050);
                rig.play(Duration.ofSeconds(1));
            }
            opened.add(rig.players.opened.size());
        }
        assertThat(opened.get(2)).as("after three minutes").isEqualTo(3);
        assertThat(opened.getLast()).as("after an hour").isBetween(6, 7);
    }

    @Test
    void oneOfWhichLessIsMadeIsLateForTheMachinesSake() {
        playsAsUsual(1);
        rig.tile(0).ease(Effort.FEWER_PICTURES);
        rig.play(Duration.ofSeconds(15));
        rig.players.last().pictures().delayBy(400);
        rig.play(Duration.ofSeconds(30));
        assertThat(rig.players.opened).hasSize(1);
    }

    private void playOnly(FakePlayers.One one, Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            one.pictures().publish();
            rig.desk.advance(Duration.ofMillis(50));
        }
    }
}
