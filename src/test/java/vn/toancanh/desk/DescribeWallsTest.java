package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Layout;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** Walls are renamed, moved and taken away by whoever may, as he saw them. */
class DescribeWallsTest {
    private static final SiteId WARD = new SiteId("hoan-kiem");

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeCityWalls server = new FakeCityWalls();
    private final FakeSessions sessions = new FakeSessions();
    private PushDesk desk;

    @BeforeEach
    void start() {
        signIn(Level.CONFIGURE, null);
        server.mayConfigure = true;
        server.with(FakeCityWalls.wall("truc", "Phòng trực", "s1", "s2"))
                .with(FakeCityWalls.wall("sanh", "Sảnh", "s1"));
        screen("s1", false);
        screen("s2", false);
        Layout empty = WallState.empty(GridShape.uniform(1, 1)).layout();
        PlaceRights rights = new PlaceRights(sessions, () -> CatalogueSnapshot.EMPTY);
        desk = new PushDesk(lane, server, rights, () -> empty, "bàn 3", UUID::randomUUID);
        desk.watched().watch(() -> {});
    }

    private void signIn(Level level, @Nullable SiteId site) {
        sessions.rights = List.of(new Right(level, site, List.of()));
        sessions.signIn(URI.create("https://may.vn"), "ban3", Secret.of(FakeSessions.PASSWORD), any -> {});
    }

    private void screen(String id, boolean online) {
        server.standing.put(id, new ScreenStanding(id, online, Optional.empty(), Optional.empty()));
    }

    private Said said() {
        return desk.said().orElseThrow();
    }

    private CityWall wall() {
        return desk.watched().wall().orElseThrow();
    }

    private Screen second() {
        return wall().screens().get(1);
    }

    @Test
    void aWallIsCalledAndHungOtherwise() {
        desk.describing().describe(wall(), "  Phòng trực ca đêm ", WARD);
        assertThat(said()).isEqualTo(Said.done("walls.described", "Phòng trực ca đêm"));
        assertThat(wall().name()).isEqualTo("Phòng trực ca đêm");
        assertThat(wall().site()).isEqualTo(WARD);
        assertThat(wall().screens()).hasSize(2);
        desk.describing().describe(wall(), wall().name(), null);
        assertThat(wall().site()).isNull();
        assertThat(wall().version()).isEqualTo(3);
    }

    @Test
    void anEmptyOrEndlessNameIsNotSent() {
        desk.describing().describe(wall(), " ", null);
        assertThat(said()).isEqualTo(Said.refused("walls.nameNeeded", DescribeWalls.LONGEST_NAME));
        desk.describing().describe(wall(), "x".repeat(DescribeWalls.LONGEST_NAME + 1), null);
        assertThat(said()).isEqualTo(Said.refused("walls.nameNeeded", DescribeWalls.LONGEST_NAME));
        assertThat(wall().version()).isEqualTo(1);
    }

    @Test
    void whoWasSlowerIsToldAndOverwritesNothing() {
        CityWall seen = wall();
        server.with(new CityWall("truc", "Phòng trực 2", seen.screens(), 2));
        desk.describing().describe(seen, "Của tôi", null);
        assertThat(Objects.requireNonNull(said().failure()).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(Objects.requireNonNull(server.walls.get("truc")).name()).isEqualTo("Phòng trực 2");
        desk.describing().delete(seen);
        assertThat(Objects.requireNonNull(said().failure()).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(server.walls).containsKey("truc");
    }

    @Test
    void aScreenThatIsAwayIsTakenFromItsWallAndNeverTheLast() {
        screen("s2", true);
        lane.advance(WatchedWalls.LOOK);
        assertThat(desk.describing().mayRemove(second()))
                .as("it would come again")
                .isFalse();
        desk.describing().remove(second());
        assertThat(wall().screens()).hasSize(2);
        screen("s2", false);
        lane.advance(WatchedWalls.LOOK);
        desk.describing().remove(second());
        assertThat(said()).isEqualTo(Said.done("walls.screenRemoved", 2));
        assertThat(wall().screens()).extracting(Screen::id).containsExactly("s1");
        assertThat(desk.describing().mayRemove(wall().screens().getFirst())).isFalse();
    }

    @Test
    void aWallGoesOnlyWhileNoMachineShowsIt() {
        screen("s1", true);
        lane.advance(WatchedWalls.LOOK);
        desk.describing().delete(wall());
        assertThat(said()).isEqualTo(Said.refused("walls.stillShown", "Phòng trực"));
        assertThat(server.walls).containsKey("truc");
        screen("s1", false);
        lane.advance(WatchedWalls.LOOK);
        desk.describing().delete(wall());
        assertThat(said()).isEqualTo(Said.done("walls.wallDeleted", "Phòng trực"));
        assertThat(wall().id()).as("another is looked at").isEqualTo("sanh");
    }

    @Test
    void itIsForWhoeverMayConfigureWhereTheWallHangs() {
        assertThat(desk.describing().may()).isTrue();
        assertThat(desk.describing().mayHangAt(null)).isTrue();
        desk.describing().describe(wall(), "Phòng trực", WARD);
        signIn(Level.CONFIGURE, WARD);
        assertThat(desk.describing().may()).isTrue();
        assertThat(desk.describing().mayHangAt(WARD)).isTrue();
        assertThat(desk.describing().mayHangAt(null)).isFalse();
        assertThat(desk.describing().mayHangAt(new SiteId("ba-dinh"))).isFalse();
        desk.watched().choose("sanh");
        assertThat(desk.describing().may()).as("the whole city's").isFalse();
        desk.watched().choose("truc");
        sessions.denials = List.of(new Right(Level.CONFIGURE, WARD, List.of()));
        signIn(Level.CONFIGURE, null);
        assertThat(desk.describing().may()).as("denied there").isFalse();
        assertThat(desk.describing().mayHangAt(null)).isTrue();
        sessions.denials = List.of();
        signIn(Level.OPERATE, null);
        assertThat(desk.describing().may()).isFalse();
        assertThat(desk.describing().mayRemove(second())).isFalse();
    }
}
