package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.central.AdministrationRig.OTHER;
import static vn.toancanh.central.AdministrationRig.PASSWORD;
import static vn.toancanh.central.AdministrationRig.at;
import static vn.toancanh.central.AdministrationRig.faults;
import static vn.toancanh.central.AdministrationRig.get;
import static vn.toancanh.central.AdministrationRig.no;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.administration.Doors;
import vn.toancanh.administration.FieldRefused.Fault;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.AdministrationDoors;
import vn.toancanh.model.Site;
import vn.toancanh.server.ServerFixture;

/** The port of administration against our own server. */
@Tag("slow")
class AdministrationAtServerTest {
    private AdministrationRig rig;
    private Desk city;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        rig = new AdministrationRig(data);
        city = rig.city;
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aWardsAdministratorSeesAndManagesTheWardAlone() {
        Role admins = AdministrationRig.role(
                city, "Quản trị phường", false, List.of(), at(Level.CONFIGURE, ServerFixture.WARD));
        AdministrationRig.user(city, "quan.tri", admins.id());
        AdministrationRig.user(
                city,
                "cua.nam",
                AdministrationRig.role(city, "Trực Cửa Nam", false, List.of(), at(Level.OPERATE, OTHER))
                        .id());
        Desk ward = rig.desk("quan.tri");
        Doors doors =
                ward.here(() -> AdministrationDoors.of(ward.client.sessions().state(), ward.client.administration()));
        assertThat(doors.people()).isTrue();
        assertThat(doors.wholeCity() || doors.policy()).isFalse();
        assertThat(doors.configured()).containsExactly(ServerFixture.WARD.id());

        assertThat(get(ward, AdministrationService::sites))
                .extracting(Site::id)
                .containsExactly(ServerFixture.WARD.id());
        assertThat(get(ward, AdministrationService::roles)).extracting(Role::id).containsExactly(admins.id());
        assertThat(get(ward, AdministrationService::accounts))
                .extracting(Account::username)
                .containsExactly("quan.tri");

        Role night = AdministrationRig.role(ward, "Trực đêm", false, List.of(), at(Level.OPERATE, ServerFixture.WARD));
        Account made = AdministrationRig.user(ward, "truc.dem", night.id());
        assertThat(get(ward, AdministrationService::accounts)).contains(made);
        Role over =
                new Role("", "Quá tay", false, List.of(at(Level.VIEW, OTHER)), 40, false, false, List.of(), 0, true, 0);
        Failure unseen = no(ward, Role.class, (service, answer) -> service.put(over, answer));
        assertThat(faults(unseen)).containsExactly(new Fault("/grants/0/siteId", "unknownSite"));
        Role everywhere = new Role(
                "",
                "Cả thành phố",
                false,
                List.of(new Grant(Level.VIEW, null, "", true)),
                40,
                false,
                false,
                List.of(),
                0,
                true,
                0);
        assertThat(no(ward, Role.class, (service, answer) -> service.put(everywhere, answer))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(no(ward, AdministrationService::policy).kind()).isEqualTo(Kind.FORBIDDEN);
        Account others = get(city, AdministrationService::accounts).stream()
                .filter(each -> each.username().equals("cua.nam"))
                .findFirst()
                .orElseThrow();
        assertThat(no(ward, Account.class, (service, answer) -> service.change(others.enabled(false), answer))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aUserIsMadeChangedLockedGivenAPasswordAndRemoved() {
        Account made = AdministrationRig.user(city, "truc.ban", "operator");
        assertThat(made.version()).isPositive();
        Account renamed =
                new Account(made.id(), made.username(), "Trực ban 1", "viewer", true, null, null, made.version());
        Account stored = get(city, Account.class, (service, answer) -> service.change(renamed, answer));
        assertThat(stored.displayName()).isEqualTo("Trực ban 1");
        assertThat(stored.roleId()).isEqualTo("viewer");
        Failure stale = no(city, Account.class, (service, answer) -> service.change(renamed, answer));
        assertThat(stale.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(stale.textKey()).as("told apart from all other conflicts").isEqualTo("failure.conflict");

        Desk his = rig.desk("truc.ban");
        List<HeldSession> held = get(city, (service, answer) -> service.sessions(stored, answer));
        assertThat(held).hasSize(1).noneMatch(HeldSession::current);
        assertThat(held.getFirst().address()).isEqualTo("127.0.0.1");
        get(city, Boolean.class, (service, answer) -> service.endSessions(stored, answer));
        assertThat(no(his, AdministrationService::ownSessions).kind()).isEqualTo(Kind.SESSION_EXPIRED);

        get(city, Boolean.class, (service, answer) -> service.setPassword(stored, Secret.of("mat-khau-khac"), answer));
        assertThat(his.signIn(rig.server(), "truc.ban", "mat-khau-khac")).isInstanceOf(SignInOutcome.SignedIn.class);
        Account locked = get(city, Account.class, (service, answer) -> service.change(stored.enabled(false), answer));
        assertThat(locked.enabled()).isFalse();
        assertThat(Desk.refusal(his.signIn(rig.server(), "truc.ban", "mat-khau-khac"))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
        get(city, Boolean.class, (service, answer) -> service.remove(locked, answer));
        assertThat(get(city, AdministrationService::accounts))
                .extracting(Account::username)
                .doesNotContain("truc.ban");
    }

    @Test
    void whatIsRefusedNamesItsField() {
        Account taken = new Account("", "operator", "Ai đó", "viewer", true, null, null, 0);
        assertThat(faults(no(city, Account.class, (service, answer) -> service.add(taken, PASSWORD, answer))))
                .containsExactly(new Fault("/username", "taken"));
        Account odd = new Account("", "hai tu", "Ai đó", "viewer", true, null, null, 0);
        assertThat(faults(no(city, Account.class, (service, answer) -> service.add(odd, PASSWORD, answer))))
                .containsExactly(new Fault("/username", "format"));
        Account nobody = new Account("", "ai.do", "Ai đó", "khong-co", true, null, null, 0);
        assertThat(faults(no(city, Account.class, (service, answer) -> service.add(nobody, PASSWORD, answer))))
                .containsExactly(new Fault("/roleId", "unknownRole"));
        assertThat(faults(no(
                        city,
                        Boolean.class,
                        (service, answer) -> service.changeOwnPassword(
                                Secret.of("sai-mat-khau"), Secret.of("mat-khau-moi"), answer))))
                .containsExactly(new Fault("/oldPassword", "wrong"));
        assertThat(get(city, AdministrationService::ownSessions))
                .as("a wrong old password ends no session")
                .hasSize(1);
        Role nameless = new Role("", " ", false, List.of(), 40, false, false, List.of(), 0, true, 0);
        assertThat(faults(no(city, Role.class, (service, answer) -> service.put(nameless, answer))))
                .containsExactly(new Fault("/name", "length"));
    }

    @Test
    void aRoleComesBackAsItWasSent() {
        Hours night = new Hours(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), "22:00", "06:00");
        Role made = AdministrationRig.role(
                city,
                "Trực đêm",
                true,
                List.of(night),
                at(Level.OPERATE, ServerFixture.WARD),
                new Grant(Level.VIEW, ServerFixture.WARD.id(), "noi-bo", false));
        Role listed = get(city, AdministrationService::roles).stream()
                .filter(each -> each.id().equals(made.id()))
                .findFirst()
                .orElseThrow();
        assertThat(listed).isEqualTo(made);
        assertThat(listed.hours()).containsExactly(night);
        assertThat(listed.grants()).hasSize(2);
        assertThat(listed.secondPerson() && listed.understood()).isTrue();
        AdministrationRig.user(city, "truc.dem", made.id());
        Failure inUse = no(city, Boolean.class, (service, answer) -> service.remove(listed, answer));
        assertThat(inUse.textKey()).isEqualTo("central.inUse");
        Role builtin = get(city, AdministrationService::roles).stream()
                .filter(Role::builtin)
                .filter(each -> each.id().equals("viewer"))
                .findFirst()
                .orElseThrow();
        assertThat(no(city, Role.class, (service, answer) -> service.put(builtin, answer))
                        .textKey())
                .isEqualTo("central.builtinRole");
    }

    @Test
    void sitesAreAddedRenamedMovedAndRemovedWhenEmpty() {
        SiteVersion made =
                get(city, SiteVersion.class, (service, answer) -> service.add(OTHER.id(), "Ngã tư mới", answer));
        SiteVersion moved = get(
                city,
                SiteVersion.class,
                (service, answer) -> service.change(
                        new SiteVersion(
                                new Site(made.site().id(), ServerFixture.WARD.id(), "Ngã tư cũ"), made.version()),
                        answer));
        assertThat(moved.site().name()).isEqualTo("Ngã tư cũ");
        assertThat(moved.site().parent()).isEqualTo(ServerFixture.WARD.id());
        assertThat(no(city, SiteVersion.class, (service, answer) -> service.change(made, answer))
                        .kind())
                .isEqualTo(Kind.CONFLICT);
        SiteVersion ward =
                get(city, SiteVersion.class, (service, answer) -> service.site(ServerFixture.WARD.id(), answer));
        assertThat(no(city, Boolean.class, (service, answer) -> service.remove(ward, answer))
                        .textKey())
                .isEqualTo("central.inUse");
        Site below = new Site(ward.site().id(), moved.site().id(), ward.site().name());
        assertThat(faults(no(
                        city,
                        SiteVersion.class,
                        (service, answer) -> service.change(new SiteVersion(below, ward.version()), answer))))
                .containsExactly(new Fault("/parentId", "cycle"));
        get(city, Boolean.class, (service, answer) -> service.remove(moved, answer));
        assertThat(get(city, AdministrationService::sites))
                .extracting(Site::id)
                .doesNotContain(made.site().id());
    }

    @Test
    void thePolicyIsChangedByWhoSawItAsItIs() {
        assertThat(city.here(() -> city.client.administration().offers(Feature.POLICY)))
                .isTrue();
        StreamPolicy seen = get(city, AdministrationService::policy);
        assertThat(seen.city()).isEqualTo(Way.RELAY);
        StreamPolicy wanted = new StreamPolicy(Way.RELAY, Map.of(OTHER.id(), Way.DIRECT), "");
        assertThat(get(city, StreamPolicy.class, (service, answer) -> service.change(seen, wanted, answer)))
                .isEqualTo(wanted);
        assertThat(no(city, StreamPolicy.class, (service, answer) -> service.change(seen, wanted, answer))
                        .kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(get(city, AdministrationService::policy)).isEqualTo(wanted);
        StreamPolicy odd = new StreamPolicy(Way.RELAY, Map.of(), "http://khong.phai");
        assertThat(faults(no(city, StreamPolicy.class, (service, answer) -> service.change(wanted, odd, answer))))
                .containsExactly(new Fault("/relayUrl", "format"));
    }

    @Test
    void everybodyChangesHisOwnPasswordAndEndsHisOwnSessions() {
        Desk viewer = rig.desk("viewer");
        Desk elsewhere = rig.desk("viewer");
        HeldSession other = get(viewer, AdministrationService::ownSessions).stream()
                .filter(each -> !each.current())
                .findFirst()
                .orElseThrow();
        get(viewer, Boolean.class, (service, answer) -> service.endOwnSession(other, answer));
        assertThat(no(elsewhere, AdministrationService::ownSessions).kind()).isEqualTo(Kind.SESSION_EXPIRED);
        get(
                viewer,
                Boolean.class,
                (service, answer) -> service.changeOwnPassword(PASSWORD, Secret.of("mat-khau-moi"), answer));
        assertThat(get(viewer, AdministrationService::ownSessions)).hasSize(1);
        assertThat(elsewhere.signIn(rig.server(), "viewer", "mat-khau-moi")).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(no(viewer, AdministrationService::accounts).kind()).isEqualTo(Kind.FORBIDDEN);
    }
}
