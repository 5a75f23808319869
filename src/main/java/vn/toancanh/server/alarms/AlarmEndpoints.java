package vn.toancanh.server.alarms;

import io.javalin.http.Context;
import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.People;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.ShownPictures;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Gate;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.RawBody;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** {@code /alarms} and {@code /webhooks}. */
public final class AlarmEndpoints implements Endpoints {
    private static final List<String> PICTURES = List.of("image/jpeg", "image/png");

    private final Alarms alarms;
    private final Intake intake;
    private final Backlog backlog;
    private final Snapshots snapshots;
    private final Webhooks webhooks;
    private final Callers callers;
    private final ShownPictures shown;
    private final Json json;

    /**
     * @param people whom alarms may be given to
     * @param shown notes who is shown pictures
     * @param gate lets people's sessions through where a route takes devices too
     */
    public AlarmEndpoints(
            Database database,
            EventRing events,
            Reach reach,
            People people,
            Places places,
            AuditTrail audit,
            ShownPictures shown,
            Tokens tokens,
            Gate gate,
            Json json,
            Clock clock) {
        AlarmStore store = new AlarmStore(json.mapper());
        this.alarms = new Alarms(database, store, reach, new Assignees(reach, people::find), events, audit, clock);
        this.intake = new Intake(database, store, json.mapper(), reach, places, events, audit, clock);
        this.backlog = new Backlog(database, store, reach, events, audit, clock);
        this.snapshots = new Snapshots(database, store, reach, events, audit, clock);
        this.webhooks = new Webhooks(database, json.mapper(), tokens, reach, places, audit, clock);
        this.callers = new Callers(webhooks, gate, clock);
        this.shown = shown;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        // Open to the gate: these two ask for a device's token or a session's themselves.
        routes.post("/alarms", Access.ANYONE, this::raise)
                .put("/alarms/{id}/snapshot", Access.ANYONE, this::putSnapshot);
        routes.get("/alarms", Access.VIEW_SOMEWHERE, this::list)
                .get("/alarms/{id}", Access.VIEW_SOMEWHERE, this::get)
                .patch("/alarms/{id}", Access.VIEW_SOMEWHERE, this::change)
                .get("/alarms/{id}/snapshot", Access.VIEW_SOMEWHERE, this::snapshot)
                .get("/webhooks", Access.CONFIGURE_SOMEWHERE, this::listWebhooks)
                .post("/webhooks", Access.CONFIGURE_SOMEWHERE, this::makeWebhook)
                .delete("/webhooks/{id}", Access.CONFIGURE_SOMEWHERE, this::revokeWebhook);
    }

    private void raise(Context context) {
        callers.let(context);
        AlarmDraft draft = json.body(context, AlarmDraft.class);
        Caller caller = callers.of(context);
        String key = IdempotencyKey.of(context);
        AlarmDraft.Checked checked = draft.check();
        Intake.Taken taken = intake.take(caller, key, checked);
        if (taken.made()) {
            backlog.trim(caller);
        }
        context.header("Location", Routes.BASE + "/alarms/" + taken.alarm().id());
        AlarmBody told = caller.webhook() == null
                ? alarms.told(caller.principal(), taken.alarm())
                : taken.alarm().toldSender(checked);
        answer(context, taken.made() ? 201 : 200, told);
    }

    private void list(Context context) {
        context.header("Cache-Control", "no-store");
        Principal who = Principal.of(context);
        AlarmQuery query = AlarmQuery.of(context);
        json.answerLarge(context, 200, () -> alarms.list(who, query));
    }

    private void get(Context context) {
        answer(context, 200, alarms.get(Principal.of(context), context.pathParam("id")));
    }

    private void change(Context context) {
        AlarmChange change = json.body(context, AlarmChange.class);
        long seen = Conditional.seenVersion(context);
        answer(context, 200, alarms.change(Principal.of(context), context.pathParam("id"), seen, change.check()));
    }

    private void answer(Context context, int status, AlarmBody alarm) {
        context.header("ETag", Conditional.tag(alarm.version())).header("Cache-Control", "no-store");
        json.answer(context, status, alarm);
    }

    private void putSnapshot(Context context) {
        Caller sender = callers.let(context);
        String id = context.pathParam("id");
        String type = RawBody.type(context, PICTURES);
        snapshots.requireTheirs(sender, id);
        byte[] bytes = RawBody.read(json, context, Snapshots.LARGEST);
        snapshots.put(callers.of(context), id, type, bytes);
        context.status(204);
    }

    private void snapshot(Context context) {
        String id = context.pathParam("id");
        Principal who = Principal.of(context);
        if (alarms.get(who, id).snapshot() == null) {
            throw ApiProblem.notFound();
        }
        shown.note(who, id);
        context.header("Cache-Control", "private, no-store").header("Content-Disposition", "attachment");
        json.fetches(context, snapshots.length(id));
        snapshots.get(id, (type, bytes) -> context.contentType(type).result(bytes));
    }

    private void listWebhooks(Context context) {
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new Webhook.All(webhooks.list(Principal.of(context))));
    }

    private void makeWebhook(Context context) {
        WebhookDraft.Checked draft = json.body(context, WebhookDraft.class).check();
        Webhook.Made made = webhooks.make(Principal.of(context), draft);
        context.header("Cache-Control", "no-store");
        json.answer(context, 201, made);
    }

    private void revokeWebhook(Context context) {
        webhooks.revoke(Principal.of(context), context.pathParam("id"));
        context.status(204);
    }
}
