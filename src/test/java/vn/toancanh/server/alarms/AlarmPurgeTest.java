package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Retention;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.Vault;

class AlarmPurgeTest {
    private final ManualClock clock = new ManualClock();
    private Database database;
    private Trail trail;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        trail = new Trail(Vault.open(folder.resolve("k")), clock).begin(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** An alarm with a picture, last changed now. */
    private void alarm(String id, String state) {
        long now = clock.now().toEpochMilli();
        database.write(sql -> {
            sql.change(
                    "INSERT INTO alarm (id, type, priority, state, camera_ids, site_id, title, source_kind, source_id, source_name,"
                            + " key, digest, raised_at, received_at, changed_at)"
                            + " VALUES (?1, 'x', 5, ?2, '[]', 's', 't', 'webhook', 'w', 'w', ?1, 'd', ?3, ?3, ?3)",
                    id,
                    state,
                    now);
            return sql.change(
                    "INSERT INTO alarm_snapshot (alarm_id, content_type, width, height, received_at, picture)"
                            + " VALUES (?, 'image/png', 1, 1, ?, x'00')",
                    id,
                    now);
        });
    }

    private List<String> there() {
        return database.read(sql -> sql.list("SELECT id FROM alarm ORDER BY id", row -> row.getString(1)));
    }

    private long count(String from) {
        return database.read(sql -> sql.number("SELECT count(*) FROM " + from));
    }

    private long purge(int days) {
        return new AlarmPurge(database, trail, clock).keepDays(days);
    }

    @Test
    void whatWasClosedLongAgoGoesWithItsPictureAndOpenOnesStay() {
        alarm("old", "closed");
        alarm("open", "inProgress");
        alarm("unseen", "new");
        clock.advance(Duration.ofDays(10));
        alarm("young", "closed");
        clock.advance(Duration.ofDays(25));
        assertThat(purge(30)).isEqualTo(1);
        assertThat(there()).containsExactly("open", "unseen", "young");
        assertThat(count("alarm_snapshot")).isEqualTo(3);
        assertThat(count("audit WHERE action = 'alarms.purged'")).isEqualTo(1);
        assertThat(purge(30)).isZero();
        assertThat(count("audit WHERE action = 'alarms.purged'")).isEqualTo(1);
    }

    @Test
    void moreThanOnePortionGoes() {
        for (int i = 0; i < 250; i++) {
            alarm("a" + i, "closed");
        }
        clock.advance(Duration.ofDays(AlarmPurge.USUAL_DAYS).plusMillis(1));
        assertThat(purge(AlarmPurge.USUAL_DAYS)).isEqualTo(250);
        assertThat(there()).isEmpty();
        List<String> facts = database.read(sql -> sql.list(
                "SELECT facts FROM audit WHERE action = 'alarms.purged' ORDER BY seq", row -> row.getString(1)));
        assertThat(facts)
                .containsExactly(
                        "{\"alarms\":100,\"keptDays\":400}",
                        "{\"alarms\":100,\"keptDays\":400}",
                        "{\"alarms\":50,\"keptDays\":400}");
    }

    @Test
    void whatCannotBeNotedStays() {
        alarm("old", "closed");
        clock.advance(Duration.ofDays(30));
        database.write(
                sql -> sql.change("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"));
        assertThatThrownBy(() -> purge(Retention.LEAST_DAYS)).isInstanceOf(StoreException.class);
        assertThat(there()).containsExactly("old");
    }
}
