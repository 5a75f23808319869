package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.server.streams.StreamPolicy.Way;

/** Which way streams take where the program is told so at its start. */
@Tag("slow")
class StreamsAtStartTest {
    @TempDir
    Path data;

    private ServerFixture fixture;
    private Desk administrator;

    @BeforeEach
    void begin() throws IOException {
        start(null);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void start(@Nullable Way way) throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data).withStreams(way));
        administrator = fixture.desk("administrator");
    }

    private void restart(@Nullable Way way) throws IOException {
        fixture.close();
        start(way);
    }

    private JsonNode noted() {
        return administrator.get("/audit?action=streamPolicy.changed").json().path("items");
    }

    @Test
    void sitesKeepTheirWordsAndWhatChangesIsNotedOnce() throws IOException {
        administrator.put(
                "/stream-policy", "{\"access\":\"relay\",\"sites\":[{\"siteId\":\"hoan-kiem\",\"access\":\"relay\"}]}");
        assertThat(noted()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            restart(Way.DIRECT);
            JsonNode policy = administrator.get("/stream-policy").json();
            assertThat(policy.path("access").asString()).isEqualTo("direct");
            assertThat(policy.path("sites")).hasSize(1);
            assertThat(policy.at("/sites/0/siteId").asString()).isEqualTo("hoan-kiem");
            assertThat(policy.at("/sites/0/access").asString()).isEqualTo("relay");
            assertThat(noted()).hasSize(2);
        }
        JsonNode entry = noted().path(0);
        assertThat(entry.toString()).contains("\"server\"");
        assertThat(entry.path("facts").path("access").asString()).isEqualTo("direct");
        assertThat(entry.path("facts").path("sites").asInt()).isEqualTo(1);
        restart(null);
        assertThat(administrator.get("/stream-policy").json().path("access").asString())
                .isEqualTo("direct");
        assertThat(noted()).hasSize(2);
    }
}
