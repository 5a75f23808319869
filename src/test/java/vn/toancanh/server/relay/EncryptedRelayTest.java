package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.rtsp.wire.TlsTrust;

/** RTSPS with a certificate that the viewer knows by its pin. */
@Timeout(180)
final class EncryptedRelayTest {
    private static final char[] PASSWORD = "of-a-test".toCharArray();

    @TempDir
    Path folder;

    @Test
    void packetsCrossEncrypted() throws Exception {
        KeyStore store = certificate();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        String pin = TlsTrust.pinOf((X509Certificate) store.getCertificate("key"));
        RelaySettings settings = RelaySettings.usual("127.0.0.1", 0).withTls(new RelayTls(context, () -> List.of(pin)));
        LinkedBlockingQueue<AccessUnit> units = new LinkedBlockingQueue<>();
        try (RelayRig rig = new RelayRig(settings);
                RtspClient client = new RtspClient(Clock.SYSTEM, new SecureRandom())) {
            assertThat(rig.uri()).startsWith("rtsps://");
            RtspSession session = client.open(
                    new RtspTarget(
                            URI.create(rig.uri()),
                            "g-1",
                            Secret.of(RelayRig.TOKEN),
                            rig.relay.address().tlsPins(),
                            RtspTimings.USUAL),
                    new Kept(units));
            RelayRig.await(() -> rig.figures().viewers() == 1 && rig.camera.sessions() == 1);
            Footage footage = new Footage(1);
            rig.camera.rtp(footage.keyWithSets().toArray(byte[][]::new));
            for (int i = 0; i < 60; i++) {
                rig.camera.rtp(footage.picture(50_000));
            }
            AccessUnit first = units.poll(60, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(first.key()).isTrue();
            for (int i = 0; i < 60; i++) {
                AccessUnit next = units.poll(60, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                assertThat(next.data()).hasSize(50_004);
            }
            assertThat(session.transport()).isEqualTo(MediaTransport.TLS);
            assertThat(session.counters().malformed()).isZero();
        }
    }

    private record Kept(LinkedBlockingQueue<AccessUnit> units) implements RtspSink {
        @Override
        public void playing(VideoTrack track) {
            // What matters are the units.
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            units.add(unit);
        }

        @Override
        public void ended(RtspFailure failure) {
            // Then a unit is missing.
        }
    }

    private KeyStore certificate() throws Exception {
        Path file = folder.resolve("relay.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "key",
                        "-dname",
                        "CN=relay",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
