package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import vn.toancanh.access.ServerPins;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Layout;
import vn.toancanh.server.ServerFixture;

/** Everything that the command line can ask a server: users, roles, sites, walls, devices, procedures, certificates, imports and layouts. */
final class CommandRequests {
    private static final Secret PASSWORD = Secret.of("mot-mat-khau-khac");
    private static final String USER = "quan.tri";
    private static final CentralOptions OPTIONS = CentralOptions.standard("test");

    private final URI server;

    CommandRequests(URI server) {
        this.server = server;
    }

    void all() {
        try (Administration administration =
                Administration.enter(OPTIONS, Clock.SYSTEM, new ServerPins(), server, USER, PASSWORD)) {
            users(administration);
            rolesAndSites(administration);
            alarms(administration.alarms());
            walls(administration.walls());
            CameraAdministration cameras = administration.cameras();
            StreamCertificate shown = cameras.certificates("c-1024").getFirst();
            cameras.accept("c-1024", shown.shown() == null ? List.of() : List.of(shown.shown()));
            cameras.accept("c-1024", List.of());
            assertThat(cameras.knows("c-1024")).isTrue();
            cameras.save(ServerFixture.cameras(1, 1).getFirst());
        }
        new InventoryUpload(OPTIONS, Clock.SYSTEM, new ServerPins())
                .send(
                        server,
                        USER,
                        PASSWORD,
                        List.of(ServerFixture.CITY, ServerFixture.WARD),
                        ServerFixture.cameras(1, 3),
                        List.of(2, 3, 4));
        layouts();
    }

    private static void users(Administration administration) {
        Administration.Days days = new Administration.Days("2026-11-01", "");
        administration.addUser("an.nguyen", "Nguyễn Văn An", "operator", PASSWORD, days);
        administration.addUser("le.lan", "Lê Lan", "operator", PASSWORD, Administration.Days.UNSAID);
        Administration.User user = administration.users().getFirst();
        administration.changeUser(user);
        administration.setPassword(user, PASSWORD);
        assertThat(administration.sessions(user)).isNotEmpty();
        administration.endSessions(user);
        administration.removeUser(user);
    }

    private static void rolesAndSites(Administration administration) {
        Administration.Role known = administration.roles().getFirst();
        administration.putRole(known);
        administration.putRole(new Administration.Role(
                "",
                "Trực đêm",
                List.of(
                        new Administration.Grant("operate", "hoan-kiem", null, true),
                        new Administration.Grant("view", null, "noi-bo", false)),
                40,
                false,
                true,
                List.of(new Administration.Hours(List.of("mon", "tue"), "22:00", "06:00")),
                15));
        administration.removeRole(known);
        Administration.Site site = administration.sites().getLast();
        assertThat(administration.addSite(new Administration.Site("cua-nam", "ha-noi", "Phường Cửa Nam")))
                .isNotEmpty();
        administration.addSite(new Administration.Site("", null, "Hải Phòng"));
        administration.changeSite(site);
        administration.removeSite(site);
    }

    private static void alarms(AlarmAdministration alarms) {
        assertThat(alarms.devices()).isNotEmpty();
        alarms.add(new AlarmAdministration.Device("", "Phân tích hình ảnh", "hoan-kiem", List.of("c-1024"), 80, 120));
        alarms.add(new AlarmAdministration.Device("", "Nút khẩn cấp", null, List.of(), 100, 60));
        alarms.remove("h-1");
        AlarmAdministration.Procedure known = alarms.procedures().getFirst();
        alarms.put(known);
        alarms.removeProcedure(known.type());
    }

    private static void walls(WallAdministration walls) {
        WallAdministration.Wall known = walls.walls().getFirst();
        walls.add(new WallAdministration.Wall(
                "",
                "Sảnh",
                null,
                List.of(new WallAdministration.Screen("s1", 1, 0, 0, 1920, 1080, true, "man-hinh-sanh"))));
        walls.rename(known.id(), "Phòng trực");
        walls.remove(known.id());
    }

    private void layouts() {
        try (LayoutSession session =
                LayoutSession.enter(OPTIONS, Clock.SYSTEM, new ServerPins(), server, USER, PASSWORD)) {
            assertThat(session.cameras().byNumber()).containsKey(1024);
            assertThat(session.find("không có")).isEmpty();
            Layout known = session.find("Ca ngày").orElseThrow();
            session.save(known);
            session.save(known.as(null, "Ca đêm", Layout.Scope.ROLE, 0));
        }
    }
}
