package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamRole;

class WarmStreamsTest {
    private final LiveRig rig = new LiveRig();
    private final WarmStreams warm = rig.wall.commons().warm();

    private void place(String id) {
        rig.wall.rearrange(List.of(new LiveWall.Slot(LiveRig.content(id), -1)));
    }

    @Test
    void aCameraThatComesBackFindsItsStreamReceived() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        FakePlayers.One player = rig.players.last();
        place("");
        assertThat(player.closed).isFalse();
        assertThat(player.size).as("it makes no pictures").isNull();
        assertThat(warm.count()).isEqualTo(1);
        rig.advance(Duration.ofSeconds(20));
        place("c1");
        assertThat(player.size).isNotNull();
        assertThat(rig.phase(0)).as("no picture from before is shown as new").isEqualTo(Phase.OPENING);
        rig.play(Duration.ofMillis(300));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).hasSize(1);
        assertThat(warm.count()).isZero();
    }

    @Test
    void whatNobodyComesBackToIsLetGo() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        place("");
        rig.advance(WarmStreams.KEPT.plusSeconds(1));
        assertThat(rig.players.last().closed).isTrue();
        assertThat(warm.count()).isZero();
    }

    @Test
    void aStreamWithoutPicturesIsNotKept() {
        rig.show("c1");
        place("");
        assertThat(rig.players.last().closed).isTrue();
        assertThat(warm.count()).isZero();
    }

    @Test
    void whatIsExpectedIsReceivedOnceAndTakenAtOnce() {
        rig.show("c1", "");
        rig.play(Duration.ofSeconds(1));
        List<CameraId> next = List.of(new CameraId("c1"), new CameraId("c2"), new CameraId("c3"));
        rig.wall.expect(next);
        rig.advance(Duration.ofSeconds(1));
        rig.wall.expect(next);
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).as("c1 is on the wall").hasSize(3);
        assertThat(warm.count()).isEqualTo(2);
        FakePlayers.One player = rig.players.opened.get(1);
        assertThat(player.request.size()).isNull();
        assertThat(player.request.grant().role()).isEqualTo(StreamRole.SUB);
        rig.wall.rearrange(
                List.of(new LiveWall.Slot(LiveRig.content("c1"), 0), new LiveWall.Slot(LiveRig.content("c2"), -1)));
        assertThat(player.size).isNotNull();
        rig.play(Duration.ofMillis(300));
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).hasSize(3);
    }

    private static String[] cameras(int from) {
        return IntStream.range(from, from + WarmStreams.MOST)
                .mapToObj(number -> "c" + number)
                .toArray(String[]::new);
    }

    /** Time passes while those that rest receive what they were opened for. */
    private void receive(Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 250) {
            rig.players.open().stream().filter(one -> one.size == null).forEach(WarmStreamsTest::comes);
            rig.play(Duration.ofMillis(250));
        }
    }

    private static void comes(FakePlayers.One one) {
        one.listener.statistics(LiveRig.figures(1, 0, new Delivery(MediaTransport.TCP, 1, 15, 0, null, false, false)));
    }

    @Test
    void onlySoManyAtOneHostAreOpenedAheadBeforeThoseBeforeThemAreReceived() {
        rig.wall.expect(Stream.of(cameras(1)).map(CameraId::new).toList());
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(OpenPacer.AHEAD_PER_HOST);
        comes(rig.players.opened.get(3));
        rig.advance(Duration.ofMillis(50));
        assertThat(rig.players.opened).hasSize(OpenPacer.AHEAD_PER_HOST + 1);
        rig.players.opened.get(4).fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofMillis(50));
        assertThat(rig.players.opened).hasSize(OpenPacer.AHEAD_PER_HOST + 2);
        rig.advance(OpenPacer.LONGEST);
        assertThat(rig.players.opened)
                .as("silent ones do not keep others waiting for long")
                .hasSize(2 * OpenPacer.AHEAD_PER_HOST + 2);
    }

    @Test
    void whoeverLooksAtATileDoesNotWaitForWhatIsOpenedAhead() {
        rig.wall.expect(Stream.of(cameras(41)).map(CameraId::new).toList());
        rig.advance(Duration.ofSeconds(1));
        rig.show("c1", "c2", "c3", "c4", "c5", "c6");
        assertThat(rig.players.opened.subList(OpenPacer.AHEAD_PER_HOST, rig.players.opened.size()))
                .hasSize(6)
                .allMatch(one -> one.size != null);
    }

    @Test
    void aWholeWallThatChangesTakesWhatItExpected() {
        String[] first = cameras(1);
        String[] next = cameras(1 + WarmStreams.MOST);
        rig.show(first);
        rig.play(Duration.ofSeconds(3));
        rig.wall.expect(Stream.of(next).map(CameraId::new).toList());
        receive(Duration.ofSeconds(3));
        assertThat(warm.count()).isEqualTo(WarmStreams.MOST);
        rig.show(next);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.wall.notLive().count()).isZero();
        rig.show(first);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.wall.notLive().count())
                .as("the wall before is there too")
                .isZero();
        assertThat(rig.players.opened).hasSize(2 * WarmStreams.MOST);
        assertThat(warm.count()).isEqualTo(WarmStreams.MOST);
    }

    @Test
    void whatIsWantedNoMoreIsNeitherFrozenNorNotLive() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(1));
        place("c1");
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.wall.notLive()).isEqualTo(new LiveWall.NotLive(0, 1));
    }

    @Test
    void aWarmStreamThatFailsIsForgottenAndItsTileOpensAnew() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(1));
        FakePlayers.One player = rig.players.last();
        place("");
        player.fail(Failure.Kind.UNREACHABLE);
        assertThat(warm.count()).isZero();
        rig.show("c1");
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.phase(0)).isEqualTo(Phase.OPENING);
    }

    @Test
    void thoseLeastRecentlyWantedGoFirst() {
        rig.wall.expect(IntStream.rangeClosed(1, WarmStreams.MOST)
                .mapToObj(i -> new CameraId("c" + i))
                .toList());
        receive(Duration.ofSeconds(3));
        rig.wall.expect(List.of(new CameraId("c1")));
        rig.wall.expect(List.of(new CameraId("c90")));
        rig.advance(Duration.ofSeconds(1));
        assertThat(warm.count()).isEqualTo(WarmStreams.MOST);
        assertThat(rig.players.open()).noneMatch(one -> LiveRig.of(one, "c2"));
        assertThat(rig.players.open()).anyMatch(one -> LiveRig.of(one, "c1"));
        warm.limit(1);
        assertThat(rig.players.open()).singleElement().matches(one -> LiveRig.of(one, "c90"));
    }

    @Test
    void theSmallStreamWaitsWhileTheTileIsEnlarged() {
        rig.show("c1");
        FakePlayers.One small = rig.players.last();
        rig.play(Duration.ofSeconds(2));
        rig.wall.resize(0, new PixelSize(1920, 1080), true);
        rig.play(Duration.ofSeconds(10));
        assertThat(small.size).isNull();
        rig.wall.resize(0, new PixelSize(320, 180), false);
        rig.play(Duration.ofSeconds(8));
        assertThat(small.size).isEqualTo(new PixelSize(320, 180));
        assertThat(rig.tile(0).pictures()).isSameAs(small.pictures);
        assertThat(rig.players.opened).hasSize(2);
    }

    @Test
    void aClosedWallLeavesNothingOpen() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(1));
        place("c1");
        rig.wall.close();
        assertThat(rig.players.open()).isEmpty();
    }
}
