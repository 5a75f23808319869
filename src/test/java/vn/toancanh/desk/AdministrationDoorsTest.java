package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.administration.Doors;
import vn.toancanh.administration.FakeAdministration;
import vn.toancanh.administration.FakeCertificates;
import vn.toancanh.administration.FakeTrail;
import vn.toancanh.administration.PublishingService;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.model.SiteId;

/** No door is shown that is locked. */
class AdministrationDoorsTest {
    private static final Right CITY = new Right(Level.CONFIGURE, null, List.of());
    private static final Right WARD = new Right(Level.CONFIGURE, new SiteId("hoan-kiem"), List.of());
    private final FakeAdministration server = new FakeAdministration().city();
    private final FakeTrail trail = new FakeTrail();
    private final FakeCertificates certificates = new FakeCertificates();

    private Doors doors(List<Right> rights, List<Right> denials) {
        Session session = new Session(
                URI.create("https://may.vn"), "ban1", "Bàn 1", List.of("r-1"), rights, false, denials, 40, false);
        return AdministrationDoors.of(
                new SessionState(session, new Connection(Connection.Phase.ONLINE, null)),
                server,
                PublishingService.NONE,
                certificates,
                trail);
    }

    @Test
    void theAuditTrailIsForWhoeverManagesTheCityThoughSomeOfItBeDenied() {
        Right manager = new Right(Level.MANAGE, null, List.of());
        assertThat(doors(List.of(manager), List.of()).any())
                .as("a server without a trail")
                .isFalse();
        trail.offers = true;
        assertThat(doors(List.of(manager), List.of()).trail()).isTrue();
        assertThat(doors(List.of(CITY), List.of()).trail()).isTrue();
        Right ward = new Right(Level.VIEW, new SiteId("trang-tien"), List.of());
        assertThat(doors(List.of(manager), List.of(ward)).trail()).isTrue();
        Right all = new Right(Level.MANAGE, null, List.of());
        assertThat(doors(List.of(CITY), List.of(all)).trail()).isFalse();
        assertThat(doors(List.of(WARD, new Right(Level.OPERATE, null, List.of())), List.of())
                        .trail())
                .as("a ward's")
                .isFalse();
        assertThat(doors(List.of(new Right(Level.MANAGE, null, List.of("noi-bo"))), List.of())
                        .trail())
                .as("some cameras'")
                .isFalse();
        assertThat(doors(List.of(), List.of()).trail())
                .as("a server that tells no rights opens no door")
                .isFalse();
        server.offered.remove(Feature.PEOPLE);
        Doors alone = doors(List.of(manager), List.of());
        assertThat(alone.any() && !alone.people() && !alone.own())
                .as("where nobody is administered")
                .isTrue();
    }

    @Test
    void whoManagesAPartHasTheTrailOfThatPartWhereTheServerTellsIt() {
        trail.offers = true;
        trail.byPart = true;
        Right ward = new Right(Level.MANAGE, new SiteId("hoan-kiem"), List.of());
        Doors doors = doors(List.of(ward, new Right(Level.VIEW, null, List.of())), List.of());
        assertThat(doors.trail() && doors.trailInPart()).isTrue();
        assertThat(doors.people()).isFalse();
        assertThat(doors(List.of(WARD), List.of()).trailInPart()).isTrue();
        assertThat(doors(List.of(new Right(Level.MANAGE, null, List.of("noi-bo"))), List.of())
                        .trailInPart())
                .isTrue();
        assertThat(doors(List.of(CITY), List.of()).trailInPart())
                .as("who manages the city")
                .isFalse();
        Right operator = new Right(Level.OPERATE, new SiteId("hoan-kiem"), List.of());
        assertThat(doors(List.of(operator), List.of()).trail()).isFalse();
        assertThat(doors(List.of(), List.of()).trail()).isFalse();
        for (Right denied : List.of(ward, new Right(Level.VIEW, new SiteId("hoan-kiem"), List.of()), operator)) {
            assertThat(doors(List.of(ward), List.of(denied)).trail())
                    .as("denied all of it: " + denied)
                    .isFalse();
        }
        assertThat(doors(List.of(ward), List.of(new Right(Level.VIEW, new SiteId("trang-tien"), List.of())))
                        .trail())
                .isTrue();
        trail.byPart = false;
        assertThat(doors(List.of(ward), List.of()).trail())
                .as("a server that refuses it")
                .isFalse();
    }

    @Test
    void certificatesAreForWhoConfiguresSomethingWhereTheServerListsThem() {
        assertThat(doors(List.of(CITY), List.of()).certificates()).isFalse();
        certificates.offers = true;
        assertThat(doors(List.of(CITY), List.of()).certificates()).isTrue();
        assertThat(doors(List.of(WARD), List.of()).certificates()).isTrue();
        assertThat(doors(List.of(new Right(Level.MANAGE, null, List.of())), List.of())
                        .certificates())
                .isFalse();
    }

    @Test
    void whoMayNotConfigureHasHisOwnAccountAlone() {
        for (Level level : List.of(Level.VIEW, Level.OPERATE, Level.MANAGE)) {
            Doors doors = doors(List.of(new Right(level, null, List.of())), List.of());
            assertThat(doors.own()).isTrue();
            assertThat(doors.people()).as(level.name()).isFalse();
            assertThat(doors.policy()).isFalse();
        }
        assertThat(doors(List.of(), List.of()).people())
                .as("a server that tells no rights opens no door")
                .isFalse();
        assertThat(AdministrationDoors.of(SessionState.SIGNED_OUT, server)).isEqualTo(Doors.NONE);
    }

    @Test
    void theCitysAdministratorHasAllOfThem() {
        Doors doors = doors(List.of(CITY), List.of());
        assertThat(doors.people() && doors.wholeCity() && doors.policy()).isTrue();
        assertThat(doors.mostPriority()).isEqualTo(100);
        assertThat(doors.role()).isEqualTo("r-1");
        server.offered.remove(Feature.POLICY);
        assertThat(doors(List.of(CITY), List.of()).policy()).isFalse();
        server.offered.remove(Feature.PEOPLE);
        assertThat(doors(List.of(CITY), List.of())).isEqualTo(Doors.NONE);
    }

    @Test
    void aWardsAdministratorHasPeopleAndTheWardsSites() {
        Doors doors = doors(List.of(new Right(Level.VIEW, null, List.of()), WARD), List.of());
        SiteLines lines = new SiteLines(server.sites);
        assertThat(doors.people()).isTrue();
        assertThat(doors.wholeCity()).isFalse();
        assertThat(doors.policy()).isFalse();
        assertThat(doors.mostPriority()).isEqualTo(40);
        assertThat(doors.configures(lines, new SiteId("hang-bai"))).isTrue();
        assertThat(doors.configures(lines, new SiteId("ba-dinh"))).isFalse();
        assertThat(doors.configures(lines, new SiteId("ha-noi"))).isFalse();
    }

    @Test
    void whatIsDeniedIsShut() {
        Right denied = new Right(Level.MANAGE, new SiteId("trang-tien"), List.of());
        Doors doors = doors(List.of(CITY), List.of(denied));
        SiteLines lines = new SiteLines(server.sites);
        assertThat(doors.policy()).as("it is the whole city's or nobody's").isFalse();
        assertThat(doors.configures(lines, new SiteId("trang-tien"))).isFalse();
        assertThat(doors.configures(lines, new SiteId("hang-bai"))).isTrue();
        assertThat(doors(List.of(CITY), List.of(new Right(Level.OPERATE, null, List.of())))
                        .people())
                .isFalse();
    }
}
