package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.administration.AcceptedCamera;
import vn.toancanh.administration.CertificateService;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.prefs.PersonalValue;
import vn.toancanh.server.paper.PaperServer;

/**
 * Every request that the client can make, at a desk or by the command line, is one the contract knows: all of them go to a server that is made
 * of the contract and judges each.
 */
class EveryRequestTest {
    /** A desk whose events break off again and again, as they are asked for from where they were then. */
    private static final CentralOptions IMPATIENT = new CentralOptions(
            "test 1",
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofMillis(300),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(30),
            Duration.ofMillis(100));

    private static final Secret PASSWORD = Secret.of("mot-mat-khau-khac");

    @TempDir
    Path folder;

    @Test
    void everyPlaceInTheCodeThatMakesARequestIsJudged() throws IOException {
        RequestSites sites = RequestSites.read();
        try (RequestSites.Watch watch = sites.watch();
                PaperServer server = PaperServer.ofTwoPages();
                Desk desk = new Desk(IMPATIENT)) {
            try {
                signsIn(server.uri());
                desk.signedIn(server.uri());
                new DeskRequests(desk).all();
                certificates(desk);
                preferences(desk);
                new CommandRequests(server.uri()).all();
                desk.until(() -> times(server, "GET /events/stream") > 1);
                leaves(server, desk);
            } finally {
                // Whatever else failed, this is why.
                assertThat(server.faults()).as("other than the contract says").isEmpty();
            }
            assertThat(sites.without(watch.passed(folder)))
                    .as("no request that was judged has come by there; let DeskRequests or CommandRequests make one")
                    .isEmpty();
        }
    }

    /** With a second person, and with a token that is about to end. */
    private static void signsIn(URI server) {
        Wire wire = new Wire(new OkHttpClient(), JsonMapper.builder().build());
        SignIn signIn = new SignIn(wire, Clock.SYSTEM, IMPATIENT);
        Login login = signIn.confirm(server, "truc.ban", Secret.of("tct_9f2"), "to.truong", PASSWORD);
        login.changeSoon();
        assertThat(login.token().reveal()).startsWith("tca_");
    }

    private static void certificates(Desk desk) {
        CertificateService service = desk.client.certificates();
        AcceptedCamera camera = Desk.value(desk.<Outcome<List<AcceptedCamera>>>ask(service::accepted))
                .getFirst();
        List<StreamCertificate> streams =
                Desk.value(desk.<Outcome<List<StreamCertificate>>>ask(answer -> service.look(camera.id(), answer)));
        Desk.value(desk.<Outcome<Boolean>>ask(
                answer -> service.accept(camera.id(), StreamCertificate.toAccept(streams), answer)));
    }

    private static void preferences(Desk desk) {
        Map<String, PersonalValue> chosen = Map.of("alarms.sound", new PersonalValue("false", Clock.SYSTEM.now()));
        Desk.value(desk.<Outcome<Map<String, PersonalValue>>>ask(
                answer -> desk.client.personal().merge(chosen, answer)));
    }

    private static void leaves(PaperServer server, Desk desk) {
        assertThat(desk.<SignInOutcome>ask(answer -> desk.client.sessions().check(PASSWORD, answer)))
                .isInstanceOf(SignInOutcome.SignedIn.class);
        long before = times(server, "DELETE /sessions/current");
        desk.here(() -> {
            desk.client.sessions().signOut();
            return true;
        });
        desk.until(() -> times(server, "DELETE /sessions/current") > before);
    }

    private static long times(PaperServer server, String route) {
        return server.asked().stream().filter(route::equals).count();
    }

    /** The list is not empty because it finds nothing: it has the heads, which are asked past DESK, and the command line. */
    @Test
    void placesAreFoundInLambdasAndByWhateverWayTheyAsk() {
        RequestSites sites = RequestSites.read();
        assertThat(sites.all())
                .hasSizeGreaterThan(150)
                .anyMatch(site -> site.matches("CentralHeads:\\d+ Request\\$Builder::delete"))
                .anyMatch(site -> site.matches("CentralTrail:\\d+ HttpUrl\\$Builder::addQueryParameter"))
                .anyMatch(site -> site.matches("CentralWalls:\\d+ Login::path"))
                .anyMatch(site -> site.matches("EventStream:\\d+ Request\\$Builder::header"))
                .anyMatch(site -> site.matches("InventoryUpload:\\d+ Wire::body"));
        assertThat(sites.without(sites.all())).isEmpty();
    }
}
