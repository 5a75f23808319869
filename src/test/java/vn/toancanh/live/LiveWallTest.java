package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;

class LiveWallTest {
    private final LiveRig rig = new LiveRig();

    @Test
    void aTileIsLiveOnceItsFirstPictureIsThereAndNotBefore() {
        rig.show("c1", "");
        assertThat(rig.phase(0)).isEqualTo(Phase.OPENING);
        assertThat(rig.phase(1)).isEqualTo(Phase.EMPTY);
        rig.play(Duration.ofMillis(300));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.wall.notLive()).isEqualTo(new LiveWall.NotLive(0, 1));
    }

    @Test
    void aSilentPlayerIsLateThenFrozenThenOpenedAnew() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.advance(Duration.ofMillis(1300));
        assertThat(rig.phase(0)).isEqualTo(Phase.LATE);
        assertThat(rig.wall.notLive().count()).isZero();
        rig.advance(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        assertThat(rig.wall.notLive().count()).isEqualTo(1);
        rig.advance(Feed.STUCK_AFTER);
        assertThat(rig.players.opened.getFirst().closed).isTrue();
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        rig.advance(Duration.ofSeconds(2));
        assertThat(rig.players.opened).hasSize(2);
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aFrozenTileComesBackWithTheNextPicture() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.advance(Duration.ofSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        rig.play(Duration.ofMillis(400));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).hasSize(1);
    }

    @Test
    void aPictureThatDoesNotChangeForTenSecondsIsSaidAndNotCountedLive() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.stand(Duration.ofSeconds(8));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        rig.stand(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.UNCHANGED);
        assertThat(rig.wall.notLive().count()).isEqualTo(1);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aPictureThatIsSentAgainAndAgainAtOneTimeIsFrozenAndItsStreamOpenedAnew() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.tellTimeStands(true);
        rig.stand(Duration.ofMillis(2500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        rig.stand(Duration.ofSeconds(1));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.FROZEN, Cause.TIME_STANDS));
        assertThat(rig.clock.nanos() - rig.tile(0).newestAtNanos())
                .as("its age is that of what it shows")
                .isGreaterThan(Duration.ofSeconds(3).toNanos());
        rig.stand(Feed.STUCK_AFTER.minusSeconds(3));
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.TIME_STANDS);
        assertThat(rig.players.opened.getFirst().closed).isTrue();
    }

    @Test
    void aRepeatedPictureIsNoLongerSaidToBeOneOnceTimeGoesOn() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        rig.tellTimeStands(true);
        rig.stand(Duration.ofSeconds(10));
        rig.tellTimeStands(false);
        rig.stand(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.UNCHANGED);
    }

    @Test
    void aTimeThatStandsIsNoFaultWhilePicturesChange() {
        rig.show("c1");
        rig.tellTimeStands(true);
        rig.play(Duration.ofSeconds(30));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aFailedPlayerIsTriedAgainWithGrowingWaitsUntilThirtySecondsOfVideo() {
        rig.show("c1");
        for (int attempt = 1; attempt <= 4; attempt++) {
            rig.players.last().fail(Failure.Kind.UNREACHABLE);
            assertThat(rig.tile(0).state().attempt()).isEqualTo(attempt);
            assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.CAMERA_UNREACHABLE);
            long wait = rig.tile(0).state().dueNanos() - rig.clock.nanos();
            assertThat(wait).isBetween((1L << (attempt - 1)) * 500_000_000L, (1L << (attempt - 1)) * 1_000_000_000L);
            rig.advance(Duration.ofNanos(wait).plusMillis(50));
            assertThat(rig.players.opened).hasSize(attempt + 1);
        }
        rig.play(Duration.ofSeconds(32));
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        assertThat(rig.tile(0).state().attempt()).isEqualTo(1);
    }

    @Test
    void aRefusedPasswordIsNamedAndTriedRarely() {
        rig.show("c1");
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.FAILED, Cause.PASSWORD_REFUSED));
        rig.advance(Duration.ofSeconds(30));
        assertThat(rig.players.opened).hasSize(1);
        rig.advance(Duration.ofSeconds(31));
        assertThat(rig.players.opened).hasSize(2);
        rig.play(Duration.ofMillis(300));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void whatWaitsForTheServerIsTriedAtOnceWhenItIsBack() {
        rig.grants.refusal = Failure.Kind.UNREACHABLE;
        rig.show("c1", "c2", "nobody");
        rig.advance(Duration.ofMinutes(10));
        assertThat(rig.tile(0).state().phase()).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.SERVER_AWAY);
        rig.grants.refusal = null;
        rig.wall.tryNow(Set.of(Cause.NO_VIDEO));
        rig.advance(Duration.ofMillis(10));
        assertThat(rig.players.opened).isEmpty();
        rig.wall.tryNow(Set.of(Cause.SERVER_AWAY));
        rig.advance(Duration.ofMillis(500));
        assertThat(rig.players.opened).hasSize(2);
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
    }

    @Test
    void noRightsAndUnknownCamerasAndCodecsAreSaid() {
        rig.know(LiveRig.camera("odd", List.of()));
        rig.grants.refusal = Failure.Kind.FORBIDDEN;
        rig.show("c1", "nobody", "odd");
        assertThat(rig.phase(0)).isEqualTo(Phase.NO_RIGHTS);
        assertThat(rig.tile(1).state()).isEqualTo(TileState.of(Phase.FAILED, Cause.CAMERA_UNKNOWN));
        assertThat(rig.phase(2)).isEqualTo(Phase.UNSUPPORTED);
        rig.grants.refusal = null;
        rig.know(LiveRig.camera("nobody", List.of(LiveRig.MAIN)));
        rig.wall.camerasChanged();
        rig.advance(Duration.ofSeconds(1));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
        rig.advance(Duration.ofSeconds(61));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void grantsAreAskedInOneRequestKeptWhileTheServerIsAwayAndRenewedInTime() {
        rig.show("c1", "c2", "c3");
        assertThat(rig.grants.asked).hasSize(1);
        assertThat(rig.grants.asked.getFirst()).hasSize(3);
        rig.play(Duration.ofSeconds(40));
        assertThat(rig.grants.asked).hasSize(1);
        rig.play(Duration.ofSeconds(10));
        assertThat(rig.grants.asked).hasSize(2);
        rig.grants.silent = true;
        rig.players.open().getFirst().fail(Failure.Kind.WORKER);
        int opened = rig.players.opened.size();
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.players.opened).hasSize(opened + 1);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void playersThatStayAreMovedAndNotOpenedAgain() {
        rig.show("c1", "c2", "c3");
        rig.play(Duration.ofSeconds(1));
        LiveTile moved = rig.tile(2);
        rig.wall.rearrange(List.of(
                new LiveWall.Slot(LiveRig.content("c3"), 2),
                new LiveWall.Slot(LiveRig.content("c4"), -1),
                new LiveWall.Slot(LiveRig.content("c1"), 0)));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0)).isSameAs(moved);
        assertThat(moved.index()).isZero();
        assertThat(rig.players.opened).hasSize(4);
        assertThat(rig.players.playing()).hasSize(3);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void lateAnswersOfATileThatWasClearedAreDropped() {
        rig.grants.silent = true;
        rig.show("c1");
        rig.wall.rearrange(List.of(new LiveWall.Slot(LiveRig.content("c2"), -1)));
        rig.grants.silent = false;
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(1);
        assertThat(rig.players.last().request.grant().camera().value()).isEqualTo("c2");
        FakePlayers.One old = rig.players.last();
        rig.wall.rearrange(List.of(new LiveWall.Slot(LiveRig.content(""), -1)));
        old.fail(Failure.Kind.UNREACHABLE);
        assertThat(rig.phase(0)).isEqualTo(Phase.EMPTY);
        rig.advance(Duration.ofSeconds(5));
        assertThat(rig.players.opened).hasSize(1);
    }

    @Test
    void aWallOfSixtyFourDoesNotOpenInOneBurst() {
        rig.wall.rearrange(IntStream.rangeClosed(1, 64)
                .mapToObj(i -> new LiveWall.Slot(LiveRig.content("c" + i), -1))
                .toList());
        rig.advance(Duration.ofMillis(1));
        assertThat(rig.players.opened.size()).isBetween(1, 10);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.players.opened).hasSize(64);
        assertThat(rig.players.opened.stream().map(one -> one.request.generation()))
                .doesNotHaveDuplicates();
    }

    @Test
    void enlargingOpensTheLargeStreamFirstAndLeavesTheSmallOneWhenItIsLive() {
        rig.show("c1");
        FakePlayers.One small = rig.players.last();
        assertThat(small.request.grant().role()).isEqualTo(StreamRole.SUB);
        rig.play(Duration.ofSeconds(2));
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        rig.advance(Duration.ofMillis(600));
        FakePlayers.One large = rig.players.last();
        assertThat(large.request.grant().role()).isEqualTo(StreamRole.MAIN);
        assertThat(small.closed).isFalse();
        assertThat(rig.tile(0).pictures()).isSameAs(small.pictures);
        rig.play(Duration.ofSeconds(1));
        assertThat(small.size).as("rests").isNull();
        assertThat(rig.tile(0).pictures()).isSameAs(large.pictures);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aLargeStreamThatFailsLeavesTheSmallOneOnShow() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        rig.advance(Duration.ofMillis(600));
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.open().getFirst().request.grant().role()).isEqualTo(StreamRole.SUB);
    }

    @Test
    void aPlayerWithoutPicturesIsGivenUp() {
        rig.show("c1");
        rig.advance(FirstWait.PICTURE_LIMIT.plusSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.NO_VIDEO);
        assertThat(rig.players.opened.getFirst().closed).isTrue();
    }

    @Test
    void everyTileSaysWhy() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).why())
                .extracting(Reason::textKey)
                .containsExactly("tile.live", "why.streamSub", "why.smallTile");
        tellTickRate(48_000);
        assertThat(rig.tile(0).why()).contains(Reason.of("why.tickRate", 48_000));
        tellTickRate(-90_000);
        assertThat(rig.tile(0).why()).contains(Reason.of("why.timeRunsBack"));
    }

    private void tellTickRate(int found) {
        Delivery delivery = new Delivery(MediaTransport.TCP, 1, 15, 15, null, false, false, found);
        rig.players.last().listener.statistics(LiveRig.figures(100, 100, delivery));
    }

    @Test
    void closingTheWallClosesEveryPlayer() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(1));
        rig.wall.close();
        assertThat(rig.players.open()).isEmpty();
    }
}
