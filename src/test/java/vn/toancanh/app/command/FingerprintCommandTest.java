package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.tls.Transport;

/** A server with its own certificate, as an administrator without a screen comes to know it. */
@Tag("slow")
class FingerprintCommandTest {
    private static final String PASSWORD = "dai-du-tam-ky-tu";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void place() {
        data = folder.resolve("data");
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        Surroundings given = new Surroundings(
                new Folders(folder, folder, folder, folder),
                new Texts(Language.VI),
                Clock.SYSTEM,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return CommandLines.run(given, List.of(words));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFingerprintIsPrintedAlsoWhileTheServerRuns() throws Exception {
        assertThat(run("server", "fingerprint", "--data", data.toString())).isEqualTo(Exit.FAILED);
        assertThat(said()).contains(data.resolve("server.crt").toString());
        assertThat(data).doesNotExist();
        try (CentralServer server = CentralServer.start(ServerOptions.at(data).withTransport(new Transport.Own()))) {
            assertThat(run("server", "fingerprint", "--data", data.toString())).isEqualTo(Exit.DONE);
            assertThat(out.toString(StandardCharsets.UTF_8).strip())
                    .isEqualTo(server.identity().orElseThrow().fingerprint().toString());
        }
        Files.writeString(data.resolve("server.crt"), "-----BEGIN CERTIFICATE-----\nMIIB");
        assertThat(run("server", "fingerprint", "--data", data.toString())).isEqualTo(Exit.FAILED);
        assertThat(said()).contains("không phải chứng chỉ PEM");
    }

    @Test
    void anImportSaysWhichPinItWouldGoBy() throws Exception {
        Path list = Files.writeString(
                folder.resolve("list.csv"), "number,name,site,main\n1,Ngã tư,Hà Nội,rtsp://10.0.0.1/a\n");
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        try (CentralServer server = CentralServer.start(ServerOptions.at(data).withTransport(new Transport.Own()))) {
            server.accounts().create("chu", "Chủ", "administrator", Secret.of(PASSWORD));
            String pin = server.identity().orElseThrow().fingerprint().toString();
            String[] words = {
                "import", list.toString(), "--server=" + server.baseUri(), "--user=chu", "--password-file=" + password
            };
            assertThat(run(words)).isEqualTo(Exit.FAILED);
            assertThat(said()).contains("--pin " + pin).contains("Chưa gửi gì");
            assertThat(run(words[0], words[1], words[2], words[3], words[4], "--pin=" + "0".repeat(64)))
                    .isEqualTo(Exit.FAILED);
            assertThat(said()).contains("đã đổi").contains(pin);
            assertThat(run(words[0], words[1], words[2], words[3], words[4], "--pin=" + pin))
                    .isEqualTo(Exit.DONE);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 camera");
        }
    }
}
