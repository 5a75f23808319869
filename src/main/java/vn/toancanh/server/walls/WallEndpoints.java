package vn.toancanh.server.walls;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.function.Predicate;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.layouts.LayoutsToShow;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** {@code /walls}, with their screens, commands and scenes. */
public final class WallEndpoints implements Endpoints {
    private final Database database;
    private final CommandStore commands;
    private final Walls walls;
    private final WallControl control;
    private final Screens screens;
    private final Standing standing;
    private final Scenes scenes;
    private final LayoutsToShow layouts;
    private final CommandEnds ends;
    private final CommandWatch watch;
    private final Json json;

    /**
     * @param published whether a camera may be shown where visitors look
     * @param lane ends commands that nobody answers; may block
     */
    public WallEndpoints(
            Database database,
            EventRing events,
            Reach reach,
            Predicate<String> published,
            AuditTrail audit,
            Lane lane,
            Json json,
            Clock clock) {
        WallStore store = new WallStore(json.mapper());
        Presence presence = new Presence(clock);
        this.database = database;
        this.commands = new CommandStore(json.mapper());
        this.walls = new Walls(database, store, events, audit);
        this.layouts = new LayoutsToShow(database, events, json.mapper(), clock, audit);
        this.scenes = new Scenes(database, store, json.mapper(), events, audit, clock);
        ToShow toShow = new ToShow(scenes, layouts, json.mapper(), reach, published);
        this.ends = new CommandEnds(clock);
        CommandOutcomes outcomes = new CommandOutcomes(database, store, commands, ends, presence, reach, events);
        this.control =
                new WallControl(database, store, commands, ends, outcomes, json.mapper(), toShow, events, audit, clock);
        this.screens = new Screens(database, store, commands, ends, outcomes, presence, toShow, events, clock);
        this.standing = new Standing(database, store, commands, ends, presence, toShow, reach, json.mapper());
        this.watch = new CommandWatch(lane, ends, outcomes::expire);
        this.json = json;
        resume();
    }

    /** What was told before a restart is answered or expires like anything else. */
    private void resume() {
        database.read(sql -> commands.pending(sql, null)).forEach(watch::watch);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/walls", Access.VIEW_SOMEWHERE, this::list)
                .get("/walls/{id}", Access.VIEW_SOMEWHERE, this::get)
                .post("/walls", Access.CONFIGURE_SOMEWHERE, this::create)
                .put("/walls/{id}", Access.CONFIGURE_SOMEWHERE, this::put)
                .delete("/walls/{id}", Access.CONFIGURE_SOMEWHERE, this::delete)
                .get("/walls/{id}/state", Access.VIEW_SOMEWHERE, this::state)
                .put("/walls/{id}/screens/{screenId}", Access.VIEW_SOMEWHERE, this::report)
                .post("/walls/{id}/commands", Access.OPERATE_SOMEWHERE, this::command)
                .get("/walls/{id}/scenes", Access.VIEW_SOMEWHERE, this::listScenes)
                .post("/walls/{id}/scenes", Access.OPERATE_SOMEWHERE, this::createScene)
                .put("/walls/{id}/scenes/{sceneId}", Access.OPERATE_SOMEWHERE, this::replaceScene)
                .delete("/walls/{id}/scenes/{sceneId}", Access.OPERATE_SOMEWHERE, this::deleteScene);
    }

    private void list(Context context) {
        json.answer(context, 200, new WallBody.All(walls.list(Principal.of(context))));
    }

    private void get(Context context) {
        answer(context, 200, walls.get(Principal.of(context), context.pathParam("id")));
    }

    private void create(Context context) {
        WallDraft draft = json.body(context, WallDraft.class);
        WallBody made = walls.create(Principal.of(context), "w-" + UUID.randomUUID(), draft.check());
        context.header("Location", Routes.BASE + "/walls/" + made.id());
        answer(context, 201, made);
    }

    private void put(Context context) {
        WallDraft draft = json.body(context, WallDraft.class);
        long seen = Conditional.seenVersion(context);
        answer(context, 200, walls.put(Principal.of(context), context.pathParam("id"), seen, draft.check()));
    }

    private void answer(Context context, int status, WallBody wall) {
        context.header("ETag", Conditional.tag(wall.version()));
        json.answer(context, status, wall);
    }

    private void delete(Context context) {
        walls.delete(Principal.of(context), context.pathParam("id"), Conditional.seenVersion(context));
        context.status(204);
    }

    private void state(Context context) {
        context.header("Cache-Control", "no-store");
        Principal who = Principal.of(context);
        json.answerLarge(context, 200, () -> standing.of(who, context.pathParam("id")));
    }

    private void report(Context context) {
        ReportDraft.Checked report = json.body(context, ReportDraft.class).check();
        context.header("Cache-Control", "no-store");
        Principal who = Principal.of(context);
        WallState.Registered brief =
                screens.report(who, context.pathParam("id"), context.pathParam("screenId"), report);
        if (brief.brings()) {
            json.answerLarge(context, 200, () -> screens.whole(who, brief));
        } else {
            json.answer(context, 200, brief);
        }
    }

    private void command(Context context) {
        CommandDraft draft = json.body(context, CommandDraft.class);
        String key = IdempotencyKey.of(context);
        CommandDraft.Checked checked = draft.check();
        Principal who = Principal.of(context);
        String wall = context.pathParam("id");
        if (checked.brings()) {
            // The answer is short, and what is looked up for it is not.
            json.answerLarge(context, 202, () -> tell(who, wall, key, checked));
        } else {
            json.answer(context, 202, tell(who, wall, key, checked));
        }
    }

    private CommandBody tell(Principal who, String wall, String key, CommandDraft.Checked checked) {
        CommandBody command = control.tell(who, wall, key, checked);
        if (command.state().equals("pending")) {
            watch.watch(command);
        }
        return ends.told(command);
    }

    private void listScenes(Context context) {
        json.answer(context, 200, new SceneBody.All(scenes.list(Principal.of(context), context.pathParam("id"))));
    }

    private void createScene(Context context) {
        SceneDraft.Checked draft = json.body(context, SceneDraft.class).check(layouts::sent);
        answer(context, 201, scenes.create(Principal.of(context), context.pathParam("id"), draft));
    }

    private void replaceScene(Context context) {
        SceneDraft draft = json.body(context, SceneDraft.class);
        long seen = Conditional.seenVersion(context);
        answer(
                context,
                200,
                scenes.replace(
                        Principal.of(context),
                        context.pathParam("id"),
                        context.pathParam("sceneId"),
                        seen,
                        draft.check(layouts::sent)));
    }

    private void answer(Context context, int status, SceneBody scene) {
        context.header("ETag", Conditional.tag(scene.version()));
        json.answer(context, status, scene);
    }

    private void deleteScene(Context context) {
        scenes.delete(
                Principal.of(context),
                context.pathParam("id"),
                context.pathParam("sceneId"),
                Conditional.seenVersion(context));
        context.status(204);
    }
}
