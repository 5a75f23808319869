package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A request that is refused before its body was read: the caller gets the reason, and its connection goes on. Closing
 * with bytes unread would reset the connection, and the reset takes the answer with it.
 */
@Tag("slow")
class RefusedBodyTest {
    /** More than the sockets of both ends keep. */
    private static final int LONG = 3_000_000;

    private static final String BLANKS = " ".repeat(LONG);

    private ServerFixture fixture;
    private Desk operator;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        operator = fixture.desk("operator");
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "too large,          PUT,  /me/preferences, true,  application/json, false, 413",
        "too large in parts, PUT,  /me/preferences, true,  application/json, true,  413",
        "not JSON,           POST, /layouts,        true,  text/plain,       false, 415",
        "without a token,    POST, /layouts,        false, application/json, false, 401",
        "no such place,      POST, /nowhere,        true,  application/json, false, 404",
    })
    void theReasonArrivesAndTheConnectionGoesOn(
            String what, String method, String path, boolean known, String type, boolean inParts, int status)
            throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), fixture.server.baseUri().getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            out.write(bytes(method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + (known ? "Authorization: Bearer " + operator.token() + "\r\nIf-Match: \"0\"\r\n" : "")
                    + "Content-Type: " + type + "\r\n"));
            out.write(bytes(
                    inParts
                            ? "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LONG) + "\r\n" + BLANKS
                                    + "\r\n0\r\n\r\n"
                            : "Content-Length: " + LONG + "\r\n\r\n" + BLANKS));
            assertThat(RawHttp.answer(in))
                    .as(what)
                    .startsWith("HTTP/1.1 " + status + " ")
                    .contains("\"requestId\"");
            out.write(bytes("GET /api/v1/info HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            assertThat(RawHttp.answer(in))
                    .as("the next request of the same connection")
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
