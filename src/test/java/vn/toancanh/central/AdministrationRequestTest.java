package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.AdministrationService;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Every request of administration is one the contract knows, which {@link FakeCentral} judges, and what a newer server says is kept from harm. */
class AdministrationRequestTest {
    private static final List<String> ROUTES = List.of(
            "POST /api/v1/users",
            "PUT /api/v1/users/u-1",
            "PUT /api/v1/users/u-1/password",
            "POST /api/v1/roles",
            "PUT /api/v1/roles/r-1",
            "POST /api/v1/sites",
            "PUT /api/v1/sites/s-1",
            "PUT /api/v1/stream-policy",
            "PUT /api/v1/me/password");
    private static final String USER =
            "{\"id\":\"u-1\",\"username\":\"truc\",\"displayName\":\"Trực\",\"roleId\":\"r-1\",\"enabled\":true,\"createdAt\":\"2026-11-21T06:00:00Z\",\"version\":7}";
    private static final String ROLE =
            "{\"id\":\"r-1\",\"name\":\"Trực\",\"builtin\":false,\"grants\":[{\"level\":\"view\"}],"
                    + "\"ptzPriority\":50,\"publishedOnly\":false,\"dualAuthorisation\":false,\"signInHours\":[],\"users\":2,\"version\":4}";
    private static final String SITE = "{\"id\":\"s-1\",\"parentId\":null,\"name\":\"Phường\",\"revision\":9}";
    private static final String POLICY_SEEN = "\"0123456789abcdef\"";
    private static final Secret PASSWORD = Secret.of("mat-khau-moi");

    private static void play(FakeCentral server) {
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("administration", "streams.policy")));
        server.on(
                "GET /users",
                request -> FakeCentral.json("{\"items\":["
                        + USER.replace("u-1", request.getUrl().queryParameter("cursor") == null ? "u-1" : "u-2")
                        + "],\"nextCursor\":"
                        + (request.getUrl().queryParameter("cursor") == null ? "\"n\"" : "null") + "}"));
        server.on("POST /users", request -> FakeCentral.json(201, USER));
        server.on("PUT /users/u-1", request -> FakeCentral.json(USER));
        server.on("DELETE /users/u-1", request -> FakeCentral.status(204));
        server.on("PUT /users/u-1/password", request -> FakeCentral.status(204));
        String held = "{\"items\":[{\"id\":\"h-1\",\"createdAt\":\"2026-11-21T06:00:00Z\",\"expiresAt\":"
                + "\"2026-11-21T18:00:00Z\",\"address\":\"10.2.0.7\",\"client\":null,\"current\":true}]}";
        server.on("GET /users/u-1/sessions", request -> FakeCentral.json(held));
        server.on("DELETE /users/u-1/sessions", request -> FakeCentral.status(204));
        server.on("GET /roles", request -> FakeCentral.json("{\"items\":[" + ROLE + "]}"));
        server.on("POST /roles", request -> FakeCentral.json(201, ROLE));
        server.on("PUT /roles/r-1", request -> FakeCentral.json(ROLE));
        server.on("DELETE /roles/r-1", request -> FakeCentral.status(204));
        server.on("GET /sites", request -> FakeCentral.json("{\"revision\":9,\"items\":[" + SITE + "]}"));
        server.on("GET /sites/s-1", request -> FakeCentral.json(SITE));
        server.on("POST /sites", request -> FakeCentral.json(201, SITE));
        server.on("PUT /sites/s-1", request -> FakeCentral.json(SITE));
        server.on("DELETE /sites/s-1", request -> FakeCentral.status(204));
        server.on(
                "GET /stream-policy",
                request -> FakeCentral.json("{\"access\":\"relay\"}")
                        .newBuilder()
                        .setHeader("ETag", POLICY_SEEN)
                        .build());
        server.on("PUT /stream-policy", request -> FakeCentral.json("{\"access\":\"direct\"}"));
        server.on("GET /me/sessions", request -> FakeCentral.json(held));
        server.on("DELETE /me/sessions/h-1", request -> FakeCentral.status(204));
        server.on("PUT /me/password", request -> FakeCentral.status(204));
    }

    private interface Asks<T> {
        void at(AdministrationService service, Consumer<Outcome<T>> answer);
    }

    private static <T> T get(Desk desk, Asks<T> question) {
        return Desk.value(desk.<Outcome<T>>ask(answer -> question.at(desk.client.administration(), answer)));
    }

    private static void everything(Desk desk) {
        List<Account> users = get(desk, AdministrationService::accounts);
        assertThat(users).extracting(Account::id).containsExactly("u-1", "u-2");
        Account user = users.getFirst();
        Account days = new Account(
                "u-1", "truc", "Trực", "r-1", true, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 12, 31), 7);
        Account fresh =
                AdministrationRequestTest.<Account>get(desk, (service, answer) -> service.add(user, PASSWORD, answer));
        assertThat(fresh.version()).isEqualTo(7);
        AdministrationRequestTest.<Account>get(desk, (service, answer) -> service.change(days, answer));
        AdministrationRequestTest.<Boolean>get(desk, (service, answer) -> service.setPassword(user, PASSWORD, answer));
        List<HeldSession> held = get(desk, (service, answer) -> service.sessions(user, answer));
        AdministrationRequestTest.<Boolean>get(desk, (service, answer) -> service.endSessions(user, answer));
        AdministrationRequestTest.<Boolean>get(desk, (service, answer) -> service.remove(user, answer));
        Role role = get(desk, AdministrationService::roles).getFirst();
        Role full = new Role(
                "",
                "Trực đêm",
                false,
                List.of(
                        new Grant(Level.OPERATE, new SiteId("s-1"), "", true),
                        new Grant(Level.VIEW, null, "noi-bo", false)),
                40,
                false,
                true,
                List.of(new Hours(List.of(DayOfWeek.MONDAY), "22:00", "06:00")),
                15,
                0,
                true,
                0);
        AdministrationRequestTest.<Role>get(desk, (service, answer) -> service.put(full, answer));
        AdministrationRequestTest.<Role>get(desk, (service, answer) -> service.put(role, answer));
        AdministrationRequestTest.<Boolean>get(desk, (service, answer) -> service.remove(role, answer));
        Site site = get(desk, AdministrationService::sites).getFirst();
        SiteVersion seen = get(desk, (service, answer) -> service.site(site.id(), answer));
        AdministrationRequestTest.<SiteVersion>get(desk, (service, answer) -> service.add(site.id(), "Ngã tư", answer));
        AdministrationRequestTest.<SiteVersion>get(desk, (service, answer) -> service.change(seen, answer));
        AdministrationRequestTest.<Boolean>get(desk, (service, answer) -> service.remove(seen, answer));
        StreamPolicy policy = get(desk, AdministrationService::policy);
        StreamPolicy direct = new StreamPolicy(Way.RELAY, Map.of(site.id(), Way.DIRECT), "rtsps://tram.vn:8322");
        AdministrationRequestTest.<StreamPolicy>get(desk, (service, answer) -> service.change(policy, direct, answer));
        get(desk, AdministrationService::ownSessions);
        AdministrationRequestTest.<Boolean>get(
                desk, (service, answer) -> service.endOwnSession(held.getFirst(), answer));
        AdministrationRequestTest.<Boolean>get(
                desk, (service, answer) -> service.changeOwnPassword(PASSWORD, PASSWORD, answer));
    }

    @Test
    void everyRequestIsAsTheContractSays() throws IOException {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            play(server);
            desk.signedIn(server.uri());
            assertThat(desk.here(() -> desk.client.administration().offers(Feature.PEOPLE)))
                    .isTrue();
            everything(desk);
            List<RecordedRequest> asked = server.requests.stream()
                    .filter(request -> !request.getUrl().encodedPath().matches(".*/(info|sessions|cameras)"))
                    .toList();
            assertThat(asked.stream().map(AdministrationRequestTest::route).toList())
                    .containsAll(ROUTES);
            for (RecordedRequest request : asked) {
                check(request);
            }
        }
    }

    private static String route(RecordedRequest request) {
        return request.getMethod() + " " + request.getUrl().encodedPath();
    }

    private static void check(RecordedRequest request) {
        String route = route(request);
        String path = request.getUrl().encodedPath();
        boolean ofVersion =
                (request.getMethod().equals("PUT") || request.getMethod().equals("DELETE"))
                        && path.matches(".*/(users|roles|sites)/[^/]+");
        assertThat(request.getHeaders().get("If-Match")).as(route).satisfies(tag -> {
            if (route.equals("PUT /api/v1/stream-policy")) {
                assertThat(tag).isEqualTo(POLICY_SEEN);
            } else if (ofVersion) {
                assertThat(tag).matches("\"[1-9]\"");
            } else {
                assertThat(tag).isNull();
            }
        });
    }

    @Test
    void aRoleThatANewerServerSaysMoreOfIsNotToBeWrittenBack() throws IOException {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            play(server);
            server.on(
                    "GET /roles",
                    request -> FakeCentral.odd(FakeCentral.json("{\"items\":["
                            + ROLE.replace("\"view\"", "\"oversee\"") + ","
                            + ROLE.replace("}]", ",\"effect\":\"ask\"}]") + "," + ROLE
                            + "]}")));
            desk.signedIn(server.uri());
            assertThat(get(desk, AdministrationService::roles))
                    .extracting(Role::understood)
                    .containsExactly(false, false, true);
        }
    }
}
