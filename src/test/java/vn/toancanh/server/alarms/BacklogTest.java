package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.events.Published;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;

/** Devices that run wild, before a list that nobody works off. */
class BacklogTest {
    private static final Caller WILD = device("w-1");

    private final ManualClock clock = new ManualClock();
    private final EventRing ring = new EventRing(64, "e");
    private Database database;
    private Backlog backlog;

    private static Caller device(String id) {
        return Caller.of(new Webhook(id, "AI " + id, null, null, 80, 6000, "Nguyễn Văn An", Instant.EPOCH, null));
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        Trail trail = new Trail(Vault.open(folder.resolve("k")), clock).begin(database);
        Reach reach = new Reach((who, level, camera) -> true, new Places(database));
        backlog = new Backlog(database, new AlarmStore(new Json().mapper()), reach, ring, trail, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** So many that wait, named by the number in which they came. */
    private void waiting(Caller of, int count, int priority) {
        database.write(sql -> {
            for (int i = 0; i < count; i++) {
                sql.change(
                        "INSERT INTO alarm (ordinal, id, type, priority, state, camera_ids, site_id, title, source_kind, source_id,"
                                + " source_name, key, digest, raised_at, received_at, changed_at)"
                                + " SELECT n, 'a' || n, 'x', ?1, 'new', '[]', 's', 't', ?2, ?3, 'AI', 'k' || n, 'd', ?4, ?4, ?4"
                                + " FROM (SELECT ifnull(max(ordinal), 0) + 1 AS n FROM alarm)",
                        priority,
                        of.kind(),
                        of.id(),
                        clock.now().toEpochMilli());
            }
            return count;
        });
    }

    private List<String> closed() {
        return database.read(sql ->
                sql.list("SELECT id FROM alarm WHERE state = 'closed' ORDER BY ordinal", row -> row.getString(1)));
    }

    private List<String> noted() {
        return database.read(sql -> sql.list(
                "SELECT subject || ' ' || facts FROM audit WHERE action = 'alarm.displaced' ORDER BY seq",
                row -> row.getString(1)));
    }

    @Test
    void theLeastUrgentAndOldestMakesRoomAndThatIsNotedAndTold() {
        waiting(WILD, 1, 70);
        waiting(WILD, Backlog.MOST - 1, 20);
        backlog.trim(WILD);
        assertThat(closed()).isEmpty();
        waiting(WILD, 1, 20);
        backlog.trim(WILD);
        assertThat(closed()).containsExactly("a2");
        assertThat(noted()).containsExactly("alarm/a2 {\"priority\":20,\"source\":\"AI w-1\",\"type\":\"x\"}");
        assertThat(Published.on(ring))
                .filteredOn(event -> event.channel().equals("alarm"))
                .extracting(event -> event.data().toString())
                .singleElement()
                .asString()
                .contains("a2", "closed");
        waiting(WILD, 1, 10);
        backlog.trim(WILD);
        assertThat(closed()).as("less urgent than all that waits").containsExactly("a2", "a1002");
    }

    @Test
    void whatSomebodyHasTakenOrWasGivenAndWhatOthersSentIsLeftAlone() {
        Caller person = new Caller("person", "w-1", "Ca trực", WILD.principal(), null);
        waiting(WILD, Backlog.MOST + 2, 20);
        waiting(device("w-2"), 5, 10);
        waiting(person, 5, 10);
        database.write(sql -> sql.change("UPDATE alarm SET state = 'acknowledged' WHERE id = 'a1'"));
        database.write(sql -> sql.change("UPDATE alarm SET assignee_id = 'u-1', assignee_name = 'An' WHERE id = 'a2'"));
        backlog.trim(WILD);
        backlog.trim(device("w-2"));
        backlog.trim(person);
        assertThat(closed()).isEmpty();
        waiting(WILD, 1, 20);
        backlog.trim(WILD);
        assertThat(closed()).containsExactly("a3");
    }

    @Test
    void whatHasGatheredFromBeforeGoesBitByBit() {
        waiting(WILD, Backlog.MOST + Backlog.AT_ONCE + 3, 20);
        backlog.trim(WILD);
        assertThat(closed()).hasSize(Backlog.AT_ONCE);
        backlog.trim(WILD);
        assertThat(closed()).hasSize(Backlog.AT_ONCE + 3);
        assertThat(noted()).hasSize(Backlog.AT_ONCE + 3);
    }
}
