package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.denial;
import static vn.toancanh.server.Wards.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Of which cameras a certificate is accepted is told to each as far as he configures them. */
@Tag("slow")
class PinnedByWardTest {
    private static final String PIN = "{\"tlsPins\":[\"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"]}";

    @TempDir
    Path data;

    private Wards wards;

    @BeforeEach
    void start() throws IOException {
        wards = Wards.start(data);
        for (String camera : List.of("c-1", "c-2", "c-7", "c-101", "c-102")) {
            assertThat(wards.admin.put("/cameras/" + camera + "/tls-pins", PIN).status())
                    .isEqualTo(204);
        }
    }

    @AfterEach
    void stop() {
        wards.close();
    }

    private static List<String> all(Desk desk, int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Desk.Answer answer = desk.get("/camera-certificates?limit=" + limit + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            answer.json()
                    .path("items")
                    .forEach(item -> all.add(item.path("cameraId").asString()));
            JsonNode next = answer.json().path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return all;
    }

    @Test
    void eachIsToldOfHisOwnWhateverFitsAPage() {
        assertThat(all(wards.admin, 500)).containsExactly("c-1", "c-101", "c-102", "c-2", "c-7");
        Desk ward = wards.atFirstWard("configure");
        assertThat(all(ward, 500)).containsExactly("c-1", "c-2", "c-7");
        assertThat(all(ward, 1)).as("page by page").containsExactly("c-1", "c-2", "c-7");
        wards.user(
                "khong-an-ninh",
                wards.role(
                        "Không an ninh",
                        grant("configure", "hoan-kiem") + "," + denial("configure", "", "an-ninh"),
                        ""));
        assertThat(all(wards.signIn("khong-an-ninh"), 500)).containsExactly("c-2");
        assertThat(wards.atFirstWard("manage").get("/camera-certificates").status())
                .isEqualTo(403);
    }

    /** A cursor that named a camera of another ward would tell that it is there, and an empty page that something is. */
    @Test
    void noPageTellsWhatThereIsElsewhere() {
        Desk ward = wards.atFirstWard("configure");
        Set<String> seen = Set.copyOf(all(ward, 500));
        for (int limit = 1; limit <= 3; limit++) {
            String cursor = "";
            int told = 0;
            do {
                JsonNode page =
                        ward.get("/camera-certificates?limit=" + limit + cursor).json();
                told += page.path("items").size();
                JsonNode next = page.path("nextCursor");
                assertThat(page.path("items"))
                        .hasSize(Math.min(limit, 3 - told + page.path("items").size()));
                cursor = next.isNull() ? "" : "&cursor=" + next.asString();
                if (!next.isNull()) {
                    assertThat(new String(Base64.getUrlDecoder().decode(next.asString()), StandardCharsets.UTF_8))
                            .isIn(seen);
                    assertThat(told).as("there is more").isLessThan(3);
                }
            } while (!cursor.isEmpty());
            assertThat(told).isEqualTo(3);
        }
    }

    @Test
    void aCameraThatIsRemovedIsToldNoMore() {
        wards.admin.delete("/cameras/c-101");
        assertThat(all(wards.admin, 2)).containsExactly("c-1", "c-102", "c-2", "c-7");
    }
}
