package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.alarms.Samples;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.FakeSessions;

/** What one may do at walls and alarms follows from where they are, as at the server. */
class PlaceRightsTest {
    private static final SiteId CITY = new SiteId("ha-noi");
    private static final SiteId WARD = new SiteId("hoan-kiem");
    private static final SiteId STREET = new SiteId("hang-bai");
    private static final SiteId OTHER = new SiteId("ba-dinh");

    private final FakeSessions sessions = new FakeSessions();
    private CatalogueSnapshot snapshot = CatalogueSnapshot.of(new CatalogueContents(
            List.of(
                    new Site(CITY, null, "Hà Nội"),
                    new Site(WARD, CITY, "Hoàn Kiếm"),
                    new Site(STREET, WARD, "Hàng Bài"),
                    new Site(OTHER, CITY, "Ba Đình")),
            List.of(camera("c-1", STREET, "gate"), camera("c-2", OTHER, "square")),
            Instant.EPOCH,
            ""));
    private final PlaceRights rights = new PlaceRights(sessions, () -> snapshot);

    private static Camera camera(String id, SiteId site, String tag) {
        return new Camera(new CameraId(id), null, id, site, List.of(tag), null, CameraState.ONLINE, true, List.of(), 1);
    }

    @BeforeEach
    void sit() {
        allow(right(Level.OPERATE, WARD));
    }

    private static Right right(Level level, @Nullable SiteId site, String... tags) {
        return new Right(level, site, List.of(tags));
    }

    private void allow(Right... allowed) {
        sessions.rights = List.of(allowed);
        sessions.signIn(URI.create("https://may.vn"), "ban3", Secret.of(FakeSessions.PASSWORD), any -> {});
    }

    private static Alarm alarm(@Nullable SiteId site, String... cameras) {
        Alarm made = Samples.alarm("a", 50, AlarmStep.NEW, 1);
        return new Alarm(
                made.id(),
                made.type(),
                made.priority(),
                made.step(),
                Stream.of(cameras).map(CameraId::new).toList(),
                site,
                made.place(),
                made.title(),
                made.procedure(),
                made.pictured(),
                made.raisedAt(),
                made.assignee(),
                made.version());
    }

    private boolean wall(@Nullable SiteId site) {
        return rights.atWall(Level.OPERATE, site);
    }

    private boolean step(@Nullable SiteId site, String... cameras) {
        return rights.atAlarm(Level.OPERATE, alarm(site, cameras));
    }

    @Test
    void aWallIsOfWhoeverWorksAtItsSiteOrAboveIt() {
        assertThat(wall(STREET)).isTrue();
        assertThat(wall(WARD)).isTrue();
        assertThat(wall(OTHER)).isFalse();
        assertThat(wall(CITY)).isFalse();
        assertThat(wall(null)).as("the whole city's").isFalse();
        assertThat(rights.atWall(Level.MANAGE, WARD)).isFalse();
        allow(right(Level.OPERATE, null));
        assertThat(wall(null)).isTrue();
        snapshot = CatalogueSnapshot.EMPTY;
        allow(right(Level.OPERATE, WARD));
        assertThat(wall(WARD)).as("before the sites are known").isTrue();
    }

    @Test
    void denialsWinAndTagsAreNoRightAtAWall() {
        sessions.denials = List.of(right(Level.OPERATE, STREET));
        allow(right(Level.CONFIGURE, null));
        assertThat(wall(STREET)).isFalse();
        assertThat(wall(WARD)).isTrue();
        assertThat(rights.atWall(Level.VIEW, STREET)).as("he may look").isTrue();
        sessions.denials = List.of();
        allow(right(Level.OPERATE, WARD, "gate"));
        assertThat(wall(WARD)).isFalse();
    }

    @Test
    void whoSeesPublishedCamerasOnlyAndWhoIsAwayFromTheServerTellsNoWallAnything() {
        sessions.publishedOnly = true;
        allow(right(Level.OPERATE, null));
        assertThat(wall(WARD)).isFalse();
        assertThat(rights.atWall(Level.VIEW, WARD)).isTrue();
        sessions.publishedOnly = false;
        allow(right(Level.OPERATE, null));
        assertThat(wall(WARD)).isTrue();
        sessions.connection(new Connection(Connection.Phase.AWAY, Instant.EPOCH));
        assertThat(wall(WARD)).isFalse();
        assertThat(step(WARD, "c-1")).as("steps wait for the server").isTrue();
    }

    @Test
    void anAlarmIsOfWhoeverWorksAtAnyOfItsCameras() {
        assertThat(step(CITY, "c-1")).isTrue();
        assertThat(step(WARD, "c-2")).as("its camera hangs elsewhere").isFalse();
        assertThat(step(OTHER, "c-2", "c-1")).isTrue();
        sessions.denials = List.of(right(Level.OPERATE, null, "gate"));
        allow(right(Level.OPERATE, null));
        assertThat(step(WARD, "c-1")).as("denied by its tag").isFalse();
        assertThat(step(OTHER, "c-2")).isTrue();
    }

    @Test
    void anAlarmWithoutCamerasIsOfWhoeverWorksAtAnyBelowItsSite() {
        assertThat(step(CITY)).isTrue();
        assertThat(step(WARD)).isTrue();
        assertThat(step(OTHER)).isFalse();
        assertThat(step(CITY, "c-gone")).as("its cameras are gone").isTrue();
        assertThat(step(OTHER, "c-gone")).isFalse();
        allow(right(Level.VIEW, null), right(Level.OPERATE, null, "square"));
        assertThat(step(CITY)).isTrue();
        assertThat(step(WARD)).as("no such camera there").isFalse();
    }

    @Test
    void whatIsNotKnownHereIsForTheServerToSay() {
        snapshot = CatalogueSnapshot.EMPTY;
        assertThat(step(OTHER, "c-2")).isTrue();
        assertThat(step(null)).isTrue();
        allow(right(Level.VIEW, null));
        assertThat(step(OTHER, "c-2")).isFalse();
        assertThat(step(null)).isFalse();
        sessions.signOut();
        assertThat(step(null)).isFalse();
        assertThat(wall(null)).isFalse();
        assertThat(rights.anywhere(Level.VIEW)).isFalse();
    }

    @Test
    void whoListensIsToldOfAnotherSessionUntilHeCloses() {
        AtomicInteger told = new AtomicInteger();
        Handle listening = rights.onChange(told::incrementAndGet);
        allow(right(Level.VIEW, null));
        assertThat(told).hasValue(1);
        listening.close();
        allow(right(Level.OPERATE, null));
        assertThat(told).hasValue(1);
    }
}
