package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.access.RightsMemory.Kept;
import vn.toancanh.access.ServerTime;
import vn.toancanh.access.Session;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** What is kept for the time without the server: it comes back as it was, or not at all, and tells nothing to who copies it. */
class SealedThingsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final ServerTime.Mark MARK = new ServerTime.Mark(NOW, Duration.ofSeconds(-3));
    private static final Session AN = new Session(
            SERVER,
            "an",
            "Bàn 1",
            List.of("operator"),
            List.of(
                    new Right(Level.OPERATE, null, List.of()),
                    new Right(Level.VIEW, new SiteId("hk"), List.of("giao thông"))),
            false,
            List.of(new Right(Level.CONFIGURE, new SiteId("hk"), List.of())),
            70,
            true,
            15);
    private static final Kept RIGHTS = new Kept(AN, NOW.plus(Duration.ofHours(12)), MARK);

    private final ThreadLane desk = new ThreadLane("DESK");
    private final List<Failure> troubles = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private ClientDatabase open() {
        return ClientDatabase.open(folder, desk, Clock.SYSTEM, troubles::add);
    }

    private static StreamGrant grant(String camera, StreamRole role, @Nullable String password) {
        return new StreamGrant(
                "g-1",
                new CameraId(camera),
                role,
                URI.create("rtsps://relay:322/" + camera),
                password == null ? null : "viewer",
                password == null ? null : Secret.of(password),
                List.of("cGlu"),
                new StreamGrant.Way(true, List.of("tcp")),
                NOW.plusSeconds(300),
                NOW.plusSeconds(200),
                NOW.plusSeconds(3600));
    }

    private static <T> T ask(java.util.function.Consumer<java.util.function.Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        question.accept(answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Optional<Kept> rights(ClientDatabase database, String user) {
        return ask(answer -> database.rights().kept(SERVER, user, answer));
    }

    private static List<StreamGrant> grants(ClientDatabase database, String user) {
        return ask(answer -> database.grants().load(SERVER, user, answer));
    }

    private void fill() {
        try (ClientDatabase database = open()) {
            database.rights().keep(RIGHTS);
            database.grants().keep(SERVER, "an", grant("c-1", StreamRole.SUB, "rat-bi-mat"));
            database.grants().keep(SERVER, "an", grant("c-2", StreamRole.SUB, null));
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    @Test
    void itComesBackAsItWasAndOnlyForWhomItWasKept() {
        fill();
        try (ClientDatabase database = open()) {
            assertThat(rights(database, "an")).contains(RIGHTS);
            assertThat(rights(database, "binh")).isEmpty();
            assertThat(grants(database, "an"))
                    .containsExactlyInAnyOrder(
                            grant("c-1", StreamRole.SUB, "rat-bi-mat"), grant("c-2", StreamRole.SUB, null));
            assertThat(grants(database, "binh")).isEmpty();
            assertThat(database.trouble()).isEmpty();
        }
    }

    @Test
    void theLatestCountsAndWhatIsForgottenIsGone() {
        fill();
        try (ClientDatabase database = open()) {
            database.grants().keep(SERVER, "an", grant("c-1", StreamRole.SUB, "neu"));
            database.grants().keep(SERVER, "an", grant("c-1", StreamRole.MAIN, "haupt"));
            database.grants().forget(SERVER, "an", new Wish(new CameraId("c-2"), StreamRole.SUB));
            assertThat(grants(database, "an"))
                    .containsExactlyInAnyOrder(
                            grant("c-1", StreamRole.SUB, "neu"), grant("c-1", StreamRole.MAIN, "haupt"));
            database.grants().forgetOver(SERVER, NOW.plusSeconds(3599));
            assertThat(grants(database, "an")).hasSize(2);
            database.grants().forgetOver(SERVER, NOW.plusSeconds(3600));
            assertThat(grants(database, "an")).isEmpty();
        }
        fill();
        try (ClientDatabase database = open()) {
            database.rights().forget(SERVER, "an");
            assertThat(rights(database, "an")).isEmpty();
            assertThat(grants(database, "an")).as("with the rights").isEmpty();
            database.rights().keep(RIGHTS);
            database.rights().keepTime(SERVER, new ServerTime.Mark(NOW.plusSeconds(60), Duration.ZERO));
            assertThat(rights(database, "an").orElseThrow().mark().latest()).isEqualTo(NOW.plusSeconds(60));
        }
    }

    @Test
    void nothingOfItLiesInTheOpenAndTheKeyIsForItsOwnerAlone() throws IOException {
        fill();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain("rat-bi-mat", "operator", "cGlu");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("client.key"))))
                .isEqualTo("rw-------");
        assertThat(Files.size(folder.resolve("client.key"))).isEqualTo(32);
    }

    @Test
    void aKeyThatOthersMayReadIsTakenFromThem() throws IOException {
        fill();
        Path key = folder.resolve("client.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        try (ClientDatabase database = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(rights(database, "an")).contains(RIGHTS);
        }
    }

    private void assertDropped(ClientDatabase database) {
        assertThat(rights(database, "an")).isEmpty();
        assertThat(grants(database, "an")).isEmpty();
        Failure told = database.trouble().orElseThrow();
        assertThat(new Texts(Language.VI).of(told)).contains("Hãy đăng nhập một lần khi máy chủ trả lời");
        assertThat(told.toString()).doesNotContain("bi-mat");
        database.rights().keep(RIGHTS);
        assertThat(rights(database, "an")).contains(RIGHTS);
    }

    @Test
    void withAnotherKeyEverythingIsDroppedAndSaid() throws IOException {
        fill();
        Files.write(folder.resolve("client.key"), new byte[32]);
        try (ClientDatabase database = open()) {
            assertDropped(database);
        }
        try (ClientDatabase database = open()) {
            assertThat(grants(database, "an")).isEmpty();
            assertThat(database.trouble()).as("said once").isEmpty();
        }
    }

    @Test
    void withoutTheKeyToo() throws IOException {
        fill();
        Files.delete(folder.resolve("client.key"));
        try (ClientDatabase database = open()) {
            assertDropped(database);
        }
    }

    @Test
    void whatIsNoKeyIsReplacedAndSaidAtOnce() throws IOException {
        fill();
        Files.writeString(folder.resolve("client.key"), "không phải khoá");
        try (ClientDatabase database = open()) {
            assertThat(database.notice()).isPresent();
            assertThat(Files.size(folder.resolve("client.key"))).isEqualTo(32);
            assertDropped(database);
        }
    }

    @Test
    void aRowThatWasChangedIsDroppedAndTheOthersStay() throws SQLException {
        fill();
        change("UPDATE kept_grant SET sealed = substr(sealed, 1, length(sealed) - 1)"
                + " || CASE substr(sealed, -1) WHEN x'00' THEN x'01' ELSE x'00' END WHERE camera = 'c-1'");
        try (ClientDatabase database = open()) {
            assertThat(grants(database, "an")).containsExactly(grant("c-2", StreamRole.SUB, null));
            assertThat(database.trouble()).isPresent();
            assertThat(rights(database, "an")).contains(RIGHTS);
        }
        try (ClientDatabase database = open()) {
            assertThat(grants(database, "an")).containsExactly(grant("c-2", StreamRole.SUB, null));
            assertThat(database.trouble()).isEmpty();
        }
    }

    @Test
    void aRowInThePlaceOfAnotherIsNoGood() throws SQLException {
        fill();
        change("UPDATE kept_grant SET camera = 'c-3' WHERE camera = 'c-1'");
        change("UPDATE kept_rights SET user = 'binh'");
        try (ClientDatabase database = open()) {
            assertThat(grants(database, "an")).containsExactly(grant("c-2", StreamRole.SUB, null));
            assertThat(rights(database, "binh")).isEmpty();
        }
    }

    @Test
    void withoutTheTimeThatWasSeenNoRightHolds() throws SQLException {
        fill();
        change("DELETE FROM server_time");
        try (ClientDatabase database = open()) {
            assertThat(rights(database, "an")).isEmpty();
        }
    }

    @Test
    void whatANewerProgramSealedInAnotherFormIsDropped() {
        SealedRows rows = new SealedRows(new Seal(), troubles::add);
        byte[] newer =
                rows.close("{\"form\":2,\"latest\":\"2026-11-21T06:00:00Z\"}".getBytes(StandardCharsets.UTF_8), "x");
        RightsJson json = new RightsJson();
        assertThat(rows.open(newer, "x", json::mark)).isEmpty();
        assertThat(troubles).hasSize(1);
        byte[] ours = rows.close(json.write(MARK), "x");
        assertThat(rows.open(ours, "x", json::mark)).contains(MARK);
    }

    @Test
    void whatIsKeptBeforeThereIsRoomCanBeReadAfterwards() throws IOException {
        Path late = folder.resolve("late");
        Files.createDirectories(late);
        Files.write(late.resolve("client.db"), new byte[0]);
        Files.createDirectory(late.resolve("client.key"));
        Failure why = Failure.of(Failure.Kind.RESOURCES, "no room yet");
        try (ClientDatabase database = ClientDatabase.untilThereIsRoom(late, desk, Clock.SYSTEM, troubles::add, why)) {
            database.rights().keep(RIGHTS);
            database.lookForRoom();
            assertThat(database.trouble()).contains(why);
            assertThat(rights(database, "an")).contains(RIGHTS);
            Files.delete(late.resolve("client.key"));
            Files.write(late.resolve("client.key"), new byte[32]);
            database.lookForRoom();
            assertThat(rights(database, "an")).contains(RIGHTS);
        }
        try (ClientDatabase database = ClientDatabase.open(late, desk, Clock.SYSTEM, troubles::add)) {
            assertThat(rights(database, "an")).contains(RIGHTS);
        }
    }

    @Test
    void thatRowsWereDroppedIsToldForFiveMinutesFromWhenItWasFound() throws IOException {
        fill();
        Files.write(folder.resolve("client.key"), new byte[32]);
        ManualClock clock = new ManualClock();
        try (ClientDatabase database = ClientDatabase.open(folder, desk, clock, troubles::add)) {
            clock.advance(Duration.ofHours(1));
            assertThat(database.trouble()).isEmpty();
            assertThat(rights(database, "an")).isEmpty();
            clock.advance(Duration.ofMinutes(4));
            assertThat(database.trouble()).isPresent();
            clock.advance(Duration.ofMinutes(2));
            assertThat(database.trouble()).isEmpty();
        }
    }

    @Test
    void whatIsKeptInMemoryCanBeReadAlsoAfterAMoveThatFailed() throws Exception {
        fill();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        Failure why = Failure.of(Failure.Kind.RESOURCES, "no room yet");
        try (ClientDatabase database =
                ClientDatabase.untilThereIsRoom(folder, desk, Clock.SYSTEM, troubles::add, why)) {
            database.rights().keep(RIGHTS);
            assertThat(rights(database, "an")).contains(RIGHTS);
            database.lookForRoom();
            assertThat(database.trouble()).contains(why);
            assertThat(rights(database, "an")).contains(RIGHTS);
        }
    }

    @Test
    void aSealThatTakesAFoldersKeyStillOpensWhatItSealedBefore() throws IOException {
        byte[] plain = {1, 2, 3};
        Seal seal = new Seal();
        byte[] before = seal.close(plain, "x");
        Files.write(folder.resolve("key"), new byte[32]);
        assertThat(seal.settle(folder.resolve("key"))).isFalse();
        assertThat(seal.settle(folder.resolve("key"))).isFalse();
        assertThat(seal.open(before, "x")).contains(plain);
        assertThat(seal.open(seal.close(plain, "x"), "x")).contains(plain);
        Seal other = new Seal();
        assertThat(other.settle(folder.resolve("key"))).isFalse();
        assertThat(other.open(seal.close(plain, "x"), "x")).contains(plain);
        assertThat(other.open(before, "x")).isEmpty();
    }
}
