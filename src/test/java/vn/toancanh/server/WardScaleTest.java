package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** A ward's desk at a city of 40,210 cameras in 126 wards; the figures are printed, not asserted, for the machine may be busy. */
@Tag("slow")
class WardScaleTest {
    private static final int CITY = 40_210;
    private static final int WARDS = 126;
    /** How often each is measured. */
    private static final int ROUNDS = 7;

    @Test
    void aWardsDeskSyncsAndPlays(@TempDir Path data) throws IOException {
        try (ServerFixture fixture = ServerFixture.start(data)) {
            List<Site> sites = new ArrayList<>(List.of(ServerFixture.CITY));
            for (int ward = 0; ward < WARDS; ward++) {
                Site of = new Site(new SiteId("w-" + ward), ServerFixture.CITY.id(), "Phường " + ward);
                sites.add(of);
                sites.add(new Site(new SiteId("j-" + ward), of.id(), "Ngã tư " + ward));
            }
            List<CameraEntry> cameras = new ArrayList<>();
            for (int number = 1; number <= CITY; number++) {
                cameras.add(Wards.camera(number, sites.get(1 + 2 * (number % WARDS) + number / WARDS % 2)));
            }
            fixture.server.inventory().merge(sites, cameras);
            Desk admin = fixture.desk("administrator");
            String ward = make(fixture, admin, "phuong", "[{\"level\":\"operate\",\"siteId\":\"w-17\"}]", "");
            String tagged = make(
                    fixture,
                    admin,
                    "nhan",
                    "[{\"level\":\"view\",\"tag\":\"giao-thong\"},{\"level\":\"view\",\"siteId\":\"w-3\",\"effect\":\"deny\"}]",
                    "");
            fixture.server
                    .inventory()
                    .merge(
                            List.of(),
                            cameras.subList(0, 100).stream()
                                    .map(entry -> Wards.with(entry, sites.get(1), List.of("doi")))
                                    .toList());
            for (String user : List.of("viewer", ward, tagged)) {
                measure(fixture, fixture.anonymous.signIn(user, ServerFixture.PASSWORD), user);
            }
        }
    }

    private static String make(ServerFixture fixture, Desk admin, String name, String grants, String more) {
        String role = admin.post("/roles", "{\"name\":\"" + name + "\",\"grants\":" + grants + more + "}")
                .json()
                .path("id")
                .asString();
        fixture.server.accounts().create(name, name, role, Secret.of(ServerFixture.PASSWORD));
        return name;
    }

    private static void measure(ServerFixture fixture, Desk desk, String who) {
        long total = desk.get("/cameras?limit=1").json().path("total").asLong();
        assertThat(total).isPositive();
        List<String> ids = Wards.ids(desk.quickly("/cameras?limit=64").json().path("items"));
        String streams = ids.stream()
                .map(id -> "{\"cameraId\":\"" + id + "\",\"role\":\"sub\"}")
                .collect(Collectors.joining(",", "{\"streams\":[", "]}"));
        long revision = fixture.server.inventory().revision();
        print(who + ", of " + total + ": first page of 2000", () -> desk.quickly("/cameras?limit=2000"));
        print(
                who + ": delta after 100 changes",
                () -> desk.quickly("/cameras?limit=2000&changedSince=" + (revision - 1)));
        print(who + ": delta of everything", () -> desk.quickly("/cameras?limit=2000&changedSince=0"));
        print(who + ": sites", () -> desk.quickly("/sites"));
        print(who + ": health", () -> desk.quickly("/health"));
        print(who + ": 64 grants", () -> post(desk, streams));
    }

    private static void post(Desk desk, String streams) {
        try {
            var request = desk.request("/stream-sessions")
                    .setHeader("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(streams))
                    .build();
            assertThat(desk.http()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void print(String what, Runnable work) {
        // Whatever comes first warms up the program.
        work.run();
        double[] ms = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> {
                    long begun = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - begun) / 1e6;
                })
                .toArray();
        Arrays.sort(ms);
        System.out.printf("%s: median %.1f ms, worst of %d %.1f ms%n", what, ms[ROUNDS / 2], ROUNDS, ms[ROUNDS - 1]);
    }
}
