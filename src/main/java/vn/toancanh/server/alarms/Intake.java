package vn.toancanh.server.alarms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** Takes alarms in: each once, however often it is sent. Any thread; blocks. */
final class Intake {
    /** An alarm, and whether this request made it. */
    record Taken(AlarmBody alarm, boolean made) {}

    private final Database database;
    private final AlarmStore store;
    private final ObjectMapper mapper;
    private final Reach reach;
    private final Places places;
    private final EventRing events;
    private final AuditTrail audit;
    private final Clock clock;

    Intake(
            Database database,
            AlarmStore store,
            ObjectMapper mapper,
            Reach reach,
            Places places,
            EventRing events,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.mapper = mapper;
        this.reach = reach;
        this.places = places;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an alarm in.
     *
     * @throws ApiProblem 409 where the key came with something else; 422 where a camera or site is not there or not the
     *     sender's: one answer for both
     */
    Taken take(Caller caller, String key, AlarmDraft.Checked draft) {
        String digest = IdempotencyKey.digest(mapper.writeValueAsString(draft));
        Optional<Taken> before =
                database.read(sql -> store.byKey(sql, caller, key)).map(row -> repeat(row, digest));
        if (before.isPresent()) {
            return before.get();
        }
        @Nullable Webhook webhook = caller.webhook();
        if (webhook != null && draft.priority() > webhook.mostPriority()) {
            throw ApiProblem.refused(
                    "priorityTooHigh", "This token may not send that priority", "/priority", "too high");
        }
        AlarmBody alarm = alarm(caller, draft, site(caller, draft), procedure(draft));
        Predicate<Principal> audience = reach.audience(Level.VIEW, alarm.cameraIds(), alarm.siteId());
        return database.write(sql -> {
            Optional<AlarmStore.Row> meanwhile = store.byKey(sql, caller, key);
            if (meanwhile.isPresent()) {
                return repeat(meanwhile.get(), digest);
            }
            store.insert(sql, alarm, caller, key, digest);
            if (webhook != null) {
                sql.change(
                        "UPDATE webhook SET last_used_at = ? WHERE id = ?",
                        alarm.receivedAt().toEpochMilli(),
                        webhook.id());
            }
            audit.note(
                    sql,
                    caller.principal(),
                    "alarm.raised",
                    "alarm/" + alarm.id(),
                    Map.of("type", alarm.type(), "priority", alarm.priority(), "cameras", alarm.cameraIds()));
            sql.afterCommit(() -> events.publish(AlarmEvents.changed(alarm, audience)));
            return new Taken(alarm, true);
        });
    }

    private static Taken repeat(AlarmStore.Row row, String digest) {
        if (!row.digest().equals(digest)) {
            throw IdempotencyKey.reused();
        }
        return new Taken(row.body(), false);
    }

    /** The alarm's site: as sent, else where its first camera stands. */
    private String site(Caller caller, AlarmDraft.Checked draft) {
        @Nullable Webhook webhook = caller.webhook();
        if (draft.cameraIds().isEmpty() && webhook != null && webhook.cameraIds() != null) {
            throw ApiProblem.refused(
                    "unknownCamera", "This token speaks for cameras only", "/cameraIds", "at least one");
        }
        String first = "";
        for (int i = 0; i < draft.cameraIds().size(); i++) {
            String camera = draft.cameraIds().get(i);
            Optional<Places.Spot> spot = places.spot(camera).filter(one -> mayAt(caller, camera, one.siteId()));
            if (spot.isEmpty()) {
                throw ApiProblem.refused(
                        "unknownCamera", "A camera cannot be named", "/cameraIds/" + i, "no such camera");
            }
            first = first.isEmpty() ? spot.get().siteId() : first;
        }
        @Nullable String named = draft.siteId();
        if (named == null) {
            return first;
        }
        if (!places.siteThere(named) || !mayAtSite(caller, named) || !standsThere(webhook, draft, named)) {
            throw ApiProblem.refused("unknownSite", "The site cannot be named", "/siteId", "no such site");
        }
        return named;
    }

    /** A token that speaks for cameras only files under a site where one of those that it names stands. */
    private boolean standsThere(@Nullable Webhook webhook, AlarmDraft.Checked draft, String site) {
        return webhook == null
                || webhook.cameraIds() == null
                || draft.cameraIds().stream()
                        .flatMap(camera -> places.spot(camera).stream())
                        .anyMatch(spot -> places.within(spot.siteId(), site));
    }

    private boolean mayAt(Caller caller, String camera, String itsSite) {
        @Nullable Webhook webhook = caller.webhook();
        return webhook == null
                ? reach.camera(caller.principal(), Level.OPERATE, camera)
                : below(webhook, itsSite) && named(webhook, camera);
    }

    private boolean mayAtSite(Caller caller, String site) {
        @Nullable Webhook webhook = caller.webhook();
        return webhook == null ? reach.at(caller.principal(), Level.OPERATE, site) : below(webhook, site);
    }

    private static boolean named(Webhook webhook, String camera) {
        @Nullable List<String> cameras = webhook.cameraIds();
        return cameras == null || cameras.contains(camera);
    }

    private boolean below(Webhook webhook, String site) {
        @Nullable String top = webhook.siteId();
        return top == null || places.within(site, top);
    }

    /** What its sender says is to be done, else what is set for alarms of its type. */
    private @Nullable String procedure(AlarmDraft.Checked draft) {
        @Nullable String sent = draft.procedure();
        return sent != null && !sent.isBlank()
                ? sent
                : database.read(sql -> Procedures.find(sql, draft.type())).orElse(null);
    }

    private AlarmBody alarm(Caller caller, AlarmDraft.Checked draft, String site, @Nullable String procedure) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        @Nullable Instant raised = draft.raisedAt();
        AlarmBody.@Nullable Point place = draft.place();
        return new AlarmBody(
                UUID.randomUUID().toString(),
                draft.type(),
                draft.priority(),
                AlarmState.NEW.word(),
                draft.cameraIds(),
                site,
                place == null ? placeOf(draft.cameraIds()) : place,
                draft.title(),
                procedure,
                null,
                new AlarmBody.Sender(caller.kind(), caller.name()),
                raised == null ? now : raised.truncatedTo(ChronoUnit.MILLIS),
                now,
                now,
                null,
                null,
                null,
                List.of(),
                1);
    }

    private AlarmBody.@Nullable Point placeOf(List<String> cameras) {
        return cameras.stream()
                .limit(1)
                .flatMap(camera -> places.spot(camera).stream())
                .flatMap(spot -> Optional.ofNullable(point(spot)).stream())
                .findFirst()
                .orElse(null);
    }

    private static AlarmBody.@Nullable Point point(Places.Spot spot) {
        @Nullable Double lat = spot.lat();
        @Nullable Double lon = spot.lon();
        return lat == null || lon == null ? null : new AlarmBody.Point(lat, lon);
    }
}
