package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.ManualClock;

class MigrationsTest {
    /** Scripts that databases have run, with SHA-256 of each: one that is edited never reaches those. Added to, never changed. */
    private static final List<String> RELEASED = List.of(
            "da0f0757e3d8067d29123425cd26e4592cdc213e4313bcf69ac6c7201f82e11e 001-accounts",
            "e9466a993624599c39a87feb4b81eec4070599139de56c1e38c9ce29c4e18a70 002-inventory",
            "2644758032d4d87bb2c65ac82d16a182f63f473a83d3ebdada12b249e8aeb74c 003-layouts",
            "05610458e48772f6369cfdec768fc4e64e6539b79bdacf30cb837ec253856b3b 004-rights",
            "0ceb4d92dee33b22edb886654dc1f28c38958589b86b0dcca9edad1dab973680 005-audit",
            "e11c36bb368bcbffcefabd4667c4b2ca837371abff029f94f381e53950870340 006-alarms",
            "cfb26695ffd6da1f1570ea77831df7aa98c4ab683adf40a24972ab34e3463324 007-walls",
            "c4b5c5c0caef9e57263f4b5a22b471d9818dd6e5b1dacf21308b0e116c24ed3a 008-records",
            "a1e77f39d7f5fca9129c1ac539f634abe810db3e4fec924d0469d8a612db701a 010-validity",
            "434546c56dcd020454c9c856347c8bbd74d738e4bfd98cfa65e46cb3a3a7ef96 011-alarm-work",
            "817d7f45e9f64f15ba5ee6b4bf02ed2b12e85743edc004cc00ffe26471eb51a3 012-desk-lock",
            "62dcb48d3b6ca18178c0cf6ab3714637da4dbfd4227c9c6c2043826d006c43fa 013-renewal",
            "37c5e451fb3d1f0d983004afeca5515e1a71ec65058a0f91fbefb6826a572119 014-bounds",
            "3a5d95919d5882fae5971b8f07fc5108f64979b566f26c33fab885e2cb73420c 015-wall-site",
            "bd70735ed297e40ba0fe11ab8d70b0bd2f0ebd2bc73a60ee726dba9320763b12 016-layout-lock",
            "a9442ecc3224da03eb0dd3a1fe0c54aac1f2a9a916aa14755c3fe354a440ca96 017-acceptance",
            "429ffd617873e15cb5748da5653fa6ce3c99b5557b5a20bd7a81a33c9735b992 018-tls-pins",
            "486b9a16a7ed928d31166b122766ace0c07b186bfc9ba98e6586de467d288b49 019-stream-transport",
            "ee3bf166be3fed55826a509a970726a177376ba41b45c2f20e51801fd22831a1 020-head-address",
            "77b53e485e52fca3da7ec4e3a4c743464f22fd8a27d1cdfa80dc80e87710e43d 021-layout-shifts",
            "bc31ea63e8d3fd6e89e0ef2ba3cffaf2824afa60dcb36b23a5fcb7a54e885713 022-wall-layouts",
            "68db8773444d0104020087d8c32054f0c1c58a60996cf30c6deade667185d457 023-head-presets",
            "bc259e81426a00cea6267e44220547b17af52c030eb0c9a37f7a8e6d1fa8dab4 024-waiting-alarms");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Database open(Path file) {
        return Database.open(file, folder.resolve("backups"), clock);
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static List<String> schema(Database database) {
        return database.read(sql -> sql.list(
                "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
                row -> row.getString(1)));
    }

    private void migrateTo(Path file, int version) throws SQLException, IOException {
        try (Connection connection = connect(file)) {
            new Migrations(file, folder.resolve("backups"), clock).bringUp(connection, version);
        }
    }

    @Test
    void scriptsAreOnlyAppended() throws Exception {
        List<String> present = new ArrayList<>();
        for (String name : Migrations.SCRIPTS) {
            try (InputStream in =
                    Migrations.class.getResourceAsStream("/vn/toancanh/server/migrations/" + name + ".sql")) {
                assertThat(in).as(name).isNotNull();
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
                present.add(HexFormat.of().formatHex(sum) + " " + name);
            }
        }
        assertThat(present).startsWith(RELEASED.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void anUpgradedDatabaseEqualsAFreshOne() throws SQLException, IOException {
        try (Database fresh = open(file("fresh.db"))) {
            for (int version = 1; version < Migrations.SCRIPTS.size(); version++) {
                Path old = file("old-" + version + ".db");
                migrateTo(old, version);
                try (Database upgraded = open(old)) {
                    assertThat(schema(upgraded)).as("from %d", version).isEqualTo(schema(fresh));
                    long roles = upgraded.read(sql -> sql.number("SELECT count(*) FROM role"));
                    assertThat(roles).isEqualTo(3);
                }
            }
        }
    }

    @Test
    void whatStoodBeforeAnUpgradeIsKept() throws SQLException, IOException {
        Path old = file("old.db");
        migrateTo(old, 1);
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO setting (name, value) VALUES ('a', 'trước')");
        }
        open(old).close();
        List<Path> copies;
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            copies = files.toList();
        }
        assertThat(copies).hasSize(1);
        assertThat(copies.getFirst().getFileName()).hasToString("central-v1-20261121-000000.db");
        try (Connection copy = connect(copies.getFirst());
                Statement statement = copy.createStatement();
                var row = statement.executeQuery(
                        "SELECT value, (SELECT user_version FROM pragma_user_version) FROM setting")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("trước");
            assertThat(row.getInt(2)).isEqualTo(1);
        }
    }

    @Test
    void rightsKeepWhatTheyGrantedAndGrantNoMore() throws SQLException, IOException {
        Path old = file("rights.db");
        migrateTo(old, 3);
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO role_right (role_id, level, site_id) VALUES ('viewer', 'configure', 'x')");
            statement.executeUpdate(
                    "INSERT INTO account (id, username, display_name, role_id, password_hash, created_at)"
                            + " VALUES ('u', 'an', 'An', 'operator', 'h', 1)");
            statement.executeUpdate("INSERT INTO site (id, name, folded, revision) VALUES ('s', 'S', 's', 1)");
            statement.executeUpdate("INSERT INTO camera (id, name, folded, site_id, tags, ptz, state, digest, revision)"
                    + " VALUES ('c', 'C', 'c', 's', '[]', 0, 'unknown', 'd', 1)");
        }
        try (Database upgraded = open(old)) {
            List<String> rights = upgraded.read(sql -> sql.list(
                    "SELECT role_id || ' ' || effect || ' ' || level || ' ' || coalesce(site_id, '*') || ' ' || coalesce(tag, '*')"
                            + " FROM role_right ORDER BY role_id",
                    row -> row.getString(1)));
            assertThat(rights)
                    .containsExactly(
                            "administrator allow configure * *", "operator allow operate * *", "viewer allow view * *");
            long account = upgraded.read(sql -> sql.number("SELECT enabled + version FROM account WHERE gone = 0"));
            assertThat(account).isEqualTo(2);
            long hidden = upgraded.read(sql -> sql.number("SELECT count(*) FROM camera WHERE published = 0"));
            assertThat(hidden).isEqualTo(1);
        }
    }

    @Test
    void layoutsOfCommandsThatWaitAreBroughtAfterAnUpgrade() throws SQLException, IOException {
        Path old = file("walls.db");
        migrateTo(old, Migrations.SCRIPTS.indexOf("022-wall-layouts"));
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO wall (id, name, screens, version) VALUES ('w', 'W', '[]', 1)");
            for (String body : List.of(
                    "{\"op\":\"applyScene\",\"args\":{\"name\":\"N\",\"layouts\":{\"s1\":{\"name\":\"L\",\"cells\":[]},\"s2\":null}}}",
                    "{\"op\":\"blank\",\"args\":null}")) {
                String id = body.contains("blank") ? "m-2" : "m-1";
                statement.executeUpdate(
                        "INSERT INTO wall_command (id, wall_id, account_id, made_by, key, digest, body, screens,"
                                + " state, state_version, made_at, expires_at) VALUES ('" + id + "', 'w', 'u', 'An', '"
                                + id + "', 'd', '"
                                + body + "', '[]', 'pending', 1, 1, 2)");
            }
        }
        try (Database upgraded = open(old)) {
            List<String> brought = upgraded.read(sql -> sql.list(
                    "SELECT command_id || ' ' || screen_id || ' ' || coalesce(layout, 'blank') FROM wall_layout ORDER BY screen_id",
                    row -> row.getString(1)));
            assertThat(brought).containsExactly("m-1 s1 {\"name\":\"L\",\"cells\":[]}", "m-1 s2 blank");
            List<String> left = upgraded.read(
                    sql -> sql.list("SELECT body FROM wall_command ORDER BY id", row -> row.getString(1)));
            assertThat(left)
                    .containsExactly(
                            "{\"op\":\"applyScene\",\"args\":{\"name\":\"N\"}}", "{\"op\":\"blank\",\"args\":null}");
        }
    }

    @Test
    void openingAgainCopiesNothing() {
        open(file("a.db")).close();
        open(file("a.db")).close();
        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void aNewerDatabaseIsRefusedUntouched() throws SQLException, IOException {
        Path file = file("newer.db");
        open(file).close();
        try (Connection connection = connect(file)) {
            Database.pragma(connection, "user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        refused(file, "server.newerDatabase");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void damagedAndForeignFilesAreRefused() throws SQLException, IOException {
        Path noise = file("noise.db");
        Files.writeString(noise, "không phải cơ sở dữ liệu ".repeat(400), StandardCharsets.UTF_8);
        refused(noise, "server.damagedDatabase");

        Path foreign = file("foreign.db");
        try (Connection connection = connect(foreign)) {
            Database.execute(connection, "CREATE TABLE other (id INTEGER)");
        }
        refused(foreign, "server.damagedDatabase");

        Path holed = file("holed.db");
        open(holed).close();
        byte[] bytes = Files.readAllBytes(holed);
        for (int i = 4096 + 8; i < bytes.length; i += 7) {
            bytes[i] = 0x5a;
        }
        Files.write(holed, bytes);
        refused(holed, "server.damagedDatabase");
    }

    private void refused(Path file, String textKey) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure().textKey()).isEqualTo(textKey));
    }
}
