package vn.toancanh.server.audit;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.http.RequestIds;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.StoreException;

/** {@code /audit}. */
public final class AuditEndpoints implements Endpoints {
    /** Entries one account may send an hour: what a desk gathers in a shift, several times. */
    static final int MOST_OF_ONE_ACCOUNT = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditEndpoints.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TRY_AGAIN_S = 30;

    private final Database database;
    private final Trail trail;
    private final GrantNotes grants;
    private final Json json;
    private final Clock clock;
    private final Allowance sent;

    /** Accounts that export: one by one, for each takes its turns at the database until it is over. */
    private final Set<String> exporting = ConcurrentHashMap.newKeySet();

    /** @param grants is written up before anything is told, so that nobody misses what was just seen */
    public AuditEndpoints(Database database, Trail trail, GrantNotes grants, Json json, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.grants = grants;
        this.json = json;
        this.clock = clock;
        this.sent = new Allowance(MOST_OF_ONE_ACCOUNT, HOUR, clock);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/audit", Access.MANAGE_SOMEWHERE, this::search)
                .get("/audit/export", Access.MANAGE_SOMEWHERE, this::export)
                .post("/audit", Access.SIGNED_IN, this::take);
    }

    private void search(Context context) {
        AuditQuery query = AuditQuery.of(context);
        int limit = Query.limit(context, 100, 500);
        AuditQuery.Place before = place(Query.cursor(context));
        AuditReading reading = new AuditReading(query, AuditSight.of(Principal.of(context)));
        grants.catchUp();
        context.header("Cache-Control", "no-store");
        // In its turn: whoever may read little is shown little of much that is read.
        json.answerLarge(context, 200, () -> {
            AuditReading.Page page = database.read(sql -> reading.newest(sql, before, limit));
            return new AuditBody.Page(page.entries().stream().map(AuditBody::of).toList(), cursor(page.next()));
        });
    }

    private static @Nullable String cursor(AuditQuery.@Nullable Place next) {
        return next == null ? null : Query.toCursor(next.at() + ":" + next.seq());
    }

    private static AuditQuery.Place place(@Nullable String cursor) {
        if (cursor == null) {
            return AuditQuery.Place.END;
        }
        if (!cursor.matches("-?\\d{1,18}:\\d{1,18}")) {
            throw ApiProblem.badField("cursor", "format", "not a cursor of this server");
        }
        int colon = cursor.indexOf(':');
        return new AuditQuery.Place(
                Long.parseLong(cursor.substring(0, colon)), Long.parseLong(cursor.substring(colon + 1)));
    }

    /** The note of the export is its last line: who exports is seen by who exports next. */
    private void export(Context context) throws IOException {
        AuditQuery query = AuditQuery.of(context);
        Principal who = Principal.of(context);
        if (!exporting.add(who.accountId())) {
            throw ApiProblem.passing(429, "tooMany", "Another export of this account is under way", TRY_AGAIN_S);
        }
        try {
            export(context, who, query);
        } finally {
            exporting.remove(who.accountId());
        }
    }

    private void export(Context context, Principal who, AuditQuery query) throws IOException {
        grants.catchUp();
        long through = database.write(sql -> {
            trail.note(sql, who, "audit.exported", "audit", query.facts());
            return Mark.read(sql, Mark.HEAD).seq();
        });
        var response = context.res();
        response.setStatus(200);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        // Written to the response itself: the library's own stream would gather it for compression.
        try (OutputStream out = response.getOutputStream()) {
            new AuditCsv(database, AuditSight.of(who)).write(out, query, through);
        } catch (StoreException refused) {
            // Too late for a problem: the missing last line tells that a part is missing.
            LOG.error("request {}: the export broke off", RequestIds.of(context), refused);
        }
    }

    private void take(Context context) {
        ClientEntries entries = json.body(context, ClientEntries.class);
        Principal who = Principal.of(context);
        Caller caller = database.read(sql -> Caller.of(sql, who));
        List<Draft> drafts = entries.check(caller, clock.now().toEpochMilli());
        if (!sent.take(who.accountId(), drafts.size())) {
            throw ApiProblem.passing(429, "tooManyEntries", "Too many entries were sent; go on later", 600);
        }
        int added = database.write(sql -> {
            List<Draft> fresh = fresh(sql, drafts);
            trail.append(sql, fresh);
            return fresh.size();
        });
        json.answer(context, 200, new AuditBody.Taken(added, entries.count() - added));
    }

    /** Those not there yet: a client that had no answer sends again. */
    private static List<Draft> fresh(Sql sql, List<Draft> drafts) throws SQLException {
        List<Draft> fresh = new ArrayList<>();
        for (Draft draft : drafts) {
            if (sql.number("SELECT count(*) FROM audit WHERE id = ?", draft.id()) == 0) {
                fresh.add(draft);
            }
        }
        return fresh;
    }
}
