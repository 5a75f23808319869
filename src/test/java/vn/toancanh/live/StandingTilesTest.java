package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Effort;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;

/** A tile whose picture stood still is not live again before a change has been seen, whatever decodes it in whatever size. */
class StandingTilesTest {
    private final LiveRig rig = new LiveRig();
    private final Set<Phase> seen = EnumSet.noneOf(Phase.class);
    private Handle watching = Handle.NONE;

    /** Tells all states that the tile is in from now on. */
    private void watchTile() {
        watching.close();
        seen.clear();
        seen.add(rig.phase(0));
        watching = rig.wall.onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {}

            @Override
            public void changed(LiveTile tile) {
                seen.add(tile.state().phase());
            }
        });
    }

    private void stands() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.stand(Duration.ofSeconds(10));
        assertThat(rig.phase(0)).isEqualTo(Phase.UNCHANGED);
        watchTile();
    }

    private void standsUntilSomethingMoves() {
        rig.stand(Duration.ofSeconds(5));
        assertThat(seen).doesNotContain(Phase.LIVE, Phase.LATE, Phase.REDUCED);
        assertThat(rig.phase(0)).isEqualTo(Phase.UNCHANGED);
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        rig.stand(Duration.ofSeconds(8));
        assertThat(rig.phase(0)).as("it counts anew").isEqualTo(Phase.LIVE);
    }

    @Test
    void itStandsInAnotherSizeAndSaysSinceWhen() {
        stands();
        long since = rig.tile(0).changedAtNanos();
        rig.wall.resize(0, new PixelSize(400, 225), false);
        rig.stand(Duration.ofSeconds(3));
        assertThat(rig.players.opened).hasSize(1);
        assertThat(rig.tile(0).pictures().changedAtNanos())
                .as("the new pictures know nothing of that")
                .isGreaterThan(since);
        assertThat(rig.tile(0).changedAtNanos()).isEqualTo(since);
        standsUntilSomethingMoves();
    }

    @Test
    void itStandsInTheLargeStreamOfTheEnlargedTileAndInTheSmallOneAgain() {
        stands();
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        rig.stand(Duration.ofSeconds(3));
        assertThat(rig.players.playing().getFirst().request.grant().role()).isEqualTo(StreamRole.MAIN);
        rig.wall.resize(0, new PixelSize(320, 180), false);
        rig.stand(Duration.ofSeconds(20));
        assertThat(rig.players.playing().getFirst().request.grant().role()).isEqualTo(StreamRole.SUB);
        standsUntilSomethingMoves();
    }

    @Test
    void itStandsAfterItsDecoderFell() {
        stands();
        rig.players.last().fail(Failure.Kind.WORKER);
        rig.stand(Duration.ofSeconds(3));
        assertThat(rig.players.opened).hasSize(2);
        standsUntilSomethingMoves();
    }

    @Test
    void itStandsAfterTheNetworkWasAwayThoughNoOneHasSeenThat() {
        stands();
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofSeconds(30));
        standsUntilSomethingMoves();
    }

    @Test
    void itStandsWhenLessIsMadeOfIt() {
        stands();
        rig.tile(0).ease(Effort.UNSMOOTHED);
        rig.players.last().pictures().beginAnew();
        standsUntilSomethingMoves();
    }

    @Test
    void itStandsAfterNobodyCouldSeeIt() {
        stands();
        rig.wall.see(0, false);
        rig.advance(Attention.UNSEEN.plusSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.PAUSED);
        rig.wall.see(0, true);
        standsUntilSomethingMoves();
    }

    @Test
    void itStandsInAnotherTileAndWhereItsTurnComesAgain() {
        stands();
        rig.show("c2");
        rig.play(Duration.ofSeconds(20));
        seen.clear();
        rig.wall.rearrange(List.of(new LiveWall.Slot(LiveRig.content("c1"), -1)));
        standsUntilSomethingMoves();
    }

    @Test
    void whoTakesTurnsTooShortToTellIsToldAllTheSame() {
        List<Phase> turns = new ArrayList<>();
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        for (int turn = 0; turn < 3; turn++) {
            rig.stand(Duration.ofSeconds(5));
            turns.add(rig.phase(0));
            rig.show("c2");
            rig.play(Duration.ofSeconds(5));
            rig.show("c1");
        }
        assertThat(turns).containsExactly(Phase.LIVE, Phase.UNCHANGED, Phase.UNCHANGED);
    }

    @Test
    void whatMovedIsLiveWithItsFirstPictureThoughItWasAwayForLong() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(20));
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofSeconds(30));
        watchTile();
        rig.publish();
        rig.advance(LiveWall.SAMPLE);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(seen).doesNotContain(Phase.UNCHANGED);
    }

    @Test
    void whatNobodyHasLookedAtForLongBeginsAnew() {
        stands();
        rig.show("c2");
        rig.play(Standstills.KEPT.plusSeconds(1));
        rig.show("c1");
        rig.stand(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aStreamThatStandsWhileTheOtherMovesIsRemembered() {
        stands();
        mainMovesInStreamOf(StreamChoice.MAIN, Duration.ofSeconds(20));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        mainMovesInStreamOf(StreamChoice.SUB, Duration.ofSeconds(3));
        assertThat(rig.tile(0).stream()).contains(LiveRig.SUB);
        assertThat(rig.phase(0)).isEqualTo(Phase.UNCHANGED);
    }

    /** The large stream moves, the small one does what it does, so often. */
    private void mainMovesAndTheOther(Consumer<FakePictures> other, Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            for (FakePlayers.One one : rig.players.playing()) {
                if (one.request.grant().role() == StreamRole.MAIN) {
                    one.pictures().publish();
                } else {
                    other.accept(one.pictures());
                }
            }
            rig.advance(Duration.ofMillis(50));
        }
    }

    /** The small stream stood, and the tile has become large, where it moves. */
    private void standsInTheSmallStreamAndMovesInTheLargeOne() {
        stands();
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        mainMovesAndTheOther(FakePictures::publishSame, Duration.ofSeconds(20));
        assertThat(rig.tile(0).stream()).contains(LiveRig.MAIN);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        watchTile();
        rig.wall.resize(0, new PixelSize(320, 180), false);
    }

    @Test
    void aStreamThatStoodAndMovesAgainTakesOverWithoutAWordOfIt() {
        standsInTheSmallStreamAndMovesInTheLargeOne();
        mainMovesAndTheOther(FakePictures::publish, Duration.ofSeconds(20));
        assertThat(rig.tile(0).stream()).contains(LiveRig.SUB);
        assertThat(seen).containsOnly(Phase.LIVE);
    }

    @Test
    void aStreamThatGoesOnStandingDoesNotTakeOverFromOneThatMoves() {
        standsInTheSmallStreamAndMovesInTheLargeOne();
        mainMovesAndTheOther(FakePictures::publishSame, Duration.ofSeconds(40));
        assertThat(rig.tile(0).stream()).contains(LiveRig.MAIN);
        assertThat(seen).containsOnly(Phase.LIVE);
        assertThat(rig.players.opened.size())
                .as("and is not asked for all the time")
                .isBetween(3, 6);
    }

    private void mainMovesInStreamOf(StreamChoice choice, Duration by) {
        CellContent picked =
                new CellContent.OfCamera(LiveRig.camera("c1", List.of()).id(), choice);
        rig.wall.rearrange(List.of(new LiveWall.Slot(picked, 0)));
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            for (FakePlayers.One one : rig.players.playing()) {
                if (one.request.grant().role() == StreamRole.MAIN) {
                    one.pictures().publish();
                } else {
                    one.pictures().publishSame();
                }
            }
            rig.advance(Duration.ofMillis(50));
        }
    }

    @Test
    void whoTakesShortTurnsInANoisyNightIsNeverSaidToStand() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        watchTile();
        for (int turn = 0; turn < 5; turn++) {
            rig.show("c1");
            for (int i = 0; i < 80; i++) {
                rig.players.playing().forEach(one -> one.pictures().publishNoise());
                rig.advance(Duration.ofMillis(50));
            }
            rig.show("c2");
            rig.play(Duration.ofSeconds(4));
        }
        assertThat(seen).doesNotContain(Phase.UNCHANGED);
    }

    @Test
    void aStreamThatWasOpenedForAMomentTellsNothingOfWhatItTookOver() {
        stands();
        mainMovesInStreamOf(StreamChoice.MAIN, Duration.ofMillis(50));
        onePictureOfMain();
        rig.wall.rearrange(List.of(new LiveWall.Slot(LiveRig.content("c1"), 0)));
        rig.play(Duration.ofSeconds(3));
        movesOnAndIsLiveInNoise();
    }

    @Test
    void aStreamThatMovedSinceDoesNotStandBecauseTheOtherDidBefore() {
        stands();
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        rig.stand(Duration.ofSeconds(5));
        assertThat(rig.players.playing().getFirst().request.grant().role()).isEqualTo(StreamRole.MAIN);
        rig.wall.resize(0, new PixelSize(320, 180), false);
        rig.stand(Duration.ofSeconds(20));
        movesOnAndIsLiveInNoise();
    }

    private void onePictureOfMain() {
        for (FakePlayers.One one : rig.players.playing()) {
            if (one.request.grant().role() == StreamRole.MAIN) {
                one.pictures().publishSame();
            }
        }
        rig.advance(Duration.ofMillis(50));
    }

    /** Noise alone is known as such only after seconds, so that new pictures of it look as if they stood. */
    private void movesOnAndIsLiveInNoise() {
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.tile(0).stream()).contains(LiveRig.SUB);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        watchTile();
        rig.wall.resize(0, new PixelSize(400, 225), false);
        rig.stand(Duration.ofSeconds(4));
        assertThat(seen).containsOnly(Phase.LIVE);
    }

    @Test
    void aPictureSentAgainAndAgainIsNeverLiveHoweverOftenItsStreamIsOpened() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.tellTimeStands(true);
        rig.stand(Duration.ofSeconds(4));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        watchTile();
        long since = rig.tile(0).newestAtNanos();
        for (int i = 0; i < 60; i++) {
            rig.stand(Duration.ofSeconds(3));
            rig.tellTimeStands(true);
        }
        assertThat(rig.players.opened.size()).as("opened anew").isBetween(4, 9);
        assertThat(seen).containsOnly(Phase.FROZEN, Phase.UNCHANGED, Phase.RECONNECTING);
        assertThat(rig.tile(0).changedAtNanos() - since).isZero();
        rig.tellTimeStands(false);
        rig.play(Duration.ofSeconds(60));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aBlackPictureIsBlackInAnotherSizeAtOnceAndALampMakesItLive() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        black(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.BLACK);
        watchTile();
        rig.wall.resize(0, new PixelSize(400, 225), false);
        black(Duration.ofSeconds(1));
        rig.players.last().fail(Failure.Kind.WORKER);
        rig.advance(Duration.ofMillis(100));
        black(Duration.ofSeconds(1));
        assertThat(seen).containsOnly(Phase.BLACK, Phase.RECONNECTING);
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    private void black(Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            rig.players.playing().forEach(one -> one.pictures().publishBlack());
            rig.advance(Duration.ofMillis(50));
        }
    }

    @Test
    void picturesThatComeSecondsOldAreLateAndSaySo() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.players.last().pictures().delayBy(4000);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.LATE, Cause.PICTURES_OLD));
        assertThat(rig.clock.nanos() - rig.tile(0).newestAtNanos())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(4).toNanos());
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).startsWith("tile.late", "cause.picturesOld");
        rig.players.last().pictures().delayBy(30);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void picturesThatAreOldByTheirCamerasClockAreLateWhereItCanBeBelieved() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        tellAge(20_000, false);
        tellAge(20_000, false);
        assertThat(rig.phase(0)).as("a wrong clock").isEqualTo(Phase.LIVE);
        tellAge(20_000, true);
        assertThat(rig.phase(0)).as("one word may be of a bad moment").isEqualTo(Phase.LIVE);
        tellAge(20_000, true);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.LATE, Cause.OLD_BY_CLOCK));
        assertThat(rig.clock.nanos() - rig.tile(0).newestAtNanos())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(20).toNanos());
        tellAge(900, true);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    private void tellAge(long millis, boolean trusted) {
        Delivery delivery =
                new Delivery(MediaTransport.UNKNOWN, 1, 15, 15, new PictureAge(millis, trusted), false, false);
        rig.players.last().listener.statistics(LiveRig.figures(100, 100, delivery));
        rig.play(Duration.ofSeconds(1));
    }
}
