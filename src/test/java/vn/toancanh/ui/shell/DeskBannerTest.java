package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.Fx;

/** What is said above the wall, and for how long where it lies over the tiles. */
@Tag("slow")
class DeskBannerTest {
    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");

    private Desk desk;
    private DeskBanner banner;

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
        ShellActions nobody = (ShellActions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ShellActions.class}, (self, asked, with) -> null);
        desk = Fx.on(() -> new Desk(lane, compute, 4, 4, Map.of(), true, () -> new WallReading(16, 16, 0, 0)));
        banner = Fx.on(() -> new DeskBanner(desk.parts, nobody));
    }

    @AfterEach
    void lanes() {
        lane.close();
        compute.close();
    }

    private String saidAt(Duration after, boolean bare) throws Exception {
        return Fx.on(() -> {
            banner.show(desk.parts.watch().state(), bare, NOON.plus(after));
            return banner.words();
        });
    }

    private static Notices.Notice notice(String name) {
        return new Notices.Notice("alarms.stepRefused", List.of(name));
    }

    @Test
    void overTheTilesOfABareWallANoticeStandsForAWhileAndComesBackWhereThereIsRoom() throws Exception {
        Fx.run(() -> desk.notices.tell(notice("A")));
        String said = saidAt(Duration.ZERO, true);
        assertThat(said).isNotEmpty();
        assertThat(saidAt(DeskBanner.OVER_TILES.minusMillis(1), true)).isEqualTo(said);
        assertThat(saidAt(DeskBanner.OVER_TILES, true)).isEmpty();
        assertThat(saidAt(Duration.ofHours(1), true)).isEmpty();
        assertThat(saidAt(Duration.ofHours(1), false)).as("nobody has read it").isEqualTo(said);
        Fx.run(() -> desk.notices.tell(notice("B")));
        assertThat(saidAt(Duration.ofHours(2), true))
                .as("another one")
                .isNotEmpty()
                .isNotEqualTo(said);
        assertThat(saidAt(Duration.ofHours(3), true)).isEmpty();
    }
}
