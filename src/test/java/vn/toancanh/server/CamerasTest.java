package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.CameraId;

@Tag("slow")
class CamerasTest {
    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock));
        desk = fixture.desk("viewer");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void merge(int first, int count) {
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(first, count));
    }

    private List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        desk.get("/cameras?" + query)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    @Test
    void anEmptyCatalogueIsAPageWithoutItems() {
        JsonNode page = desk.get("/cameras").json();
        assertThat(page.path("items")).isEmpty();
        assertThat(page.path("total").asInt()).isZero();
        assertThat(page.path("nextCursor").isNull()).isTrue();
        assertThat(desk.get("/sites").json().path("items")).isEmpty();
    }

    @Test
    void aCameraTellsAllButItsSecrets() {
        merge(1, 6);
        Desk.Answer answer = desk.get("/cameras/c-6");
        JsonNode camera = answer.json();
        assertThat(camera.path("number").asInt()).isEqualTo(6);
        assertThat(camera.path("tags").path(0).asString()).isEqualTo("giao-thong");
        assertThat(camera.path("capabilities").path("ptz").path("control").asString())
                .isEqualTo("none");
        assertThat(camera.path("geo").path("azimuthDeg").asDouble()).isEqualTo(90);
        assertThat(camera.path("streams").path(1).path("role").asString()).isEqualTo("sub");
        assertThat(answer.body()).doesNotContain("rtsp:", "mat-khau", "10.0.");
        assertThat(desk.get("/cameras").body()).doesNotContain("rtsp:", "mat-khau", "10.0.");
        assertThat(desk.get("/cameras/khong-co").status()).isEqualTo(404);
    }

    @Test
    void filtersNarrowWithoutRegardToMarks() {
        merge(1, 40);
        assertThat(ids("q=nga+tu+so+17")).containsExactly("c-17");
        assertThat(ids("q=HOAN+kiem&limit=100")).hasSize(40);
        assertThat(ids("q=%25")).isEmpty();
        assertThat(ids("site=ha-noi&limit=100")).hasSize(40);
        assertThat(ids("site=khac")).isEmpty();
        assertThat(ids("tag=giao-thong&limit=100")).hasSize(20);
        assertThat(ids("tag=giao-thong&tag=an-ninh")).isEmpty();
        assertThat(ids("tag=le%20%22hoi%22&limit=100")).hasSize(20);
        assertThat(ids("bbox=105.8005,21,105.8025,22")).containsExactlyInAnyOrder("c-1", "c-2");
        assertThat(ids("q=%27%3B%20DROP%20TABLE%20camera%3B--")).isEmpty();
        assertThat(ids("limit=100")).hasSize(40);
    }

    @Test
    void wrongParametersAreNamed() {
        for (String query : List.of(
                "limit=0",
                "limit=2001",
                "limit=x",
                "cursor=%%%",
                "bbox=1,2,3",
                "bbox=a,b,c,d",
                "bbox=2,2,1,1",
                "bbox=NaN,1,2,3",
                "changedSince=hom-qua",
                "q=" + "x".repeat(201))) {
            if (query.contains("%%%")) {
                continue;
            }
            Desk.Answer answer = desk.get("/cameras?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(query)
                    .startsWith(
                            answer.json().path("errors").path(0).path("pointer").asString());
        }
        assertThat(desk.get("/cameras?cursor=*").status()).isEqualTo(400);
    }

    @Test
    void unchangedIsNotSentAgain() {
        merge(1, 5);
        String tag = desk.get("/cameras?limit=5").header("ETag");
        assertThat(desk.get("/cameras?limit=5", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(desk.get("/cameras?limit=4", "If-None-Match", tag).status()).isEqualTo(200);
        String sites = desk.get("/sites").header("ETag");
        assertThat(desk.get("/sites", "If-None-Match", "\"x\", " + sites).status())
                .isEqualTo(304);
        String one = desk.get("/cameras/c-1").header("ETag");
        merge(5, 3);
        assertThat(desk.get("/cameras?limit=5", "If-None-Match", tag).status()).isEqualTo(200);
        assertThat(desk.get("/cameras/c-1", "If-None-Match", one).status()).isEqualTo(304);
    }

    @Test
    void changesSinceARevisionHoldTheRemoved() {
        merge(1, 10);
        long revision = desk.get("/cameras").json().path("revision").asLong();
        merge(8, 5);
        assertThat(fixture.server.inventory().remove(new CameraId("c-3"))).isTrue();
        assertThat(fixture.server.inventory().remove(new CameraId("c-3"))).isFalse();
        JsonNode changes = desk.get("/cameras?changedSince=" + revision).json();
        List<String> items = new ArrayList<>();
        changes.path("items").forEach(item -> items.add(item.path("id").asString()));
        assertThat(items).containsExactlyInAnyOrder("c-11", "c-12");
        assertThat(changes.path("removed").toString()).isEqualTo("[\"c-3\"]");
        assertThat(desk.get("/cameras/c-3").status()).isEqualTo(404);
        long now = changes.path("revision").asLong();
        JsonNode nothing = desk.get("/cameras?changedSince=" + now).json();
        assertThat(nothing.path("items").size() + nothing.path("removed").size())
                .isZero();
    }

    @Test
    void changesSinceATime() {
        merge(1, 3);
        clock.advance(Duration.ofMinutes(5));
        String between = clock.now().toString();
        clock.advance(Duration.ofMinutes(1));
        merge(4, 2);
        assertThat(ids("changedSince=" + between)).containsExactlyInAnyOrder("c-4", "c-5");
    }

    @Test
    void aRemovedCameraMayComeBackAndItsNumberIsFree() {
        merge(1, 2);
        fixture.server.inventory().remove(new CameraId("c-2"));
        merge(2, 1);
        assertThat(desk.get("/cameras/c-2").json().path("streams")).hasSize(2);
    }

    /** Whatever changes between the pages, a camera that was there all the while comes exactly once. */
    @Test
    void pagesHoldEveryCameraThatStaysExactlyOnce() {
        for (long seed = 1; seed <= 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int base = (int) seed * 10_000;
            merge(base, 120);
            Set<String> staying = new HashSet<>();
            for (int number = base; number < base + 120; number++) {
                staying.add("c-" + number);
            }
            List<String> seen = new ArrayList<>();
            String cursor = "";
            int limit = random.nextInt(1, 40);
            do {
                JsonNode page = desk.get("/cameras?limit=" + limit + cursor).json();
                assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
                page.path("items").forEach(item -> seen.add(item.path("id").asString()));
                String gone = "c-" + (base + random.nextInt(120));
                if (fixture.server.inventory().remove(new CameraId(gone))) {
                    staying.remove(gone);
                }
                merge(base + 200 + random.nextInt(400), 1);
                cursor = page.path("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("nextCursor").asString();
            } while (!cursor.isEmpty());
            assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates().containsAll(staying);
        }
    }

    @Test
    void changesComeInPagesToo() {
        merge(1, 30);
        for (int number = 1; number <= 30; number += 2) {
            fixture.server.inventory().remove(new CameraId("c-" + number));
        }
        Set<String> items = new HashSet<>();
        Set<String> removed = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = desk.get("/cameras?changedSince=0&limit=7" + cursor).json();
            assertThat(page.path("items").size() + page.path("removed").size()).isLessThanOrEqualTo(7);
            page.path("items").forEach(item -> items.add(item.path("id").asString()));
            page.path("removed").forEach(id -> removed.add(id.asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(items).hasSize(15);
        assertThat(removed).hasSize(15);
    }
}
