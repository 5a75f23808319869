package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Monitor;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.ScreenReport.Result;

/** Which screen a window is, what a wall is called, and what is kept of orders. */
class NodeScreensTest {
    private static NodeWindow window(int number, String monitor) {
        NodeRig.Kept kept = new NodeRig.Kept();
        return new NodeWindow(
                number,
                number,
                new Monitor(monitor, "", 100 * number, 0, 1920, 1080),
                new DeskRig(1, 1).desk,
                kept,
                kept);
    }

    @Test
    void aScreenIsKnownByTheMonitorsNameElseByItsNumber() {
        CityWall wall = FakeCityWalls.wall("w", "W", "DP-2", "cong", "tron");
        NodeScreens found = NodeScreens.of(wall, List.of(window(1, "HDMI-1"), window(2, "dp-2"), window(3, "")), "");
        assertThat(found.screens()).isEqualTo(Map.of(2, "DP-2", 3, "tron"));
        assertThat(found.homeless()).hasSize(1);
    }

    @Test
    void theMainWindowIsTheScreenThatWasNamed() {
        CityWall wall = FakeCityWalls.wall("w", "W", "a", "b");
        assertThat(NodeScreens.of(wall, List.of(window(1, "a")), "2").screens()).isEqualTo(Map.of(1, "b"));
        assertThat(NodeScreens.of(wall, List.of(window(1, "a")), "B").screens()).isEqualTo(Map.of(1, "b"));
        NodeScreens none = NodeScreens.of(wall, List.of(window(1, "a")), "sanh");
        assertThat(none.screens()).isEmpty();
        CityWall.Screen added = none.completed(wall, "sanh").screens().getLast();
        assertThat(added).isEqualTo(new CityWall.Screen("sanh", 3, 100, 0, 1920, 1080, false, null));
    }

    @Test
    void aNewScreenTakesNoIdOrNumberOfAnother() {
        CityWall wall = FakeCityWalls.wall("w", "W", "x", "s3");
        NodeScreens found = NodeScreens.of(wall, List.of(window(3, "Màn hình #1")), "");
        CityWall.Screen added = found.completed(wall, "").screens().getLast();
        assertThat(added.id()).isEqualTo("s3-2");
        assertThat(added.number()).isEqualTo(3);
    }

    @Test
    void aNameIsReadWithItsScreen() {
        assertThat(NodeName.read("Phòng trực/2")).contains(new NodeName("Phòng trực", "2"));
        assertThat(NodeName.read("a/b/DP-1")).contains(new NodeName("a/b", "DP-1"));
        assertThat(NodeName.read("Phòng trực").orElseThrow().id()).isEqualTo("phòng-trực");
        assertThat(NodeName.read(" ")).isEmpty();
        assertThat(NodeName.read("x/")).isEmpty();
        assertThat(NodeName.read("x/a b")).isEmpty();
        assertThat(NodeName.read("***").orElseThrow().id()).isEqualTo("wall");
    }

    @Test
    void whatIsKeptOfOrdersIsReadAgainAndRubbishIsNothing() {
        FollowedOrders kept = new FollowedOrders(
                "truc",
                3,
                17,
                List.of(new Result("m-1", true, ""), new Result("m-2", false, "tooOld")),
                new FollowedOrders.Standing("Chị Lan", "bàn 3", "Cao điểm", Instant.ofEpochMilli(5), Set.of(1, 2)));
        assertThat(FollowedOrders.read(kept.write())).isEqualTo(kept);
        assertThat(FollowedOrders.read(kept.ended().write())).isEqualTo(kept.ended());
        assertThat(FollowedOrders.read("wall\tx")).isEqualTo(FollowedOrders.NONE);
        assertThat(FollowedOrders.read("")).isEqualTo(FollowedOrders.NONE);
        // made anew: what is counted begins anew, what stands there stands there
        FollowedOrders anew = kept.of(new CityWall("truc", "T", List.of(), 1));
        assertThat(anew.newest()).isEqualTo(-1);
        assertThat(anew.standing()).isNotNull();
        assertThat(kept.of(new CityWall("truc", "T", List.of(), 4)).newest()).isEqualTo(17);
    }
}
