package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.FieldRefused;
import vn.toancanh.administration.FieldRefused.Fault;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Site;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.Wards;

/** Our own server with two wards, and desks that administer it. */
final class AdministrationRig implements AutoCloseable {
    static final Site OTHER = Wards.OTHER;
    static final Secret PASSWORD = Secret.of(ServerFixture.PASSWORD);

    private final List<Desk> desks = new ArrayList<>();
    final ServerFixture fixture;
    final Desk city;

    AdministrationRig(Path data) throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data));
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD, OTHER), ServerFixture.cameras(1, 3));
        city = desk("administrator");
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
        fixture.close();
    }

    /** A desk at which nobody is signed in yet. */
    Desk desk() {
        Desk desk = new Desk();
        desks.add(desk);
        return desk;
    }

    URI server() {
        return fixture.server.baseUri();
    }

    Desk desk(String user) {
        Desk desk = desk();
        assertThat(desk.signIn(server(), user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
        return desk;
    }

    static <T> Outcome<T> ask(Desk desk, Asks<T> question) {
        return desk.ask(answer -> question.at(desk.client.administration(), answer));
    }

    static <T> T get(Desk desk, Asks<T> question) {
        return Desk.value(ask(desk, question));
    }

    static <T> Failure no(Desk desk, Asks<T> question) {
        return Desk.failure(ask(desk, question));
    }

    /** The same, of an answer whose type has to be told. */
    static <T> T get(Desk desk, Class<T> type, Asks<T> question) {
        return type.cast(get(desk, question));
    }

    static <T> Failure no(Desk desk, Class<T> type, Asks<T> question) {
        assertThat(type).isNotNull();
        return no(desk, question);
    }

    interface Asks<T> {
        void at(AdministrationService service, Consumer<Outcome<T>> answer);
    }

    static List<Fault> faults(Failure failure) {
        return failure.cause() instanceof FieldRefused refused ? refused.faults() : List.of();
    }

    static Role role(Desk desk, String name, boolean second, List<Hours> hours, Grant... grants) {
        Role wanted = new Role("", name, false, List.of(grants), 40, false, second, hours, 0, true, 0);
        return get(desk, Role.class, (service, answer) -> service.put(wanted, answer));
    }

    static Account user(Desk desk, String name, String role) {
        Account wanted = new Account("", name, "Bàn " + name, role, true, null, null, 0);
        return get(desk, Account.class, (service, answer) -> service.add(wanted, PASSWORD, answer));
    }

    static Grant at(Level level, Site site) {
        return new Grant(level, site.id(), "", true);
    }
}
