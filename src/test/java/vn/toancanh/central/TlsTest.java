package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Threads;

/** Nothing is told to a server that cannot be trusted. */
class TlsTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theServersCertificateMustBeTrusted(@TempDir Path folder) throws Exception {
        try (FakeCentral secure = new FakeCentral(selfSigned(folder))) {
            Failure failure = Desk.refusal(desk.signIn(secure.uri()));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure.textKey()).isEqualTo("central.certificate");
            assertThat(secure.requests).isEmpty();
        }
    }

    private static SSLSocketFactory selfSigned(Path folder) throws Exception {
        Path file = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    @Test
    void whatDoesNotSpeakTlsIsNotTrusted() throws IOException {
        try (ServerSocket plain = new ServerSocket(0)) {
            Threads.daemon("plain", () -> {
                        try (Socket caller = plain.accept()) {
                            caller.getOutputStream()
                                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                            caller.getOutputStream().flush();
                            caller.getInputStream().readAllBytes();
                        } catch (IOException closed) {
                            // The client has seen enough.
                        }
                    })
                    .start();
            Failure failure = Desk.refusal(desk.signIn(URI.create("https://127.0.0.1:" + plain.getLocalPort())));
            assertThat(failure.textKey()).isEqualTo("central.certificate");
        }
    }
}
