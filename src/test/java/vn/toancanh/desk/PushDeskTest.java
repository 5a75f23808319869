package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Control;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** A desk that brings scenes to walls: what it sends, and what it says came of it. */
class PushDeskTest {
    private static final Layout STANDS = named("Cầu");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeCityWalls server = new FakeCityWalls();
    private final FakeSessions sessions = new FakeSessions();
    private int changes;
    private int made;
    private PushDesk desk;

    private static Layout named(String name) {
        Layout empty = WallState.empty(GridShape.uniform(1, 1)).layout();
        return new Layout(null, name, empty.scope(), empty.grid(), empty.cells(), 0);
    }

    @BeforeEach
    void start() {
        sessions.rights = List.of(new Right(Level.OPERATE, null, List.of()));
        sessions.signIn(URI.create("https://may.vn"), "ban3", Secret.of(FakeSessions.PASSWORD), any -> {});
        server.with(FakeCityWalls.wall("truc", "Phòng trực", "s1", "s2"))
                .with(FakeCityWalls.wall("sanh", "Sảnh", "s1"));
        server.standing.put(
                "s1", new ScreenStanding("s1", true, Optional.of(new ScreenHealth(4, 3)), Optional.of(STANDS)));
        server.standing.put("s2", new ScreenStanding("s2", false, Optional.empty(), Optional.empty()));
        PlaceRights rights = new PlaceRights(sessions, () -> CatalogueSnapshot.EMPTY);
        desk = new PushDesk(lane, server, rights, () -> named("Của tôi"), "bàn 3", () -> new UUID(0, ++made));
        desk.watched().watch(() -> changes++);
    }

    private Said said() {
        return desk.said().orElseThrow();
    }

    private static Scene scene() {
        return new Scene("c-1", "Cao điểm", Map.of("s1", "Cầu"), 1, "Tôi", true);
    }

    @Test
    void itLooksAtTheFirstWallAndThenAtWhicheverIsChosen() {
        assertThat(desk.watched().all()).hasSize(2);
        assertThat(desk.watched().wall().orElseThrow().id()).isEqualTo("truc");
        assertThat(desk.watched()
                        .standing()
                        .orElseThrow()
                        .screen("s1")
                        .orElseThrow()
                        .online())
                .isTrue();
        desk.watched().touch("s1");
        desk.watched().choose("sanh");
        assertThat(desk.watched().wall().orElseThrow().name()).isEqualTo("Sảnh");
        assertThat(desk.watched().touched()).isEmpty();
        int before = changes;
        server.control = Optional.of(new Control("Chị Lan", Instant.EPOCH));
        lane.advance(WatchedWalls.LOOK);
        assertThat(changes).isGreaterThan(before);
        assertThat(desk.watched().standing().orElseThrow().control()).isPresent();
    }

    @Test
    void wallsAndScenesAreInTheOrderOfTheirNames() {
        server.with(FakeCityWalls.wall("t10", "Tầng 10", "s1"))
                .with(FakeCityWalls.wall("t9", "Tầng 9", "s1"))
                .with(FakeCityWalls.wall("d", "Đài", "s1"));
        server.scenes.put("truc", List.of(scene(), new Scene("c-2", "Ăn ca", Map.of("s1", "Cầu"), 1, "Tôi", true)));
        lane.advance(WatchedWalls.LOOK);
        assertThat(desk.watched().all().stream().map(CityWall::name))
                .containsExactly("Đài", "Phòng trực", "Sảnh", "Tầng 9", "Tầng 10");
        assertThat(desk.watched().scenes().stream().map(Scene::name)).containsExactly("Ăn ca", "Cao điểm");
        assertThat(desk.watched().wall().orElseThrow().id())
                .as("the one that is looked at stays")
                .isEqualTo("truc");
    }

    /** Somebody else's scene of a second ago is not replaced unseen. */
    @Test
    void whatWasNotSeenYetIsNotReplaced() {
        server.blind = true;
        desk.watched().choose("sanh");
        desk.push(scene());
        desk.pushPresent();
        desk.blank();
        assertThat(server.pushes).isEmpty();
        assertThat(said()).isEqualTo(Said.refused("walls.notSeenYet"));
        desk.identify();
        desk.say("Chú ý", Duration.ofSeconds(30));
        desk.release();
        assertThat(server.pushes).as("what replaces nothing").hasSize(3);
        server.blind = false;
        lane.advance(WatchedWalls.LOOK);
        desk.blank();
        assertThat(server.pushes.getLast().seen()).as("over what was seen").isGreaterThanOrEqualTo(server.stateVersion);
    }

    @Test
    void aSceneIsPushedAsItIsSeenAndItsFateIsSaid() {
        desk.push(scene());
        Push sent = server.pushes.getFirst();
        assertThat(sent.what()).isEqualTo(new Push.What.OfScene("c-1"));
        assertThat(sent.screens()).isEmpty();
        assertThat(sent.seen()).isEqualTo(5);
        assertThat(sent.desk()).isEqualTo("bàn 3");
        assertThat(said().kind()).isEqualTo(Said.Kind.UNDER_WAY);
        server.tell(news -> news.settled("m-other", Fate.FAILED, ""));
        assertThat(said().kind()).isEqualTo(Said.Kind.UNDER_WAY);
        server.tell(news -> news.settled("m-1", Fate.DONE, ""));
        assertThat(said()).isEqualTo(Said.done("walls.pushed", "Phòng trực"));
    }

    @Test
    void whatAWallShowsByThisDeskIsToldToWhoNotesIt() {
        List<String> noted = new ArrayList<>();
        desk.tell(new WallEar() {
            @Override
            public void told(CityWall wall, boolean sure) {
                noted.add("told " + wall.id() + " " + sure);
            }

            @Override
            public void done(CityWall wall, Push.What what, String name) {
                noted.add("done " + wall.id() + " " + name);
            }

            @Override
            public void released(CityWall wall) {
                noted.add("released " + wall.id());
            }
        });
        desk.push(scene());
        assertThat(noted).as("not done before it is").containsExactly("told truc true");
        server.tell(news -> news.settled("m-1", Fate.DONE, ""));
        desk.pushPresent();
        server.tell(news -> news.settled("m-2", Fate.FAILED, "overtaken"));
        desk.identify();
        server.tell(news -> news.settled("m-3", Fate.DONE, ""));
        desk.blank();
        server.tell(news -> news.settled("m-4", Fate.DONE, ""));
        desk.release();
        server.unheard = true;
        desk.release();
        desk.blank();
        assertThat(noted)
                .containsExactly(
                        "told truc true",
                        "done truc Cao điểm",
                        "told truc true",
                        "told truc true",
                        "done truc ",
                        "released truc",
                        "told truc false");
    }

    @Test
    void aRefusalIsSaidInWordsAndOfAnUnknownOneThatItFailed() {
        desk.push(scene());
        server.tell(news -> news.settled("m-1", Fate.FAILED, "overtaken"));
        assertThat(said()).isEqualTo(Said.refused("walls.overtaken"));
        desk.push(scene());
        server.tell(news -> news.settled("m-2", Fate.FAILED, "something newer"));
        assertThat(said()).isEqualTo(Said.refused("walls.failed", "Phòng trực"));
        desk.push(scene());
        server.tell(news -> news.settled("m-3", Fate.EXPIRED, ""));
        assertThat(said()).isEqualTo(Said.refused("walls.noAnswer", "Phòng trực", 10L));
    }

    @Test
    void silenceOfTheServerIsNoAnswerEither() {
        desk.push(scene());
        lane.advance(Duration.ofSeconds(14));
        assertThat(said().kind()).isEqualTo(Said.Kind.UNDER_WAY);
        lane.advance(Duration.ofSeconds(2));
        assertThat(said().textKey()).isEqualTo("walls.noAnswer");
    }

    @Test
    void aTryWhoseAnswerIsLostIsRepeatedWithTheSameKey() {
        server.pushFails = Failure.of(Failure.Kind.TIMEOUT, "lost");
        desk.push(scene());
        server.pushFails = Failure.of(Failure.Kind.PROTOCOL, "broken off", new IOException("unexpected end of stream"));
        lane.advance(Duration.ofSeconds(3));
        server.pushFails = null;
        lane.advance(Duration.ofSeconds(2));
        assertThat(server.pushes).hasSize(3);
        assertThat(server.pushes.stream().map(Push::key).distinct()).hasSize(1);
        server.tell(news -> news.settled("m-3", Fate.DONE, ""));
        assertThat(said().kind()).isEqualTo(Said.Kind.DONE);
        server.pushFails = Failure.of(Failure.Kind.CONFLICT, "409").withText("central.wallChanged");
        desk.push(scene());
        assertThat(said().textKey()).isEqualTo("central.wallChanged");
        assertThat(server.pushes).hasSize(4);
    }

    @Test
    void oneOrderAfterAnotherIsNoChangeBySomebodyElse() {
        desk.push(scene());
        assertThat(server.pushes.getLast().seen()).isEqualTo(5);
        desk.blank();
        assertThat(server.pushes.getLast().seen())
                .as("what the first has made of it")
                .isEqualTo(6);
        server.pushFails = Failure.of(Failure.Kind.CONFLICT, "409").withText("central.wallChanged");
        desk.blank();
        server.pushFails = null;
        desk.blank();
        assertThat(server.pushes.getLast().seen())
                .as("somebody else's, as it is looked at")
                .isEqualTo(5);
    }

    @Test
    void thePresentLayoutGoesToTheScreensThatAreChosen() {
        desk.watched().touch("s2");
        desk.pushPresent();
        Push sent = server.pushes.getFirst();
        assertThat(sent.screens()).containsExactly("s2");
        assertThat(sent.what()).isEqualTo(new Push.What.OfLayout(named("Của tôi")));
        desk.watched().touch("s2");
        assertThat(desk.watched().touched()).isEmpty();
    }

    @Test
    void screensAreBlankedNumberedAndToldWordsWhateverStandsThere() {
        desk.watched().touch("s1");
        desk.blank();
        assertThat(server.pushes.getLast().what()).isEqualTo(new Push.What.Blank());
        assertThat(server.pushes.getLast().screens()).containsExactly("s1");
        assertThat(server.pushes.getLast().seen()).isEqualTo(5);
        assertThat(said().textKey()).isEqualTo("walls.telling");
        server.tell(news -> news.settled("m-1", Fate.DONE, ""));
        assertThat(said()).isEqualTo(Said.done("walls.told", "Phòng trực"));
        desk.identify();
        assertThat(server.pushes.getLast().what()).isEqualTo(new Push.What.Identify());
        assertThat(server.pushes.getLast().seen()).isNegative();
        desk.say("  Họp lúc 9 giờ ", Duration.ofMinutes(5));
        assertThat(server.pushes.getLast().what())
                .isEqualTo(new Push.What.Message("Họp lúc 9 giờ", Duration.ofMinutes(5)));
        server.tell(news -> news.settled("m-3", Fate.FAILED, "something newer"));
        assertThat(said()).isEqualTo(Said.refused("walls.notDone", "Phòng trực"));
        desk.say("  ", Duration.ofMinutes(5));
        assertThat(server.pushes).hasSize(3);
    }

    @Test
    void oneTileIsToldAsItIsSeenAndOneThatIsNotThereIsNotTold() {
        CameraId camera = new CameraId("c-7");
        IntFunction<Optional<CameraId>> numbered =
                number -> Optional.of(new CameraId("c-" + number)).filter(any -> number < 99);
        desk.tiles().show("s1", 0, List.of(7), numbered);
        assertThat(server.pushes.getLast().what()).isEqualTo(new Push.What.OfTile(0, List.of(camera)));
        assertThat(server.pushes.getLast().screens()).containsExactly("s1");
        assertThat(server.pushes.getLast().seen()).isEqualTo(5);
        desk.tiles().show("s1", 0, List.of(7, 99, 8), numbered);
        assertThat(said()).isEqualTo(Said.refused("walls.noNumber", "99"));
        desk.tiles().clear("s1", 1);
        assertThat(said()).isEqualTo(Said.refused("walls.noTile"));
        desk.tiles().swap("s1", 0, 1);
        desk.tiles().enlarge("s2", 0);
        assertThat(server.pushes).hasSize(1);
        desk.tiles().show("s1", 0, List.of(7, 8), numbered);
        assertThat(server.pushes.removeLast().what())
                .as("they take turns")
                .isEqualTo(new Push.What.OfTile(0, List.of(camera, new CameraId("c-8"))));
        desk.tiles().enlarge("s1", 0);
        desk.tiles().back("s2");
        assertThat(server.pushes.getLast().what()).isEqualTo(new Push.What.Enlarge(OptionalInt.empty()));
        desk.tiles().turn("s1", 0, -1);
        assertThat(server.pushes.getLast().what()).isEqualTo(new Push.What.Turn(0, -1));
        assertThat(server.pushes.getLast().seen()).isNegative();
    }

    @Test
    void aTileIsChosenWithItsScreenAndLetGoWithIt() {
        desk.watched().touch("s1", 0);
        assertThat(desk.watched().spot()).contains(new WatchedWalls.Spot("s1", 0));
        assertThat(desk.watched().touched()).containsExactly("s1");
        desk.watched().touch("s1", 0);
        assertThat(desk.watched().spot()).isEmpty();
        assertThat(desk.watched().touched()).isEmpty();
        desk.watched().touch("s1", 0);
        desk.watched().touch("s1");
        assertThat(desk.watched().spot()).isEmpty();
        desk.watched().touch("s2", 0);
        assertThat(desk.watched().spot()).as("nothing is known of that screen").isEmpty();
        desk.watched().touch("s1", 0);
        server.standing.put("s1", new ScreenStanding("s1", true, Optional.empty(), Optional.empty()));
        lane.advance(WatchedWalls.LOOK);
        assertThat(desk.watched().spot()).as("it has no such tile any more").isEmpty();
    }

    @Test
    void whatStandsIsSavedAsASceneOfThoseScreensOfWhichItIsKnown() {
        desk.saveScene("  Ca đêm ");
        assertThat(server.sceneBodies.get("c-Ca đêm")).isEqualTo(Map.of("s1", Optional.of(STANDS)));
        assertThat(desk.watched().scenes()).extracting(Scene::name).containsExactly("Ca đêm");
        assertThat(said().kind()).isEqualTo(Said.Kind.DONE);
        desk.watched().touch("s2");
        desk.saveScene("Rỗng");
        assertThat(said()).isEqualTo(Said.refused("walls.nothingToSave"));
        desk.delete(desk.watched().scenes().getFirst());
        assertThat(desk.watched().scenes()).isEmpty();
    }

    @Test
    void controlIsEndedWhateverStandsThere() {
        server.control = Optional.of(new Control("Tôi", Instant.EPOCH));
        desk.release();
        assertThat(server.pushes.getFirst().seen()).isNegative();
        assertThat(said()).isEqualTo(Said.done("walls.ended", "Phòng trực"));
        assertThat(desk.watched().standing().orElseThrow().control()).isEmpty();
    }

    private void hung(String wall, SiteId site) {
        CityWall now = Objects.requireNonNull(server.walls.get(wall));
        server.with(new CityWall(now.id(), now.name(), site, now.screens(), now.version()));
    }

    /** Each wall is told by whoever works at its site, and by nobody who works elsewhere only. */
    @Test
    void whatIsOfferedIsForTheWallThatIsLookedAt() {
        SiteId mine = new SiteId("hoan-kiem");
        hung("truc", mine);
        hung("sanh", new SiteId("ba-dinh"));
        Scene others = new Scene("c-2", "Đêm", Map.of("s1", "Cầu"), 1, "Chị Lan", false);
        sessions.rights = List.of(new Right(Level.VIEW, null, List.of()), new Right(Level.OPERATE, mine, List.of()));
        sessions.signIn(URI.create("https://may.vn"), "ban4", Secret.of(FakeSessions.PASSWORD), any -> {});
        desk.watched().look();
        assertThat(desk.mayPush()).isTrue();
        assertThat(desk.mayDelete(scene())).isTrue();
        assertThat(desk.mayDelete(others)).as("who only operates there").isFalse();
        desk.watched().choose("sanh");
        assertThat(desk.mayPush()).as("another ward's").isFalse();
        assertThat(desk.mayDelete(scene())).isFalse();
        sessions.rights = List.of(new Right(Level.MANAGE, null, List.of()));
        sessions.denials = List.of(new Right(Level.OPERATE, mine, List.of()));
        sessions.signIn(URI.create("https://may.vn"), "ban5", Secret.of(FakeSessions.PASSWORD), any -> {});
        assertThat(desk.mayPush()).isTrue();
        assertThat(desk.mayDelete(others)).isTrue();
        desk.watched().choose("truc");
        assertThat(desk.mayPush()).as("denied there").isFalse();
    }

    @Test
    void aScreenIsForVisitorsWhereOneMayDescribeTheWall() {
        assertThat(desk.mayPush()).isTrue();
        assertThat(desk.describing().may()).isFalse();
        desk.describing()
                .forVisitors(desk.watched().wall().orElseThrow().screens().getFirst(), true);
        assertThat(said().failure()).isNotNull();
        server.mayConfigure = true;
        desk.describing()
                .forVisitors(desk.watched().wall().orElseThrow().screens().getFirst(), true);
        assertThat(said()).isEqualTo(Said.done("walls.nowForVisitors", 1));
        assertThat(desk.watched().wall().orElseThrow().screens().getFirst().visitors())
                .isTrue();
        assertThat(Set.copyOf(desk.watched().wall().orElseThrow().screens())).hasSize(2);
    }
}
