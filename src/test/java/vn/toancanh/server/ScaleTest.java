package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A city's cameras go in and come out whole; the figures are printed, not asserted, for the machine may be busy. */
@Tag("slow")
class ScaleTest {
    private static final int CITY = 40_210;

    @Test
    void aCityGoesInAndComesOut(@TempDir Path data) throws IOException {
        long begun = System.nanoTime();
        try (ServerFixture fixture = ServerFixture.start(data)) {
            print("start with three accounts", begun);
            Desk desk = fixture.desk("viewer");
            var cameras = ServerFixture.cameras(1, CITY);
            begun = System.nanoTime();
            fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), cameras);
            print("merge", begun);
            begun = System.nanoTime();
            fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), cameras);
            print("merge of the same", begun);
            for (int round = 0; round < 2; round++) {
                begun = System.nanoTime();
                assertThat(sync(desk)).hasSize(CITY);
                print("sync", begun);
            }
            String tag = desk.get("/cameras?limit=2000").header("ETag");
            for (int round = 0; round < 2; round++) {
                begun = System.nanoTime();
                assertThat(desk.get("/cameras?limit=2000", "If-None-Match", tag).status())
                        .isEqualTo(304);
                print("unchanged", begun);
            }
            long revision = fixture.server.inventory().revision();
            fixture.server.inventory().merge(List.of(), ServerFixture.cameras(CITY + 1, 100));
            begun = System.nanoTime();
            assertThat(desk.get("/cameras?changedSince=" + revision + "&limit=2000")
                            .json()
                            .path("items"))
                    .hasSize(100);
            print("delta of 100", begun);
            begun = System.nanoTime();
            assertThat(desk.get("/cameras?q=so+40000").json().path("total").asInt())
                    .isEqualTo(1);
            print("search", begun);
        }
        begun = System.nanoTime();
        CentralServer.start(ServerOptions.at(data)).close();
        print("start and close with a city", begun);
    }

    private static void print(String what, long begun) {
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.printf("%s: %.1f ms; processor time so far %d ms%n", what, (System.nanoTime() - begun) / 1e6, cpu);
    }

    private static Set<String> sync(Desk desk) {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = desk.quickly("/cameras?limit=2000" + cursor).json();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return ids;
    }
}
