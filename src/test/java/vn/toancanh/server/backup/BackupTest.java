package vn.toancanh.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.Desk;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.audit.StoredAudit;
import vn.toancanh.server.audit.Verdict;
import vn.toancanh.server.store.StoredData;
import vn.toancanh.server.tls.Transport;

/** Data go into a file while the server works, and come back whole; nothing is overwritten and nothing half is left. */
@Tag("slow")
class BackupTest {
    @TempDir
    Path folder;

    private Path data;
    private Path file;
    private final Backup backup = new Backup(Clock.SYSTEM);
    private final Restore restore = new Restore(Clock.SYSTEM);

    @BeforeEach
    void places() {
        data = folder.resolve("data");
        file = folder.resolve("sao-luu.zip");
    }

    private void fill() throws IOException {
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 40));
            fixture.desk("viewer");
        }
    }

    private static void refused(ThrowingCallable work, String textKey) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure().textKey()).isEqualTo(textKey));
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void noCopyIsReadableByOthersAtAnyMoment() throws Exception {
        fill();
        Path copy = folder.resolve("ban-sao.db");
        CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> {
            while (Files.notExists(copy)) {
                Thread.onSpinWait();
            }
            try {
                // It is made with nothing in it; what counts is who may read it once there is something.
                while (Files.size(copy) == 0) {
                    Thread.onSpinWait();
                }
                return PosixFilePermissions.toString(Files.getPosixFilePermissions(copy));
            } catch (IOException gone) {
                return gone.toString();
            }
        });
        try (StoredData stored = StoredData.open(data)) {
            stored.copyTo(copy);
        }
        assertThat(seen.get(20, TimeUnit.SECONDS)).isEqualTo("rw-------");
    }

    @Test
    void aRunningServerIsBackedUpAndComesBackElsewhere() throws IOException {
        String before;
        String instance;
        String token;
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 40));
            Desk desk = fixture.desk("viewer");
            token = String.valueOf(desk.token());
            before = desk.get("/cameras?limit=500").json().path("items").toString();
            instance = desk.get("/info").json().path("instanceId").asString();
            Backup.Written written = backup.write(data, file, true);
            assertThat(written.bytes()).isEqualTo(Files.size(file));
            assertThat(written.audit()).matches(Verdict::holds);
            assertThat(desk.delete("/sessions/current").status()).isEqualTo(204);
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(names(folder)).containsExactly("data", "sao-luu.zip");
        Path elsewhere = folder.resolve("noi-khac");
        Restore.Restored restored = restore.restore(file, null, elsewhere);
        assertThat(restored.audit()).matches(Verdict::holds);
        assertThat(names(elsewhere))
                .contains("central.db", "secrets.key")
                .noneMatch(name -> name.contains("restoring"));
        try (ServerFixture again = ServerFixture.start(elsewhere)) {
            Desk old = again.anonymous.withToken(token);
            assertThat(old.get("/cameras").status())
                    .as("a session that was ended since does not come back")
                    .isEqualTo(401);
            Desk desk = again.direct().desk("viewer");
            assertThat(desk.get("/cameras?limit=500").json().path("items").toString())
                    .isEqualTo(before);
            assertThat(desk.post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-7\",\"role\":\"sub\"}]}")
                            .json()
                            .at("/items/0/password")
                            .asString())
                    .isEqualTo("mat-khau-7");
            assertThat(desk.get("/info").json().path("instanceId").asString()).isNotEqualTo(instance);
        }
        try (StoredAudit audit = StoredAudit.open(elsewhere)) {
            assertThat(audit.check(null).holds()).isTrue();
        }
    }

    @Test
    void desksKnowTheServerByItsOldCertificate() throws IOException {
        ServerOptions encrypted = ServerOptions.at(data).withTransport(new Transport.Own());
        Fingerprint before;
        try (CentralServer server = CentralServer.start(encrypted)) {
            before = server.identity().orElseThrow().fingerprint();
            backup.write(data, file, true);
        }
        Path elsewhere = folder.resolve("noi-khac");
        restore.restore(file, null, elsewhere);
        assertThat(Files.getPosixFilePermissions(elsewhere.resolve("server.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (CentralServer again =
                CentralServer.start(ServerOptions.at(elsewhere).withTransport(new Transport.Own()))) {
            assertThat(again.identity().orElseThrow().fingerprint()).isEqualTo(before);
        }
        Path open = folder.resolve("khong-khoa.zip");
        backup.write(data, open, false);
        try (ZipFile zip = new ZipFile(open.toFile())) {
            assertThat(zip.getEntry("server.key")).isNull();
            assertThat(zip.getEntry("server.crt")).isNull();
        }
    }

    @Test
    void theKeyIsInTheFileOnlyWhereAsked() throws IOException {
        fill();
        backup.write(data, file, false);
        byte[] key = Files.readAllBytes(data.resolve("secrets.key"));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("manifest.json", "central.db");
            byte[] database = zip.getInputStream(zip.getEntry("central.db")).readAllBytes();
            assertThat(new String(database, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(key, StandardCharsets.ISO_8859_1), "mat-khau-7");
        }
        Path to = folder.resolve("moi");
        refused(() -> restore.restore(file, null, to), "server.backupWithoutKey");
        Path other = Files.write(folder.resolve("khoa-khac"), new byte[32]);
        refused(() -> restore.restore(file, other, to), "server.wrongKey");
        assertThat(to.resolve("central.db")).doesNotExist();
        assertThat(to.resolve("secrets.key")).doesNotExist();
        restore.restore(file, data.resolve("secrets.key"), to);
        assertThat(to.resolve("central.db")).exists();
    }

    @Test
    void nothingThatIsThereIsOverwritten() throws IOException {
        fill();
        Files.writeString(file, "có rồi");
        refused(() -> backup.write(data, file, true), "server.isThere");
        assertThat(Files.readString(file)).isEqualTo("có rồi");
        Path second = folder.resolve("hai.zip");
        backup.write(data, second, true);
        byte[] before = Files.readAllBytes(data.resolve("central.db"));
        refused(() -> restore.restore(second, null, data), "server.isThere");
        assertThat(Files.readAllBytes(data.resolve("central.db"))).isEqualTo(before);
        Path half = Files.createDirectories(folder.resolve("nua"));
        Files.write(half.resolve("secrets.key"), new byte[32]);
        refused(() -> restore.restore(second, null, half), "server.isThere");
    }

    @Test
    void whatIsNoBackupOrDamagedOrCutShortIsRefused() throws IOException {
        fill();
        backup.write(data, file, true);
        byte[] good = Files.readAllBytes(file);
        Path bad = folder.resolve("hong.zip");
        Path to = folder.resolve("moi");
        for (int cut : List.of(0, 10, good.length / 2, good.length - 30)) {
            Files.write(bad, java.util.Arrays.copyOf(good, cut));
            refused(() -> restore.restore(bad, null, to), "server.notABackup");
        }
        int[] flipped = {200, good.length / 3, good.length / 2};
        for (int place : flipped) {
            byte[] changed = good.clone();
            changed[place] ^= 0x40;
            Files.write(bad, changed);
            refused(() -> restore.restore(bad, null, to), "server.notABackup");
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bad))) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write("{\"format\":\"another-1\"}".getBytes(StandardCharsets.UTF_8));
        }
        refused(() -> restore.restore(bad, null, to), "server.notABackup");
        assertThat(to.resolve("central.db")).doesNotExist();
        assertThat(to.resolve("secrets.key")).doesNotExist();
    }

    @Test
    void dataThatAreNotThereDamagedOrNewerAreSaidSoClearly() throws IOException, SQLException {
        refused(() -> backup.write(data, file, false), "server.noData");
        fill();
        Path key = data.resolve("secrets.key");
        Path aside = folder.resolve("khoa");
        Files.move(key, aside);
        refused(() -> backup.write(data, file, false), "server.keyUnreadable");
        assertThat(key).as("no key is made").doesNotExist();
        Files.write(key, new byte[32]);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        refused(() -> backup.write(data, file, false), "server.wrongKey");
        Files.delete(key);
        Files.move(aside, key);
        sql("PRAGMA user_version = 99");
        refused(() -> backup.write(data, file, false), "server.newerDatabase");
        sql("PRAGMA user_version = 1");
        Path database = data.resolve("central.db");
        byte[] bytes = Files.readAllBytes(database);
        for (int i = bytes.length / 2; i < bytes.length; i += 7) {
            bytes[i] = 0x5a;
        }
        Files.write(database, bytes);
        refused(() -> backup.write(data, file, false), "server.damagedDatabase");
        Files.writeString(database, "không phải cơ sở dữ liệu ".repeat(400));
        refused(() -> backup.write(data, file, false), "server.damagedDatabase");
        assertThat(names(folder)).containsExactly("data");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement one = connection.createStatement()) {
            one.executeUpdate(statement);
        }
    }

    @Test
    void dataThatAnotherProgramHoldsAloneAreSaidToBeInUse() throws IOException, SQLException {
        fill();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement one = other.createStatement()) {
            one.execute("PRAGMA locking_mode = EXCLUSIVE");
            one.executeUpdate("BEGIN EXCLUSIVE");
            refused(() -> backup.write(data, file, false), "server.dataInUse");
        }
        assertThat(names(folder)).containsExactly("data");
    }

    @Test
    void aTrailThatDoesNotHoldIsToldAndStillBackedUp() throws IOException, SQLException {
        fill();
        sql("DROP TRIGGER audit_is_not_changed");
        sql("UPDATE audit SET subject = 'x' WHERE seq = 2");
        Backup.Written written = backup.write(data, file, true);
        assertThat(written.audit()).isNotNull().matches(verdict -> !verdict.holds());
        Restore.Restored restored = restore.restore(file, null, folder.resolve("moi"));
        assertThat(restored.audit()).isNotNull().matches(verdict -> !verdict.holds());
    }
}
