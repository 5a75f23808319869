package vn.toancanh.server.alarms;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** One picture an alarm, which stays as it came: it may be evidence. Any thread; blocks. */
final class Snapshots {
    /** Bytes. */
    static final long LARGEST = 2L << 20;

    /** Where a picture is handed out. */
    interface Taker {
        void take(String contentType, byte[] bytes);
    }

    private final Database database;
    private final AlarmStore store;
    private final Reach reach;
    private final EventRing events;
    private final AuditTrail audit;
    private final PictureRoom room;
    private final Clock clock;

    Snapshots(Database database, AlarmStore store, Reach reach, EventRing events, AuditTrail audit, Clock clock) {
        this.database = database;
        this.store = store;
        this.reach = reach;
        this.events = events;
        this.audit = audit;
        this.room = new PictureRoom(clock);
        this.clock = clock;
    }

    /**
     * Keeps a picture; the same once more is no error. The alarm's version stays, so that nobody who is about to accept it is
     * refused for a picture that came.
     *
     * @throws ApiProblem 404 where there is no such alarm or it is not theirs; 409 where another picture is there; 422 where it is
     *     no picture of its type; 429 where they have sent as much as they may for now
     */
    void put(Caller caller, String alarmId, String contentType, byte[] bytes) {
        AlarmStore.Row row = row(alarmId);
        requireTheirs(caller, row);
        ImageHeader header = ImageHeader.of(bytes)
                .filter(one -> one.contentType().equals(contentType))
                .orElseThrow(() -> ApiProblem.refused(
                        "notAPicture",
                        "The body is no picture of its type",
                        "",
                        "1 to " + ImageHeader.MOST_SIDE + " pixels a side"));
        AlarmBody alarm = row.body();
        Predicate<Principal> audience = reach.audience(Level.VIEW, alarm.cameraIds(), alarm.siteId());
        database.write(sql -> {
            Optional<byte[]> there = sql.first(
                    "SELECT picture FROM alarm_snapshot WHERE alarm_id = ?", kept -> kept.getBytes(1), alarmId);
            if (there.isPresent()) {
                if (!Arrays.equals(there.get(), bytes)) {
                    throw ApiProblem.of(409, "snapshotThere", "The alarm has a picture already");
                }
                return 0;
            }
            room.take(caller, bytes.length);
            sql.change(
                    "INSERT INTO alarm_snapshot (alarm_id, content_type, width, height, received_at, picture)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    alarmId,
                    contentType,
                    header.width(),
                    header.height(),
                    clock.now().toEpochMilli(),
                    bytes);
            audit.note(sql, caller.principal(), "alarm.pictured", "alarm/" + alarmId, Map.of("bytes", bytes.length));
            AlarmBody now =
                    store.find(sql, alarmId).orElseThrow(ApiProblem::notFound).body();
            sql.afterCommit(() -> events.publish(AlarmEvents.changed(now, audience)));
            return 1;
        });
    }

    /**
     * Looks before a picture comes, which takes room for as long as that lasts.
     *
     * @throws ApiProblem 403 or 404 where there is no such alarm or it is not theirs
     */
    void requireTheirs(Caller caller, String alarmId) {
        requireTheirs(caller, row(alarmId));
    }

    private AlarmStore.Row row(String alarmId) {
        return database.read(sql -> store.find(sql, alarmId)).orElseThrow(ApiProblem::notFound);
    }

    private void requireTheirs(Caller caller, AlarmStore.Row row) {
        @Nullable Webhook webhook = caller.webhook();
        AlarmBody alarm = row.body();
        if (webhook != null) {
            if (!alarm.source().kind().equals("webhook") || !row.sourceId().equals(webhook.id())) {
                throw ApiProblem.notFound();
            }
        } else if (!reach.any(caller.principal(), Level.VIEW, alarm.cameraIds(), alarm.siteId())) {
            throw ApiProblem.notFound();
        } else if (!reach.any(caller.principal(), Level.OPERATE, alarm.cameraIds(), alarm.siteId())) {
            throw ApiProblem.forbidden();
        }
    }

    /**
     * Bytes of the picture of an alarm, for who is about to {@link #get} it.
     *
     * @throws ApiProblem 404 where there is none
     */
    long length(String alarmId) {
        return database.read(sql -> sql.first(
                        "SELECT length(picture) FROM alarm_snapshot WHERE alarm_id = ?",
                        row -> row.getLong(1),
                        alarmId))
                .orElseThrow(ApiProblem::notFound);
    }

    /** Hands out the picture of an alarm; whom it concerns was looked at before. */
    void get(String alarmId, Taker taker) {
        Optional<Boolean> given = database.read(sql -> sql.first(
                "SELECT content_type, picture FROM alarm_snapshot WHERE alarm_id = ?",
                row -> {
                    taker.take(row.getString(1), row.getBytes(2));
                    return true;
                },
                alarmId));
        if (given.isEmpty()) {
            throw ApiProblem.notFound();
        }
    }
}
