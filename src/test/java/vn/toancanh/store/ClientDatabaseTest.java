package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.ThreadLane;

/** Opening, upgrading, and all that can be wrong with a file. */
class ClientDatabaseTest {
    /** SHA-256 of the scripts that databases have run: one that is edited never reaches those. Added to, never changed. */
    private static final List<String> RELEASED = List.of(
            "533d5765028c89e529eed3f109c6635b321d1ef00b27ecebf2c37e4a56128ed1",
            "5f54b8711110247df8f557dbcfb0989b3a9657ac6c4204cbc69d584e53b75bcf",
            "56ad851ac9c3845c3e1755aa56a49827bb4c298e30f0a659304bc561bdc969ec",
            "08f05b3fe0161397ec0ea5eab56660be833caf60db8e3ac646708787ad1c4921");

    private final ThreadLane desk = new ThreadLane("DESK");
    private final List<Failure> troubles = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private ClientDatabase open() {
        return ClientDatabase.open(folder.resolve("data"), desk, Clock.SYSTEM, troubles::add);
    }

    private Failure refusal() {
        FailureException refused = catchThrowableOfType(FailureException.class, this::open);
        assertThat(refused).isNotNull();
        return refused.failure();
    }

    private Path file() {
        return folder.resolve("data/client.db");
    }

    @Test
    void whatIsKeptIsThereAgain() {
        try (ClientDatabase database = open()) {
            database.preferences().save("language", "en");
            database.preferences().save("language", "vi");
            database.preferences().save("panel.width", "312.5");
        }
        try (ClientDatabase database = open()) {
            assertThat(database.preferences().load()).isEqualTo(Map.of("language", "vi", "panel.width", "312.5"));
            assertThat(database.notice()).isEmpty();
        }
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        try (ClientDatabase database = open()) {
            database.preferences().save("a", "b");
            database.preferences().load();
            assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(folder.resolve("data"))) {
                assertThat(files.toList())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(each -> assertThat(permissions(each))
                                .as(each.toString())
                                .isEqualTo("rw-------"));
            }
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void oneClientAtATime() {
        try (ClientDatabase first = open()) {
            Failure failure = refusal();
            assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(failure.textKey()).isEqualTo("store.inUse");
            first.preferences().save("still", "works");
        }
        try (ClientDatabase again = open()) {
            assertThat(again.preferences().load()).containsEntry("still", "works");
        }
    }

    @Test
    void aDamagedDatabaseIsSetAsideAndAFreshOneMade() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(file(), "this is no database, but somebody's shopping list".repeat(200));
        try (ClientDatabase database = open()) {
            Failure notice = database.notice().orElseThrow();
            assertThat(notice.textKey()).isEqualTo("store.damaged");
            database.preferences().save("fresh", "yes");
            assertThat(database.preferences().load()).containsOnlyKeys("fresh");
        }
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            Path aside = files.filter(path -> path.getFileName().toString().startsWith("client.db.damaged-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(aside)).startsWith("this is no database");
        }
    }

    @Test
    void pagesOverwrittenInTheMiddleAreSeenToo() throws IOException {
        try (ClientDatabase database = open()) {
            for (int i = 0; i < 2_000; i++) {
                database.preferences().save("key " + i, "value ".repeat(20));
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int i = bytes.length / 4; i < bytes.length * 3 / 4; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(file(), bytes);
        try (ClientDatabase database = open()) {
            assertThat(database.notice()).isPresent();
            assertThat(database.preferences().load()).isEmpty();
        }
    }

    @Test
    void aNewerDatabaseIsLeftAsItIs() throws IOException, SQLException {
        open().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file());
        Failure failure = refusal();
        assertThat(failure.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(failure.textKey()).isEqualTo("store.newer");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        Failure failure = refusal();
        assertThat(failure.kind()).isEqualTo(Kind.RESOURCES);
        assertThat(failure.textKey()).isEqualTo("store.cannotWrite");
    }

    @Test
    void whereNothingCanBeOpenedOneInMemoryServes() {
        try (ClientDatabase database = ClientDatabase.inMemory(desk, Clock.SYSTEM)) {
            database.preferences().save("a", "b");
            assertThat(database.preferences().load()).containsEntry("a", "b");
        }
    }

    private ClientDatabase untilThereIsRoom() {
        return ClientDatabase.untilThereIsRoom(
                folder.resolve("data"), desk, Clock.SYSTEM, troubles::add, Failure.of(Kind.RESOURCES, "no room"));
    }

    @Test
    void whatWasDoneInMemoryIsKeptOnceTheFolderCanBeWritten() throws IOException {
        try (ClientDatabase before = open()) {
            before.preferences().save("language", "vi");
            before.preferences().save("panel.width", "300.0");
        }
        Files.move(folder.resolve("data"), folder.resolve("away"));
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        try (ClientDatabase database = untilThereIsRoom()) {
            database.preferences().save("language", "en");
            database.lookForRoom();
            assertThat(database.trouble())
                    .hasValueSatisfying(why -> assertThat(why.detail()).isEqualTo("no room"));
            Files.delete(folder.resolve("data"));
            Files.move(folder.resolve("away"), folder.resolve("data"));
            database.lookForRoom();
            assertThat(database.trouble()).isEmpty();
            assertThat(database.preferences().load())
                    .as("what lay there, and over it what was done meanwhile")
                    .isEqualTo(Map.of("language", "en", "panel.width", "300.0"));
            assertThat(refusal().kind()).as("the folder is taken").isEqualTo(Kind.CONFLICT);
            database.preferences().save("after", "too");
        }
        try (ClientDatabase again = open()) {
            assertThat(again.preferences().load())
                    .containsEntry("language", "en")
                    .containsEntry("after", "too");
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void roomThatComesJustBeforeTheEndIsUsed() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        try (ClientDatabase database = untilThereIsRoom()) {
            database.preferences().save("language", "en");
            Files.delete(folder.resolve("data"));
        }
        try (ClientDatabase again = open()) {
            assertThat(again.preferences().load()).isEqualTo(Map.of("language", "en"));
        }
    }

    @Test
    void anUpgradeBacksUpFirstAndLeadsToTheSameSchemaAsAFreshOne() throws SQLException {
        Migrations first = new Migrations(List.of(script(1), script(2)));
        Migrations second = Migrations.standard();
        Path data = folder.resolve("data");
        try (ClientDatabase old = ClientDatabase.open(data, desk, Clock.SYSTEM, troubles::add, first)) {
            old.preferences().save("kept", "yes");
        }
        try (ClientDatabase upgraded = ClientDatabase.open(data, desk, Clock.SYSTEM, troubles::add, second)) {
            assertThat(upgraded.preferences().load()).containsEntry("kept", "yes");
        }
        Path fresh = folder.resolve("fresh");
        ClientDatabase.open(fresh, desk, Clock.SYSTEM, troubles::add, second).close();
        assertThat(schema(data.resolve("client.db"))).isEqualTo(schema(fresh.resolve("client.db")));
        Path backup = data.resolve("client.db.v2.backup");
        assertThat(backup).exists();
        assertThat(schema(backup)).noneMatch(line -> line.contains("desk_lock"));
    }

    @Test
    void anUpgradeThatFailsChangesNothing() throws SQLException {
        List<String> scripts = new ArrayList<>(standard());
        scripts.add("CREATE TABLE half (a);\nCREATE TABLE wall (again);\n");
        Migrations broken = new Migrations(scripts);
        Path data = folder.resolve("data");
        open().close();
        FailureException refused = catchThrowableOfType(
                FailureException.class, () -> ClientDatabase.open(data, desk, Clock.SYSTEM, troubles::add, broken));
        assertThat(refused.failure().kind()).isEqualTo(Kind.INTERNAL);
        assertThat(schema(file())).noneMatch(line -> line.contains("half"));
        open().close();
    }

    @Test
    void scriptsAreOnlyAppended() throws Exception {
        List<String> sums = new ArrayList<>();
        for (String script : standard()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            sums.add(HexFormat.of().formatHex(sum));
        }
        assertThat(sums).startsWith(RELEASED.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk_password", "desk_lock"})
    void bothHistoriesOfTheThirdScriptLeadToTheSameSchemaAndKeepTheLock(String table) throws SQLException {
        String third = script(3).replaceAll("CREATE TABLE desk_\\w+", "CREATE TABLE " + table);
        Path data = folder.resolve("data");
        ClientDatabase.open(
                        data, desk, Clock.SYSTEM, troubles::add, new Migrations(List.of(script(1), script(2), third)))
                .close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO " + table + " VALUES ('https://may.vn', 'an', 'hash')");
        }
        URI server = URI.create("https://may.vn");
        try (ClientDatabase upgraded = open()) {
            var kept = new CompletableFuture<Optional<String>>();
            upgraded.passwords().kept(server, "an", kept::complete);
            assertThat(kept.orTimeout(30, TimeUnit.SECONDS).join()).contains("hash");
            upgraded.passwords().keep(server, "bình", "other");
            upgraded.preferences().save("behind", "it");
            assertThat(upgraded.preferences().load()).containsEntry("behind", "it");
        }
        Path fresh = folder.resolve("fresh");
        ClientDatabase.open(fresh, desk, Clock.SYSTEM, troubles::add).close();
        assertThat(schema(file())).isEqualTo(schema(fresh.resolve("client.db")));
        assertThat(schema(file())).noneMatch(line -> line.contains("desk_password"));
        assertThat(troubles).isEmpty();
    }

    private static List<String> standard() {
        List<String> scripts = new ArrayList<>();
        while (Migrations.class.getResource("migration-" + (scripts.size() + 1) + ".sql") != null) {
            scripts.add(script(scripts.size() + 1));
        }
        return scripts;
    }

    private static String script(int number) {
        try (var in = Migrations.class.getResourceAsStream("migration-" + number + ".sql")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> schema(Path file) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            lines.add("version " + Migrations.version(connection));
        }
        return lines;
    }

    @Test
    void aFullDiskIsToldOnceAndNothingIsLost() {
        try (ClientDatabase database = open()) {
            database.preferences().load();
            database.limitPages(1);
            String large = "x".repeat(50_000);
            for (int i = 0; i < 5; i++) {
                database.preferences().save("large " + i, large);
            }
            database.preferences().load();
            await();
            assertThat(troubles).hasSize(1);
            assertThat(troubles.getFirst().kind()).isEqualTo(Kind.RESOURCES);
            assertThat(troubles.getFirst().textKey()).isEqualTo("store.full");
            database.limitPages(0);
            database.preferences().save("after", "room");
            assertThat(database.preferences().load()).hasSize(6).containsEntry("large 4", large);
        }
    }

    /** Until DESK has done what was given to it. */
    private void await() {
        var done = new java.util.concurrent.CompletableFuture<Boolean>();
        desk.execute(() -> done.complete(true));
        done.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    @Test
    void resultCodesHaveTheirKinds() {
        assertThat(SqlFailures.of(new SQLException("ro", null, 8), "x").textKey())
                .isEqualTo("store.readOnly");
        assertThat(SqlFailures.of(new SQLException("busy", null, 5), "x").kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(SqlFailures.of(new SQLException("io", null, 10 | 3 << 8), "x")
                        .kind())
                .isEqualTo(Kind.RESOURCES);
        assertThat(SqlFailures.of(new SQLException("syntax", null, 1), "x").kind())
                .isEqualTo(Kind.INTERNAL);
        assertThat(SqlFailures.isDamage(new SQLException("corrupt", null, 11 | 1 << 8)))
                .isTrue();
    }
}
