package vn.toancanh.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Texts;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;

/** {@code ./wall audit}, and {@code ./wall server backup} and {@code restore}, as somebody at a shell meets them. */
@Tag("slow")
class AuditCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void fill() throws IOException {
        data = folder.resolve("data");
        try (ServerFixture fixture = server()) {
            fixture.desk("viewer");
            fixture.desk("operator");
        }
    }

    private ServerFixture server() throws IOException {
        return ServerFixture.start(ServerOptions.at(data).withClock(clock));
    }

    private int run(Language language, String... words) {
        out.reset();
        err.reset();
        Path state = folder.resolve("state");
        Surroundings given = new Surroundings(
                new Folders(state, state, state, state),
                new Texts(language),
                clock,
                ChildJvm.asThisOne(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return CommandLines.run(given, List.of(words));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                Statement one = connection.createStatement()) {
            for (String statement : statements) {
                one.executeUpdate(statement);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTrailThatHoldsIsSaidSoWithAMarkToKeep(Language language) throws IOException {
        try (ServerFixture running = server()) {
            assertThat(run(language, "audit", "verify", "--data", data.toString()))
                    .as(said())
                    .isEqualTo(Exit.DONE);
            assertThat(running.anonymous.get("/ready").status()).isEqualTo(200);
        }
        assertThat(printed()).doesNotContain("{", "audit.").containsPattern("(?m)--kept\\): 3:[0-9a-f]{64}$");
        String kept = printed().replaceAll("(?s).*\\): ", "").strip();
        assertThat(run(language, "audit", "verify", "--data", data.toString(), "--kept", kept))
                .isEqualTo(Exit.DONE);
        String other = "2" + kept.substring(1);
        assertThat(run(language, "audit", "verify", "--data", data.toString(), "--kept", other))
                .isEqualTo(Exit.FAILED);
        assertThat(printed()).contains(new Texts(language).get("audit.notKept"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFirstEntryThatDoesNotFitIsNamedWithTheReason(Language language) throws SQLException {
        sql("DROP TRIGGER audit_is_not_changed", "UPDATE audit SET username = 'khac' WHERE seq = 2");
        assertThat(run(language, "audit", "verify", "--data", data.toString())).isEqualTo(Exit.FAILED);
        assertThat(printed())
                .contains(": 2 (", new Texts(language).get("audit.altered"))
                .doesNotContain("{");
        sql("DROP TRIGGER audit_is_not_deleted", "DELETE FROM audit WHERE seq > 1");
        assertThat(run(language, "audit", "verify", "--data", data.toString())).isEqualTo(Exit.FAILED);
        assertThat(printed()).contains(": 2 (", new Texts(language).get("audit.cutOff"));
        assertThat(run(language, "audit", "purge", "--data", data.toString(), "--keep-days", "30"))
                .isEqualTo(Exit.FAILED);
        assertThat(said()).isEqualTo(new Texts(language).get("server.auditBroken", 2));
    }

    @Test
    void anExportGoesIntoANewFileOrIsPrinted() throws IOException {
        Path file = folder.resolve("nhat-ky.csv");
        assertThat(run(Language.EN, "audit", "export", "--data", data.toString(), "--out", file.toString()))
                .isEqualTo(Exit.DONE);
        assertThat(printed()).isEqualTo("3 entries were written to " + file + ".\n");
        assertThat(Files.readAllLines(file)).hasSize(5).last().isEqualTo("end,3");
        assertThat(run(Language.EN, "audit", "export", "--data", data.toString(), "--out", file.toString()))
                .isEqualTo(Exit.FAILED);
        assertThat(said()).contains("is there already");
        assertThat(run(Language.EN, "audit", "export", "--data", data.toString()))
                .isEqualTo(Exit.DONE);
        assertThat(printed()).isEqualTo(Files.readString(file));
    }

    @Test
    void anExportIsNarrowedByPersonDeedThingAndTime() throws IOException {
        String day = clock.now().atZone(ZoneId.systemDefault()).toLocalDate().toString();
        String all = "--data=" + data;
        assertThat(exported(all, "--user=Operator")).as("as it is typed").isEqualTo("end,1");
        assertThat(exported(all, "--action=session.opened")).isEqualTo("end,2");
        assertThat(exported(all, "--action=session.", "--user=viewer")).isEqualTo("end,1");
        assertThat(exported(all, "--subject=session/")).isEqualTo("end,2");
        assertThat(exported(all, "--subject=session/khong-co")).isEqualTo("end,0");
        assertThat(exported(all, "--site=khong-co")).isEqualTo("end,0");
        assertThat(exported(all, "--from=" + day, "--to=" + day)).isEqualTo("end,3");
        assertThat(exported(all, "--to=" + clock.now().minusSeconds(3600))).isEqualTo("end,0");
        assertThat(exported(all, "--from=" + clock.now().plusSeconds(3600))).isEqualTo("end,0");
    }

    private String exported(String data, String... narrower) {
        List<String> words = new ArrayList<>(List.of("audit", "export", data));
        words.addAll(List.of(narrower));
        assertThat(run(Language.EN, words.toArray(String[]::new))).as(said()).isEqualTo(Exit.DONE);
        return printed().lines().toList().getLast();
    }

    @Test
    void whatIsNoTimeOrNotForThatDeedIsRefused() {
        assertThat(run(Language.EN, "audit", "export", "--data", data.toString(), "--from", "yesterday"))
                .isEqualTo(Exit.USAGE);
        assertThat(said()).contains("yesterday");
        assertThat(run(Language.EN, "audit", "verify", "--data", data.toString(), "--user", "an"))
                .isEqualTo(Exit.USAGE);
        assertThat(said()).contains("--user");
    }

    @Test
    void purgingWaitsUntilTheServerHasEnded() throws IOException {
        clock.advance(Duration.ofDays(50));
        try (ServerFixture running = server()) {
            assertThat(run(Language.EN, "audit", "purge", "--data", data.toString(), "--keep-days", "30"))
                    .isEqualTo(Exit.FAILED);
            assertThat(said()).startsWith("Another server is using the data");
            assertThat(running.anonymous.get("/ready").status()).isEqualTo(200);
        }
        assertThat(run(Language.EN, "audit", "purge", "--data", data.toString(), "--keep-days", "30"))
                .isEqualTo(Exit.DONE);
        assertThat(printed()).startsWith("3 entries were older than 30 days");
        assertThat(run(Language.EN, "audit", "verify", "--data", data.toString()))
                .isEqualTo(Exit.DONE);
        assertThat(printed()).contains("1 entry, from entry 4");
    }

    @Test
    void aServerKeepsToItsPolicy() throws Exception {
        // What is thrown away for its age waits where the clock has gone so far in one go: it may be wrong.
        clock.advance(Duration.ofDays(50));
        try (ServerFixture held =
                ServerFixture.start(ServerOptions.at(data).withClock(clock).withAuditDays(30))) {
            assertThat(purged(held)).isZero();
        }
        clock.advance(Duration.ofDays(7));
        try (ServerFixture running =
                ServerFixture.start(ServerOptions.at(data).withClock(clock).withAuditDays(30))) {
            for (int i = 0; i < 200 && purged(running) == 0; i++) {
                Thread.sleep(20);
            }
            assertThat(purged(running)).isEqualTo(1);
        }
        assertThat(run(Language.EN, "audit", "verify", "--data", data.toString()))
                .isEqualTo(Exit.DONE);
    }

    private static int purged(ServerFixture running) {
        return running.desk("administrator")
                .get("/audit?action=audit.purged")
                .json()
                .path("items")
                .size();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void dataThatAreNotThereAreNotMade(Language language) {
        Path nowhere = folder.resolve("khong-co");
        for (List<String> words : List.of(
                List.of("audit", "verify"),
                List.of("audit", "export"),
                List.of("audit", "purge", "--keep-days=30"),
                List.of("server", "backup", "--to=" + folder.resolve("b.zip")))) {
            List<String> all = new ArrayList<>(words);
            all.add("--data=" + nowhere);
            assertThat(run(language, all.toArray(String[]::new))).isEqualTo(Exit.FAILED);
            assertThat(said()).isEqualTo(new Texts(language).get("server.noData", nowhere.resolve("central.db")));
        }
        assertThat(nowhere).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void dataGoOutAndComeBack(Language language) {
        Path file = folder.resolve("sao-luu.zip");
        Path to = folder.resolve("moi");
        assertThat(run(language, "server", "backup", "--data", data.toString(), "--to", file.toString()))
                .as(said())
                .isEqualTo(Exit.DONE);
        assertThat(said()).isEqualTo(new Texts(language).get("backup.withoutKey", data.resolve("secrets.key")));
        assertThat(run(language, "server", "restore", "--data", to.toString(), "--from", file.toString()))
                .isEqualTo(Exit.FAILED);
        assertThat(said()).isEqualTo(new Texts(language).get("server.backupWithoutKey", file));
        String key = data.resolve("secrets.key").toString();
        assertThat(run(
                        language,
                        "server",
                        "restore",
                        "--data",
                        to.toString(),
                        "--from",
                        file.toString(),
                        "--data-key",
                        key))
                .as(said())
                .isEqualTo(Exit.DONE);
        assertThat(printed()).contains(to.toString()).doesNotContain("{");
        assertThat(run(language, "audit", "verify", "--data", to.toString())).isEqualTo(Exit.DONE);
    }
}
