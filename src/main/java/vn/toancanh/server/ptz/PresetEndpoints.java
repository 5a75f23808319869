package vn.toancanh.server.ptz;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.ptz.PresetBodies.Preset;
import vn.toancanh.server.ptz.PresetBodies.Presets;
import vn.toancanh.server.ptz.PresetNotes.Deed;
import vn.toancanh.server.ptz.PresetNotes.Note;

/**
 * {@code /cameras/{id}/ptz/presets} and {@code home}: the places that a head knows. Who may steer a head sees them; who may manage it
 * and holds it changes them, so that two never change one head at once. Blocks, for the heads themselves keep them.
 */
final class PresetEndpoints implements Endpoints {
    /** Heads that are asked at once: each may take its time. */
    private static final int MOST_ASKED = 16;

    private record Held(Principal who, String camera) {
        Deed deed(String action, Map<String, Object> facts) {
            return new Deed(who, camera, action, facts);
        }
    }

    private final LaneState state;
    private final HeadReach reach;
    private final HeadPlaces places;
    private final PresetNotes notes;
    private final EventRing events;
    private final Json json;
    private final Semaphore turns = new Semaphore(MOST_ASKED);

    PresetEndpoints(
            LaneState state, HeadReach reach, HeadPlaces places, PresetNotes notes, EventRing events, Json json) {
        this.state = state;
        this.reach = reach;
        this.places = places;
        this.notes = notes;
        this.events = events;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/cameras/{id}/ptz/presets", Access.OPERATE_SOMEWHERE, this::list)
                .post("/cameras/{id}/ptz/presets", Access.MANAGE_SOMEWHERE, this::make)
                .put("/cameras/{id}/ptz/presets/{presetId}", Access.MANAGE_SOMEWHERE, this::change)
                .delete("/cameras/{id}/ptz/presets/{presetId}", Access.MANAGE_SOMEWHERE, this::remove)
                .put("/cameras/{id}/ptz/home", Access.MANAGE_SOMEWHERE, this::setHome);
    }

    private void list(Context context) {
        Principal who = Principal.of(context);
        String camera = reach.head(context, who, Level.OPERATE);
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, inTurn(() -> told(camera)));
    }

    private void make(Context context) {
        String name = json.body(context, PresetBodies.Draft.class).check();
        Held held = held(context);
        Map<String, Object> facts = new HashMap<>(Map.of("name", name));
        String id = inTurn(() -> tell(held.deed("ptz.presetMade", facts), () -> places.keep(held.camera, null, name)));
        facts.put("preset", id);
        notes.keep(held.deed("ptz.presetMade", facts), id, new Note(name, called(held.camera, id, name), false));
        changed(held.camera);
        json.answer(context, 201, told(held.camera).preset(id));
    }

    private void change(Context context) {
        PresetBodies.Change change =
                json.body(context, PresetBodies.Change.class).check();
        Held held = held(context);
        String id = context.pathParam("presetId");
        json.answer(context, 200, inTurn(() -> changed(held, id, change)));
    }

    private Preset changed(Held held, String id, PresetBodies.Change change) {
        Preset before = told(held.camera).preset(id);
        if (before.locked() && (change.moves() || change.renames(before))) {
            throw locked();
        }
        Map<String, Object> facts = new HashMap<>(Map.of("preset", id));
        @Nullable String name = change.name() == null ? before.name() : change.name();
        if (name != null) {
            facts.put("name", name);
        }
        if (change.renames(before) && before.name() != null) {
            facts.put("from", before.name());
        }
        facts.put("moved", change.moves());
        facts.put("locked", change.locks(before));
        Deed deed = held.deed("ptz.presetChanged", facts);
        if (change.moves()) {
            tell(deed, () -> places.keep(held.camera, id, name));
        }
        // ONVIF cannot name a place without moving it: a name alone is kept here.
        notes.keep(deed, id, new Note(name, called(held.camera, id, name), change.locks(before)));
        changed(held.camera);
        return new Preset(id, before.number(), name, change.locks(before));
    }

    private void remove(Context context) {
        Held held = held(context);
        String id = context.pathParam("presetId");
        @Nullable Note note = notes.of(held.camera).get(id);
        if (note != null && note.locked()) {
            throw locked();
        }
        Map<String, Object> facts = new HashMap<>(Map.of("preset", id));
        if (note != null && note.name() != null) {
            facts.put("name", note.name());
        }
        Deed deed = held.deed("ptz.presetRemoved", facts);
        inTurn(() -> tell(deed, () -> {
            places.remove(held.camera, id);
            return id;
        }));
        notes.forget(deed, id);
        changed(held.camera);
        context.status(204);
    }

    private void setHome(Context context) {
        Held held = held(context);
        Deed deed = held.deed("ptz.homeSet", Map.of());
        inTurn(() -> tell(deed, () -> {
            places.setHome(held.camera);
            return true;
        }));
        notes.note(deed);
        context.status(204);
    }

    /** @throws ApiProblem 404, 403, 422, or 409 where he does not hold the head */
    private Held held(Context context) {
        Principal who = Principal.of(context);
        String camera = reach.head(context, who, Level.MANAGE);
        state.ask(control -> control.leases().use(camera, who.sessionId()));
        return new Held(who, camera);
    }

    private Presets told(String camera) {
        return Presets.of(camera, places.presets(camera), notes.of(camera), places.abilities(camera));
    }

    /** What the head calls a place now; what it was told where it does not say. */
    private @Nullable String called(String camera, String id, @Nullable String otherwise) {
        try {
            return places.presets(camera).stream()
                    .filter(each -> each.token().equals(id))
                    .findFirst()
                    .flatMap(each -> Optional.ofNullable(each.name()))
                    .orElse(null);
        } catch (ApiProblem silent) {
            return otherwise;
        }
    }

    /** What may have been done though nobody said so stands in the record too. */
    private <T> T tell(Deed deed, Supplier<T> work) {
        try {
            return work.get();
        } catch (ApiProblem problem) {
            if (Heads.isNoAnswer(problem)) {
                Map<String, Object> facts = new HashMap<>(deed.facts());
                facts.put("answered", false);
                notes.note(new Deed(deed.who(), deed.cameraId(), deed.action(), facts));
            }
            throw problem;
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!turns.tryAcquire()) {
            throw ApiProblem.passing(429, "tooManyLooks", "Many heads are asked for their places just now", 2);
        }
        try {
            return Objects.requireNonNull(work.get());
        } finally {
            turns.release();
        }
    }

    private static ApiProblem locked() {
        return ApiProblem.conflict("ptz.presetLocked", "The place is locked");
    }

    private void changed(String camera) {
        events.publish(new Event(
                "ptz",
                "presets.changed",
                Map.of("cameraId", camera),
                who -> reach.reach().sees(who, camera)));
    }
}
