package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.server.store.KeyFiles;

@Tag("slow")
class StartTest {
    @TempDir
    Path data;

    private static void refused(ThrowingCallable start, String textKey) {
        assertThatThrownBy(start).isInstanceOfSatisfying(FailureException.class, failure -> {
            assertThat(failure.failure().textKey()).isEqualTo(textKey);
            assertThat(new Texts(Language.VI).of(failure.failure()))
                    .isNotEqualTo(textKey)
                    .doesNotContain("{");
        });
    }

    @Test
    void theFirstStartMakesAnAdministratorWhosePasswordIsShownOnce() throws IOException {
        Secret password;
        try (ServerFixture fixture = ServerFixture.fresh(ServerOptions.at(data))) {
            password = fixture.server.firstAdministratorPassword().orElseThrow();
            assertThat(password.reveal()).hasSizeGreaterThanOrEqualTo(16);
            assertThat(fixture.anonymous.login("admin", password.reveal()).status())
                    .isEqualTo(201);
        }
        try (ServerFixture again = ServerFixture.start(data)) {
            assertThat(again.server.firstAdministratorPassword()).isEmpty();
            assertThat(again.anonymous
                            .login("admin", password.reveal())
                            .json()
                            .path("user")
                            .path("role")
                            .asString())
                    .isEqualTo("administrator");
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() {
        try (CentralServer first = CentralServer.start(ServerOptions.at(data))) {
            refused(() -> CentralServer.start(ServerOptions.at(data)), "server.dataInUse");
            assertThat(first.baseUri().getHost()).isEqualTo("127.0.0.1");
        }
        CentralServer.start(ServerOptions.at(data)).close();
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) {
        try (CentralServer first = CentralServer.start(ServerOptions.at(data))) {
            int port = first.baseUri().getPort();
            refused(() -> CentralServer.start(ServerOptions.at(other, port)), "server.portTaken");
            // What was opened before is given back.
            CentralServer.start(ServerOptions.at(other)).close();
        }
    }

    @Test
    void plainHttpIsNotOpenedToOthers() {
        refused(() -> CentralServer.start(ServerOptions.at(data).withAddress("0.0.0.0")), "server.needsTls");
        refused(() -> CentralServer.start(ServerOptions.at(data).withAddress("192.0.2.7")), "server.needsTls");
        assertThat(data.resolve("central.db")).doesNotExist();
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        CentralServer.start(ServerOptions.at(data)).close();
        Files.write(data.resolve("secrets.key"), new byte[32]);
        refused(() -> CentralServer.start(ServerOptions.at(data)), "server.wrongKey");
        Files.write(data.resolve("secrets.key"), new byte[31]);
        refused(() -> CentralServer.start(ServerOptions.at(data)), "server.wrongKey");
    }

    @Test
    void noKeyIsMadeBesideDataWhoseKeyIsLost() throws IOException {
        CentralServer.start(ServerOptions.at(data)).close();
        byte[] key = Files.readAllBytes(data.resolve("secrets.key"));
        Files.delete(data.resolve("secrets.key"));
        refused(() -> CentralServer.start(ServerOptions.at(data)), "server.keyUnreadable");
        assertThat(data.resolve("secrets.key")).doesNotExist();
        KeyFiles.write(data.resolve("secrets.key"), key);
        CentralServer.start(ServerOptions.at(data)).close();
    }

    @Test
    void closingTwiceIsNoError() {
        CentralServer server = CentralServer.start(ServerOptions.at(data));
        server.close();
        server.close();
    }

    @Test
    void badAccountsAreRefused() {
        try (CentralServer server = CentralServer.start(ServerOptions.at(data))) {
            var accounts = server.accounts();
            Secret good = Secret.of("mot-mat-khau");
            accounts.create("Ca.1", "Ca 1", "operator", good);
            refused(() -> accounts.create("ca.1", "Ca 1", "operator", good), "server.usernameTaken");
            refused(() -> accounts.create("ca 2", "Ca 2", "operator", good), "server.badUsername");
            refused(() -> accounts.create("ca2", "Ca 2", "king", good), "server.unknownRole");
            refused(() -> accounts.create("ca2", "Ca 2", "operator", Secret.of("1234567")), "server.passwordLength");
            assertThat(accounts.list()).hasSize(2);
        }
    }

    @Test
    void brokenRequestsGetProblemsToo() throws IOException {
        try (CentralServer server = CentralServer.start(ServerOptions.at(data))) {
            String broken = raw(server, "GET /api/v1/info HTTP/1.1\r\nHost: x\r\nBad header\r\n\r\n");
            assertThat(broken)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .doesNotContain("Exception");
            String huge =
                    raw(server, "GET /api/v1/info HTTP/1.1\r\nHost: x\r\nX-Big: " + "x".repeat(40_000) + "\r\n\r\n");
            assertThat(huge).startsWith("HTTP/1.1 431").contains("application/problem+json");
        }
    }

    private static String raw(CentralServer server, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(400);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }
}
