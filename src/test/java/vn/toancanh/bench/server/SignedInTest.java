package vn.toancanh.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Secret;
import vn.toancanh.server.ServerFixture;

/** What the drill does, against a server that lives. */
@Tag("slow")
class SignedInTest {
    private ServerFixture fixture;
    private URI server;
    private SignedIn operator;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        server = fixture.server.baseUri();
        operator = SignedIn.as(server, "operator", Secret.of(ServerFixture.PASSWORD));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private int status(Supplier<String> token) throws IOException {
        try (Line line = new Line(server).with(token.get())) {
            return line.get("/sites").status();
        }
    }

    @Test
    void aSessionIsRenewedAndGoesOn() throws IOException {
        String first = operator.get();
        assertThat(operator.renew()).isTrue();
        assertThat(operator.get()).isNotEqualTo(first);
        assertThat(status(operator)).isEqualTo(200);
        assertThat(status(() -> first)).isEqualTo(401);
        assertThat(operator.renewed()).isEqualTo(1);
        assertThat(operator.lost()).isZero();
    }

    @Test
    void aSessionThatTheServerDoesNotKnowIsLost() {
        fixture.server.accounts().setPassword("operator", Secret.of("mot-cai-khac"));
        assertThat(operator.renew()).isFalse();
        assertThat(operator.lost()).isEqualTo(1);
    }

    @Test
    void aServerThatIsAwayCostsNothing() {
        fixture.server.close();
        assertThat(operator.renew()).isFalse();
        assertThat(operator.lost()).isZero();
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgainWithItsKeyAndIsThereOnce() throws IOException {
        Books books = Books.empty();
        Keyed keyed = new Keyed("0001", books);
        try (Line line = new Line(server)) {
            // Nobody is let in: nothing is acknowledged, and the same is sent again.
            keyed.send(line);
            keyed.send(line.with(operator.get()));
            assertThat(books.commands().acknowledged())
                    .as("there is no such wall")
                    .isZero();
            Line.Answer made = new Line(server)
                    .with(ServerBenchmark.token(line, "administrator", Secret.of(ServerFixture.PASSWORD)))
                    .putJson(
                            "/walls/" + Keyed.WALL,
                            "{\"name\":\"W\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1,\"h\":1}]}",
                            "If-Match",
                            "\"0\"");
            assertThat(made.status()).as(made.text()).isEqualTo(200);
            Line.Answer told = keyed.send(line);
            assertThat(books.commands().acknowledged()).as(told.toString()).isEqualTo(1);
            Line.Answer raised = keyed.send(line);
            assertThat(books.alarms().acknowledged()).as(raised.toString()).isEqualTo(1);
        }
    }
}
