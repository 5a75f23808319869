package vn.toancanh.server.alarms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.http.PageRoom;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** The alarms there are, for whom they concern; to everybody else there is none. Any thread; blocks. */
final class Alarms {
    /** Comments an alarm bears. */
    static final int MOST_COMMENTS = 200;

    /** Rows looked at for one page; who may see few of many follows the cursor over shorter pages. */
    private static final int MOST_SCANNED = 2_000;

    private final Database database;
    private final AlarmStore store;
    private final Reach reach;
    private final AlarmSight sight;
    private final Assignees assignees;
    private final EventRing events;
    private final AuditTrail audit;
    private final Clock clock;

    Alarms(
            Database database,
            AlarmStore store,
            Reach reach,
            Assignees assignees,
            EventRing events,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.reach = reach;
        this.sight = new AlarmSight(reach);
        this.assignees = assignees;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first. Rights are looked at outside of the transaction: they may read the database themselves. */
    AlarmBody.Page list(Principal who, AlarmQuery query) {
        List<AlarmBody> items = new ArrayList<>();
        // By site only where sites are known as they stand: to others it is where they are told that it is.
        AlarmQuery asked = who.reach().scope().everything() ? query : query.anywhere();
        @Nullable Long before = query.before();
        PageRoom page = new PageRoom();
        long last = 0;
        int scanned = 0;
        while (true) {
            @Nullable Long from = before;
            PageRoom read = new PageRoom();
            List<AlarmStore.Row> rows = database.read(sql -> store.page(sql, asked, from, query.limit() + 1, read));
            for (AlarmStore.Row row : rows) {
                Optional<AlarmBody> told = told(who, query, row.body());
                if (told.isPresent()) {
                    if (items.size() == query.limit() || !page.take(row.weight())) {
                        return new AlarmBody.Page(items, Query.toCursor(String.valueOf(last)));
                    }
                    items.add(told.get());
                }
                last = row.ordinal();
            }
            scanned += rows.size();
            if (rows.size() <= query.limit() && !read.isOver()) {
                return new AlarmBody.Page(items, null);
            }
            if (scanned >= MOST_SCANNED) {
                return new AlarmBody.Page(items, Query.toCursor(String.valueOf(last)));
            }
            before = last;
        }
    }

    private Optional<AlarmBody> told(Principal who, AlarmQuery query, AlarmBody alarm) {
        if (!reach.any(who, Level.VIEW, alarm.cameraIds(), alarm.siteId())) {
            return Optional.empty();
        }
        @Nullable String site = query.site();
        return Optional.of(told(who, alarm)).filter(told -> site == null || sight.at(who, told, site));
    }

    /**
     * As they may know it.
     *
     * @throws ApiProblem 404 where there is none, or it does not concern them
     */
    AlarmBody get(Principal who, String id) {
        return told(who, find(who, id));
    }

    AlarmBody told(Principal who, AlarmBody alarm) {
        return sight.of(who, alarm);
    }

    private AlarmBody find(Principal who, String id) {
        AlarmBody alarm = database.read(sql -> store.find(sql, id))
                .map(AlarmStore.Row::body)
                .orElseThrow(ApiProblem::notFound);
        if (!reach.any(who, Level.VIEW, alarm.cameraIds(), alarm.siteId())) {
            throw ApiProblem.notFound();
        }
        return alarm;
    }

    /**
     * Changes an alarm; whoever acknowledges it has it, where nobody else is named.
     *
     * @param seen the version they saw
     * @throws ApiProblem 404; 403 where they may only look; 412 where somebody was faster; 409 where the state may not come next; 422
     *     where the assignee cannot be named
     */
    AlarmBody change(Principal who, String id, long seen, AlarmChange.Checked change) {
        AlarmBody known = find(who, id);
        if (!reach.any(who, Level.OPERATE, known.cameraIds(), known.siteId())) {
            throw ApiProblem.forbidden();
        }
        @Nullable String asked = change.assigneeId();
        AlarmBody.@Nullable Assignee named = asked == null ? null : assignees.named(who, asked, known);
        Predicate<Principal> audience = reach.audience(Level.VIEW, known.cameraIds(), known.siteId());
        AlarmBody changed = database.write(sql -> {
            AlarmBody now =
                    store.find(sql, id).orElseThrow(ApiProblem::notFound).body();
            if (now.version() != seen) {
                throw Conditional.stale();
            }
            AlarmBody next = next(who, now, change, named);
            store.update(sql, next);
            audit.note(sql, who, action(change), "alarm/" + id, facts(now, next, change));
            sql.afterCommit(() -> events.publish(AlarmEvents.changed(next, audience)));
            return next;
        });
        return told(who, changed);
    }

    private AlarmBody next(
            Principal who, AlarmBody now, AlarmChange.Checked change, AlarmBody.@Nullable Assignee named) {
        AlarmState state = AlarmState.of(now.state()).orElseThrow();
        @Nullable AlarmState wanted = change.state();
        if (wanted != null && !state.successors().contains(wanted)) {
            throw ApiProblem.conflict(
                    "notASuccessor",
                    "The alarm's state may not come next",
                    new FieldError("/state", "notASuccessor", null, null, Map.of("state", now.state())));
        }
        Instant at = clock.now().truncatedTo(ChronoUnit.MILLIS);
        List<AlarmBody.Comment> comments = new ArrayList<>(now.comments());
        @Nullable String comment = change.comment();
        if (comment != null) {
            if (comments.size() >= MOST_COMMENTS) {
                throw ApiProblem.of(409, "tooManyComments", "The alarm bears no more comments");
            }
            comments.add(new AlarmBody.Comment(at, who.displayName(), comment));
        }
        AlarmBody.@Nullable Assignee assignee = now.assignee();
        if (change.assigns()) {
            assignee = named;
        } else if (wanted == AlarmState.ACKNOWLEDGED && assignee == null) {
            assignee = new AlarmBody.Assignee(who.accountId(), who.displayName());
        }
        return new AlarmBody(
                now.id(),
                now.type(),
                now.priority(),
                (wanted == null ? state : wanted).word(),
                now.cameraIds(),
                now.siteId(),
                now.place(),
                now.title(),
                now.procedure(),
                now.snapshot(),
                now.source(),
                now.raisedAt(),
                now.receivedAt(),
                at,
                who.displayName(),
                assignee,
                change.outcome() == null ? now.outcome() : change.outcome(),
                comments,
                now.version() + 1);
    }

    private static String action(AlarmChange.Checked change) {
        @Nullable AlarmState state = change.state();
        return "alarm." + (state == null ? "changed" : state.word());
    }

    private static Map<String, Object> facts(AlarmBody before, AlarmBody after, AlarmChange.Checked change) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("from", before.state());
        facts.put("to", after.state());
        @Nullable String comment = change.comment();
        if (comment != null) {
            facts.put("comment", comment);
        }
        @Nullable String outcome = change.outcome();
        if (outcome != null) {
            facts.put("outcome", outcome);
        }
        @Nullable Instant doneAt = change.doneAt();
        if (doneAt != null) {
            facts.put("doneAt", doneAt.toString());
        }
        AlarmBody.@Nullable Assignee assignee = after.assignee();
        if (change.assigns()) {
            facts.put("assignee", assignee == null ? "" : assignee.id());
        }
        return facts;
    }
}
