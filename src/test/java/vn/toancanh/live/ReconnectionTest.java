package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;

/** How tiles come back: at once where they may, one after another where they must. */
class ReconnectionTest {
    private final LiveRig rig = new LiveRig();

    private StreamRole role() {
        return rig.players.last().request.grant().role();
    }

    @Test
    void aTileWhoseWorkerFellOpensAtOnceTwiceAndWaitsFromThenOn() {
        rig.show("c1");
        for (int fall = 1; fall <= Reconnection.AT_ONCE; fall++) {
            rig.players.last().fail(Failure.Kind.WORKER);
            assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.WORKER_RESTARTED);
            rig.advance(Duration.ofMillis(30));
            assertThat(rig.players.opened).hasSize(fall + 1);
        }
        rig.players.last().fail(Failure.Kind.WORKER);
        rig.advance(Duration.ofMillis(350));
        assertThat(rig.players.opened).hasSize(Reconnection.AT_ONCE + 1);
        rig.advance(Duration.ofMillis(100));
        assertThat(rig.players.opened).hasSize(Reconnection.AT_ONCE + 2);
        rig.play(Duration.ofSeconds(32));
        rig.players.last().fail(Failure.Kind.WORKER);
        rig.advance(Duration.ofMillis(30));
        assertThat(rig.players.opened).hasSize(Reconnection.AT_ONCE + 3);
    }

    @Test
    void aSceneThatStandsStillIsVideoToo() {
        rig.show("c1");
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofSeconds(2));
        rig.play(Duration.ofSeconds(1));
        rig.stand(Duration.ofSeconds(45));
        assertThat(rig.phase(0)).isEqualTo(Phase.UNCHANGED);
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        assertThat(rig.tile(0).state().attempt()).isEqualTo(1);
    }

    @Test
    void aHalfWallWhoseWorkerFellIsOpenAgainWithinAQuarterOfASecondButNotInOneBurst() {
        rig.show(IntStream.rangeClosed(1, 18).mapToObj(i -> "c" + i).toArray(String[]::new));
        rig.play(Duration.ofSeconds(3));
        List.copyOf(rig.players.open()).forEach(one -> one.fail(Failure.Kind.WORKER));
        rig.advance(Duration.ofMillis(1));
        assertThat(rig.players.open()).hasSizeBetween(1, 5);
        rig.advance(Duration.ofMillis(250));
        assertThat(rig.players.open()).hasSize(18);
    }

    @Test
    void aStreamInQuarantinePlaysAndSaysSoUntilItIsCleared() {
        rig.show("c1");
        rig.players.last().listener.quarantined(true);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.QUARANTINED, Cause.IN_CRASHES));
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).startsWith("tile.quarantined", "cause.inCrashes");
        assertThat(rig.wall.notLive().count()).isZero();
        rig.advance(Duration.ofSeconds(4));
        assertThat(rig.phase(0)).isEqualTo(Phase.FROZEN);
        rig.players.last().listener.quarantined(false);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).state()).isEqualTo(TileState.LIVE);
    }

    @Test
    void aStreamThatFellsDecodersStaysDarkWithItsCause() {
        rig.know(LiveRig.camera("single", List.of(LiveRig.SUB)));
        rig.show("single");
        rig.players.last().fail(Failure.Kind.HARMFUL);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.FAILED, Cause.CRASHES_DECODER));
        rig.advance(Duration.ofSeconds(50));
        assertThat(rig.players.opened).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_FOUND", "PROTOCOL", "UNSUPPORTED", "HARMFUL"})
    void whereAStreamFailsTheCamerasOtherOnePlaysAndSaysWhy(Failure.Kind kind) {
        rig.show("c1");
        assertThat(role()).isEqualTo(StreamRole.SUB);
        rig.players.last().fail(kind);
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        rig.advance(Duration.ofMillis(1100));
        assertThat(role()).isEqualTo(StreamRole.MAIN);
        rig.play(Duration.ofSeconds(20));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.players.opened).as("no switching to and fro").hasSize(2);
        assertThat(rig.tile(0).why()).extracting(Reason::textKey).contains("why.otherFailed");
        rig.play(Duration.ofSeconds(80));
        assertThat(role()).as("the first is tried again").isEqualTo(StreamRole.SUB);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void whereBothFailTheyTakeTurns() {
        rig.show("c1");
        for (StreamRole next : List.of(StreamRole.MAIN, StreamRole.SUB, StreamRole.MAIN, StreamRole.SUB)) {
            rig.players.last().fail(Failure.Kind.NOT_FOUND);
            while (rig.players.last().closed) {
                rig.advance(Duration.ofMillis(250));
            }
            assertThat(role()).isEqualTo(next);
        }
    }

    @Test
    void silenceMustHaveComeTwiceBeforeAnotherStreamIsTried() {
        rig.show("c1");
        rig.players.last().fail(Failure.Kind.TIMEOUT);
        rig.advance(Duration.ofMillis(1100));
        assertThat(role()).isEqualTo(StreamRole.SUB);
        rig.players.last().fail(Failure.Kind.TIMEOUT);
        rig.advance(Duration.ofMillis(2100));
        assertThat(role()).isEqualTo(StreamRole.MAIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "WORKER", "BUSY", "RESOURCES"})
    void whatIsNotTheStreamsFaultDoesNotChangeIt(Failure.Kind kind) {
        rig.show("c1");
        for (int i = 0; i < 3; i++) {
            rig.players.last().fail(kind);
            rig.advance(Duration.ofSeconds(5));
            assertThat(role()).isEqualTo(StreamRole.SUB);
        }
    }

    @Test
    void aRefusedPasswordAndAStreamPickedByHandAreKept() {
        rig.show("c1");
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        rig.advance(Duration.ofSeconds(65));
        assertThat(role()).isEqualTo(StreamRole.SUB);
        CellContent picked =
                new CellContent.OfCamera(LiveRig.camera("c2", List.of()).id(), StreamChoice.SUB);
        rig.wall.rearrange(List.of(new LiveWall.Slot(picked, -1)));
        rig.advance(Duration.ofSeconds(1));
        rig.players.last().fail(Failure.Kind.NOT_FOUND);
        rig.advance(Duration.ofSeconds(2));
        assertThat(role()).isEqualTo(StreamRole.SUB);
    }

    @Test
    void aGrantOfEarlierThatIsRefusedIsAskedAnewAndOnlyANewOneIsBelieved() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(5));
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofMillis(1100));
        assertThat(rig.grants.asked).hasSize(1);
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.phase(0)).isEqualTo(Phase.RECONNECTING);
        rig.advance(Duration.ofMillis(2100));
        assertThat(rig.grants.asked).hasSize(2);
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.phase(0)).isEqualTo(Phase.FAILED);
    }

    @Test
    void aGrantThatIsStaleAfterALongAbsenceIsAskedAnewAtOnceButNotForEver() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(5));
        for (int i = 0; i < 5; i++) {
            rig.players.last().fail(Failure.Kind.RELAY_AWAY);
            rig.advance(Duration.ofSeconds(i < 4 ? 7 : 0));
            rig.tile(0).tryNow();
            rig.advance(Duration.ofMillis(100));
        }
        assertThat(rig.grants.asked).hasSize(1);
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.SERVER_REFUSED);
        rig.advance(Duration.ofMillis(600));
        assertThat(rig.grants.asked).hasSize(2);
        assertThat(rig.players.open()).as("opened with the new one").hasSize(1);
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.phase(0)).as("a new one that is refused").isEqualTo(Phase.FAILED);
    }

    @Test
    void aGrantThatIsUsedAgainIsNoAnswerOfTheServer() {
        rig.grants.kept = true;
        rig.grants.unknown.add(new CameraId("c2"));
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(5));
        for (int i = 0; i < 9; i++) {
            List.copyOf(rig.players.open()).forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
            rig.advance(Duration.ofMillis(1100));
            rig.play(Duration.ofSeconds(4));
        }
        assertThat(askedFor("c2")).as("tries with growing waits").isLessThan(9);
    }

    @Test
    void aKeptGrantThatIsRefusedWhenUsedAgainWaitsForTheServer() {
        rig.grants.kept = true;
        rig.show("c1");
        rig.play(Duration.ofSeconds(5));
        rig.players.last().fail(Failure.Kind.UNREACHABLE);
        rig.advance(Duration.ofMillis(1100));
        assertThat(rig.grants.asked).hasSize(1);
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.GRANT_OVER);
    }

    private int askedFor(String camera) {
        return (int) rig.grants.asked.stream()
                .flatMap(List::stream)
                .filter(wish -> wish.camera().value().equals(camera))
                .count();
    }

    @Test
    void theFirstCameraThatIsBackBringsAllOfItsNetworkAtOnce() {
        rig.show(IntStream.rangeClosed(1, 12).mapToObj(i -> "c" + i).toArray(String[]::new));
        rig.play(Duration.ofSeconds(1));
        for (int i = 0; i < 9; i++) {
            List.copyOf(rig.players.open()).forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
            rig.advance(Duration.ofSeconds(30));
        }
        List.copyOf(rig.players.open()).forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
        while (rig.players.open().isEmpty()) {
            rig.advance(Duration.ofMillis(100));
        }
        assertThat(rig.wall.notLive().count()).isEqualTo(12);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.wall.notLive().count()).isZero();
    }

    @Test
    void whenTheServerIsBackThoseWhoWaitedForItAreTriedAtOnce() {
        rig.grants.refusal = Failure.Kind.UNREACHABLE;
        rig.show("c1", "c2");
        rig.advance(Duration.ofMinutes(5));
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.SERVER_AWAY);
        rig.grants.refusal = null;
        rig.wall.commons().comeback().everywhere();
        rig.advance(Duration.ofSeconds(1));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.wall.notLive().count()).isZero();
    }

    @Test
    void networksAreToldApartByTheirFirstThreeBytes() {
        Comeback comeback = new Comeback(rig.desk, new Random(1));
        List<String> tried = new ArrayList<>();
        for (String host : List.of("10.1.2.3", "10.1.2.200", "10.1.3.4", "recorder-7")) {
            comeback.waitFor(host, () -> tried.add(host));
        }
        comeback.waitFor("10.1.2.9", () -> tried.add("closed")).close();
        comeback.answers("10.1.2.77");
        assertThat(tried).as("not in one burst").isEmpty();
        rig.advance(Comeback.SPREAD);
        assertThat(tried).containsExactlyInAnyOrder("10.1.2.3", "10.1.2.200");
        comeback.answers("10.1.2.77");
        rig.advance(Comeback.SPREAD);
        assertThat(tried).hasSize(2);
    }

    @Test
    void allWallsTogetherOpenSoManyAtOneHostAndNoMore() {
        LiveCommons commons = LiveCommons.on(rig.desk, new Random(1));
        List<LiveWall> walls = Stream.generate(() -> new LiveWall(new LiveParts(
                        rig.desk,
                        rig.clock,
                        rig.grants,
                        rig.players,
                        id -> Optional.ofNullable(rig.cameras.get(id)),
                        new Random(3),
                        commons,
                        true)))
                .limit(2)
                .toList();
        walls.forEach(wall -> wall.rearrange(IntStream.rangeClosed(1, 20)
                .mapToObj(i -> new LiveWall.Slot(LiveRig.content("c" + i), -1))
                .toList()));
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(OpenPacer.PER_HOST);
        rig.players.opened.getFirst().fail(Failure.Kind.CREDENTIALS);
        rig.advance(Duration.ofMillis(50));
        assertThat(rig.players.opened).hasSize(OpenPacer.PER_HOST + 1);
        for (int twice = 0; twice < 2; twice++) {
            rig.players.opened.get(5).listener.playing();
            rig.advance(Duration.ofMillis(50));
        }
        assertThat(rig.players.opened)
                .as("one that plays, though it has no picture yet, makes room for one")
                .hasSize(OpenPacer.PER_HOST + 2);
        walls.getFirst().close();
        rig.advance(OpenPacer.LONGEST);
        assertThat(rig.players.opened)
                .as("silent cameras do not keep others from opening for long, closed walls open nothing")
                .hasSizeGreaterThanOrEqualTo(39)
                .hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aWorkerThatFallsAgainAndAgainKeepsNobodyWaitingLong() {
        rig.show("c1");
        for (int fall = 0; fall < 8; fall++) {
            rig.play(Duration.ofSeconds(5));
            assertThat(rig.phase(0)).as("after fall %d", fall).isEqualTo(Phase.LIVE);
            rig.players.last().fail(Failure.Kind.WORKER);
        }
    }
}
