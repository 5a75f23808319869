package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SecondPersonNeeded;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.administration.Doors;
import vn.toancanh.administration.FieldRefused;
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
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.AdministrationDoors;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;

/** The port of administration against our own server. */
@Tag("slow")
class AdministrationAtServerTest {
    private static final Site OTHER = new Site(new SiteId("cua-nam"), ServerFixture.CITY.id(), "Phường Cửa Nam");
    private static final Secret PASSWORD = Secret.of(ServerFixture.PASSWORD);

    private final List<Desk> desks = new ArrayList<>();
    private ServerFixture fixture;
    private Desk city;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data));
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD, OTHER), ServerFixture.cameras(1, 3));
        city = desk("administrator");
    }

    @AfterEach
    void close() {
        desks.forEach(Desk::close);
        fixture.close();
    }

    private URI server() {
        return fixture.server.baseUri();
    }

    private Desk desk(String user) {
        Desk desk = new Desk();
        desks.add(desk);
        assertThat(desk.signIn(server(), user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
        return desk;
    }

    private static <T> Outcome<T> ask(Desk desk, Asks<T> question) {
        return desk.ask(answer -> question.at(desk.client.administration(), answer));
    }

    private static <T> T get(Desk desk, Asks<T> question) {
        return Desk.value(ask(desk, question));
    }

    private static <T> Failure no(Desk desk, Asks<T> question) {
        return Desk.failure(ask(desk, question));
    }

    /** The same, of an answer whose type has to be told. */
    private static <T> T get(Desk desk, Class<T> type, Asks<T> question) {
        return type.cast(get(desk, question));
    }

    private static <T> Failure no(Desk desk, Class<T> type, Asks<T> question) {
        assertThat(type).isNotNull();
        return no(desk, question);
    }

    private interface Asks<T> {
        void at(AdministrationService service, Consumer<Outcome<T>> answer);
    }

    private static List<Fault> faults(Failure failure) {
        return failure.cause() instanceof FieldRefused refused ? refused.faults() : List.of();
    }

    private Role role(Desk desk, String name, boolean second, List<Hours> hours, Grant... grants) {
        Role wanted = new Role("", name, false, List.of(grants), 40, false, second, hours, 0, true, 0);
        return get(desk, Role.class, (service, answer) -> service.put(wanted, answer));
    }

    private Account user(Desk desk, String name, String role) {
        Account wanted = new Account("", name, "Bàn " + name, role, true, null, null, 0);
        return get(desk, Account.class, (service, answer) -> service.add(wanted, PASSWORD, answer));
    }

    private static Grant at(Level level, Site site) {
        return new Grant(level, site.id(), "", true);
    }

    @Test
    void aWardsAdministratorSeesAndManagesTheWardAlone() {
        Role admins = role(city, "Quản trị phường", false, List.of(), at(Level.CONFIGURE, ServerFixture.WARD));
        user(city, "quan.tri", admins.id());
        user(
                city,
                "cua.nam",
                role(city, "Trực Cửa Nam", false, List.of(), at(Level.OPERATE, OTHER))
                        .id());
        Desk ward = desk("quan.tri");
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

        Role night = role(ward, "Trực đêm", false, List.of(), at(Level.OPERATE, ServerFixture.WARD));
        Account made = user(ward, "truc.dem", night.id());
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
        Account made = user(city, "truc.ban", "operator");
        assertThat(made.version()).isPositive();
        Account renamed =
                new Account(made.id(), made.username(), "Trực ban 1", "viewer", true, null, null, made.version());
        Account stored = get(city, Account.class, (service, answer) -> service.change(renamed, answer));
        assertThat(stored.displayName()).isEqualTo("Trực ban 1");
        assertThat(stored.roleId()).isEqualTo("viewer");
        Failure stale = no(city, Account.class, (service, answer) -> service.change(renamed, answer));
        assertThat(stale.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(stale.textKey()).as("told apart from all other conflicts").isEqualTo("failure.conflict");

        Desk his = desk("truc.ban");
        List<HeldSession> held = get(city, (service, answer) -> service.sessions(stored, answer));
        assertThat(held).hasSize(1).noneMatch(HeldSession::current);
        assertThat(held.getFirst().address()).isEqualTo("127.0.0.1");
        get(city, Boolean.class, (service, answer) -> service.endSessions(stored, answer));
        assertThat(no(his, AdministrationService::ownSessions).kind()).isEqualTo(Kind.SESSION_EXPIRED);

        get(city, Boolean.class, (service, answer) -> service.setPassword(stored, Secret.of("mat-khau-khac"), answer));
        assertThat(his.signIn(server(), "truc.ban", "mat-khau-khac")).isInstanceOf(SignInOutcome.SignedIn.class);
        Account locked = get(city, Account.class, (service, answer) -> service.change(stored.enabled(false), answer));
        assertThat(locked.enabled()).isFalse();
        assertThat(Desk.refusal(his.signIn(server(), "truc.ban", "mat-khau-khac"))
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
        Role made = role(
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
        user(city, "truc.dem", made.id());
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
        Desk viewer = desk("viewer");
        Desk elsewhere = desk("viewer");
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
        assertThat(elsewhere.signIn(server(), "viewer", "mat-khau-moi")).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(no(viewer, AdministrationService::accounts).kind()).isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void aSecondPersonLetsTheFirstIn() {
        user(
                city,
                "hai.nguoi",
                role(city, "Hai người", true, List.of(), at(Level.OPERATE, ServerFixture.WARD))
                        .id());
        user(
                city,
                "to.truong",
                role(city, "Tổ trưởng", false, List.of(), at(Level.MANAGE, ServerFixture.WARD))
                        .id());
        user(
                city,
                "noi.khac",
                role(city, "Nơi khác", false, List.of(), at(Level.MANAGE, OTHER))
                        .id());
        Desk desk = new Desk();
        desks.add(desk);
        Failure asked = Desk.refusal(desk.signIn(server(), "hai.nguoi", ServerFixture.PASSWORD));
        assertThat(asked.textKey()).isEqualTo("central.secondPersonNeeded");
        SecondPersonNeeded needed = (SecondPersonNeeded) asked.cause();
        assertThat(needed).isNotNull();
        assertThat(asked.toString()).doesNotContain(needed.ticket().reveal());
        assertThat(Desk.refusal(confirm(desk, needed, "noi.khac", ServerFixture.PASSWORD))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(Desk.refusal(confirm(desk, needed, "hai.nguoi", ServerFixture.PASSWORD))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(Desk.refusal(confirm(desk, needed, "to.truong", "sai-mat-khau"))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
        assertThat(confirm(desk, needed, "to.truong", ServerFixture.PASSWORD))
                .isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(desk.here(
                        () -> desk.client.sessions().current().orElseThrow().user()))
                .as("the first one's session")
                .isEqualTo("hai.nguoi");
        assertThat(Desk.refusal(confirm(desk, needed, "to.truong", ServerFixture.PASSWORD))
                        .textKey())
                .as("a ticket works once")
                .isEqualTo("central.ticketRefused");
        SignInOutcome unlocked = desk.ask(answer -> desk.client.sessions().check(PASSWORD, answer));
        assertThat(unlocked)
                .as("the own password opens a locked desk again")
                .isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(Desk.refusal(desk.<SignInOutcome>ask(
                                answer -> desk.client.sessions().check(Secret.of("sai-mat-khau"), answer)))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
    }

    private SignInOutcome confirm(Desk desk, SecondPersonNeeded needed, String second, String password) {
        return desk.ask(answer ->
                desk.client.sessions().confirm(server(), "hai.nguoi", needed, second, Secret.of(password), answer));
    }

    @Test
    void outsideTheHoursTheWordsSayThatItIsTheHour() {
        var another = java.time.LocalDate.ofInstant(
                        vn.toancanh.base.Clock.SYSTEM.now(), java.time.ZoneId.systemDefault())
                .plusDays(3)
                .getDayOfWeek();
        Hours hours = new Hours(List.of(another), "10:00", "10:01");
        user(
                city,
                "ca.khac",
                role(city, "Ca khác", false, List.of(hours), at(Level.VIEW, ServerFixture.WARD))
                        .id());
        Desk desk = new Desk();
        desks.add(desk);
        assertThat(Desk.refusal(desk.signIn(server(), "ca.khac", ServerFixture.PASSWORD))
                        .textKey())
                .isEqualTo("central.outsideHours");
    }
}
