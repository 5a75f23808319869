package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What the server says of itself holds no password and no token, however much it says. */
@Tag("slow")
class SecretsInLogTest {
    private final Logger ours = (Logger) LoggerFactory.getLogger("vn.toancanh");
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        said.start();
        ours.addAppender(said);
    }

    @AfterEach
    void stop() {
        ours.detachAppender(said);
        ours.setLevel(before);
    }

    @Test
    void neitherPasswordsNorTokensAreSaid(@TempDir Path data) throws IOException {
        List<String> secrets = new ArrayList<>(List.of(ServerFixture.PASSWORD, "mat-khau-1", "sai-be-bet"));
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
            JsonNode session = fixture.direct()
                    .anonymous
                    .login("operator", ServerFixture.PASSWORD)
                    .json();
            secrets.add(session.path("accessToken").asString());
            secrets.add(session.path("refreshToken").asString());
            fixture.anonymous.login("operator", "sai-be-bet");
            Desk desk = fixture.anonymous.withToken(session.path("accessToken").asString());
            Desk.Answer granted =
                    desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"}]}");
            assertThat(granted.body()).contains("mat-khau-1");
            fixture.anonymous.withToken("tca_khong-phai").get("/sites");
            secrets.add("tca_khong-phai");
            String refresh =
                    "{\"refreshToken\":\"" + session.path("refreshToken").asString() + "\"}";
            JsonNode renewed =
                    fixture.anonymous.post("/sessions/refresh", refresh).json();
            secrets.add(renewed.path("accessToken").asString());
            secrets.add(renewed.path("refreshToken").asString());
            desk.post("/layouts", "{\"password\":\"" + ServerFixture.PASSWORD + "\"");
            desk.get("/cameras?q=" + ServerFixture.PASSWORD);
        }
        assertThat(secrets).doesNotContain("");
        List<ILoggingEvent> events = List.copyOf(said.list);
        assertThat(events).hasSizeGreaterThan(5);
        for (ILoggingEvent event : events) {
            String all = event.getFormattedMessage() + event.getKeyValuePairs() + event.getThrowableProxy();
            assertThat(all).doesNotContain(secrets);
        }
    }
}
