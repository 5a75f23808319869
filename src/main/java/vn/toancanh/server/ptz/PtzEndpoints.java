package vn.toancanh.server.ptz;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Threads;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** {@code /cameras/{id}/ptz}: leases, and commands by them. */
public final class PtzEndpoints implements Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(PtzEndpoints.class);

    /** How long the end of the server waits for heads to stand. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(4);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Sessions sessions;
    private final Reach reach;
    private final HeadReach cameras;
    private final Database database;
    private final AuditTrail audit;
    private final EventRing events;
    private final Heads heads;
    private final ToIntFunction<Principal> priority;
    private final Lane lane;
    private final Json json;
    private final HeadControl control;
    private final LaneState state;
    private final LastMovers movers;

    /** @param priority of a person's role; the higher one takes a head from the lower */
    public PtzEndpoints(
            Database database,
            EventRing events,
            Sessions sessions,
            Reach reach,
            Places places,
            AuditTrail audit,
            Tokens tokens,
            Heads heads,
            ToIntFunction<Principal> priority,
            Lane lane,
            Json json,
            Clock clock) {
        this.sessions = sessions;
        this.reach = reach;
        this.cameras = new HeadReach(reach, places);
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.heads = heads;
        this.priority = priority;
        this.lane = lane;
        this.json = json;
        this.control = new HeadControl(heads, clock, lane, () -> "l-" + tokens.id(12), this::publish);
        this.state = new LaneState(lane, control);
        this.movers = new LastMovers(database, audit, clock);
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/cameras/{id}/ptz/lock", Access.VIEW_SOMEWHERE, this::get)
                .put("/cameras/{id}/ptz/lock", Access.OPERATE_SOMEWHERE, this::take)
                .delete("/cameras/{id}/ptz/lock", Access.OPERATE_SOMEWHERE, this::release)
                .post("/cameras/{id}/ptz/commands", Access.OPERATE_SOMEWHERE, this::command);
    }

    /** The routes of the places that heads know; only who holds a head changes those. */
    public Endpoints presets(OnvifHeads devices) {
        HeadPlaces places = new OnvifPlaces(devices);
        return new PresetEndpoints(state, cameras, places, new PresetNotes(database, audit), events, json);
    }

    /** The route that tells what heads have besides their axes. */
    public Endpoints equipment(OnvifHeads devices) {
        return new EquipmentEndpoints(cameras, devices, json);
    }

    /** A session has ended: what it held is free, what it moved stops. */
    public void sessionEnded(String sessionId) {
        lane.execute(() -> control.leases().releaseAll(sessionId));
    }

    /**
     * Rights may be others, or a session may have run out without a word: whoever may no longer steer loses the head, and what he
     * moved stops. Blocks; not on the PTZ lane.
     */
    public void lookAgain() {
        for (Lease each : state.ask(held -> held.leases().all())) {
            if (!maySteer(each)) {
                lane.execute(() -> control.leases().takeBack(each));
            }
        }
    }

    private boolean maySteer(Lease lease) {
        return sessions.current(lease.holder().sessionId())
                .filter(who -> reach.camera(who, Level.OPERATE, lease.cameraId()))
                .isPresent();
    }

    /** Stops whatever moves, and waits for the heads to say so, some seconds at most: the server ends. */
    public void close() {
        CompletableFuture<Boolean> rest = new CompletableFuture<>();
        lane.execute(control::stopAll);
        Handle looking = lane.every(LOOK, () -> {
            if (control.allRest()) {
                rest.complete(true);
            }
        });
        rest.completeOnTimeout(false, LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!LaneState.await(rest)) {
            LOG.warn("the server ends though a head has not acknowledged its stop; it ends its movement by itself");
        }
        looking.close();
    }

    private void get(Context context) {
        Principal who = Principal.of(context);
        String camera = cameras.camera(context, who, Level.VIEW);
        @Nullable Lease lease = state.ask(held -> held.leases().of(camera).orElse(null));
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                200,
                new PtzBodies.State(
                        camera,
                        lease == null ? null : PtzBodies.Lock.of(lease, who.sessionId()),
                        movers.of(camera).orElse(null)));
    }

    private void take(Context context) {
        PtzBodies.Asked asked =
                json.body(context, PtzBodies.Asked.class, Json.SMALL).check();
        Principal who = Principal.of(context);
        String camera = cameras.head(context, who, Level.OPERATE);
        boolean mayTake = asked.takes() && asked.reason() != null && reach.camera(who, Level.MANAGE, camera);
        Leases.Asking asking = new Leases.Asking(
                camera,
                new Lease.Holder(who.sessionId(), who.accountId(), who.displayName()),
                priority.applyAsInt(who),
                asked.ttl(),
                asked.takes(),
                mayTake);
        @Nullable Lease before = state.ask(held -> held.leases().of(camera).orElse(null));
        Lease lease = state.ask(held -> held.leases().take(asking));
        requireStill(lease);
        if (before == null || !before.lockId().equals(lease.lockId())) {
            Map<String, Object> facts = new HashMap<>();
            @Nullable String reason = asked.reason();
            if (before != null) {
                facts.put("from", before.holder().name());
            }
            if (reason != null) {
                facts.put("reason", reason);
            }
            movers.held(who, camera, before == null ? "ptz.taken" : "ptz.takenOver", facts);
        }
        heads.prepare(camera);
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, PtzBodies.Lock.of(lease, who.sessionId()));
    }

    /** What took the right away may have come before the lease was there, and would not come again. */
    private void requireStill(Lease lease) {
        if (!maySteer(lease)) {
            lane.execute(() -> control.leases().takeBack(lease));
            throw sessions.current(lease.holder().sessionId()).isPresent()
                    ? ApiProblem.forbidden()
                    : ApiProblem.unauthenticated();
        }
    }

    private void release(Context context) {
        Principal who = Principal.of(context);
        String camera = cameras.camera(context, who, Level.OPERATE);
        boolean manages = reach.camera(who, Level.MANAGE, camera);
        if (state.ask(held -> held.leases().release(camera, who.sessionId(), manages))) {
            movers.held(who, camera, "ptz.released", Map.of());
        }
        context.status(204);
    }

    private void command(Context context) {
        PtzBodies.Command.Checked sent =
                json.body(context, PtzBodies.Command.class, Json.SMALL).check();
        Principal who = Principal.of(context);
        String camera = cameras.head(context, who, Level.OPERATE);
        CompletableFuture<Boolean> dropped = new CompletableFuture<>();
        boolean told = state.ask(held -> held.tell(
                camera,
                sent.lockId(),
                who.sessionId(),
                sent.seq(),
                sent.command(),
                sent.patience(),
                (problem, begun) ->
                        noted(who, camera, sent.command(), problem, begun, () -> settle(dropped, problem))));
        json.answer(context, 202, new PtzBodies.Accepted(sent.seq(), !told || LaneState.await(dropped)));
    }

    /** Notes who moved the head, though nobody waits for the answer any more; the lane itself waits for no disk. */
    private void noted(
            Principal who,
            String camera,
            HeadCommand command,
            @Nullable ApiProblem problem,
            boolean begun,
            Runnable then) {
        Map<String, Object> facts = facts(command, problem);
        if (begun || (command.kind().isAside() && !facts.isEmpty())) {
            Threads.virtual("ptz-note", () -> {
                        if (begun) {
                            movers.moved(who, camera, facts);
                        } else {
                            movers.held(who, camera, "ptz.set", facts);
                        }
                        then.run();
                    })
                    .start();
        } else {
            then.run();
        }
    }

    /** What stands in the record of what was done; empty where no head took it, or it goes on or stops, which has no more to it. */
    private static Map<String, Object> facts(HeadCommand command, @Nullable ApiProblem problem) {
        boolean silent = problem != null && Heads.isNoAnswer(problem);
        boolean plain = command.kind().goesOn() || command.kind() == HeadCommand.Kind.STOP;
        if (plain || (problem != null && !silent)) {
            return Map.of();
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", command.kind().word());
        if (command.word() != null) {
            facts.put("to", command.word());
        } else if (command.kind().isAside()) {
            facts.put("to", command.lens());
        }
        if (silent) {
            facts.put("answered", false);
        }
        return facts;
    }

    private static void settle(CompletableFuture<Boolean> dropped, @Nullable ApiProblem problem) {
        if (problem == null) {
            dropped.complete(false);
        } else if (problem.code().equals(Steering.superseded().code())) {
            dropped.complete(true);
        } else {
            dropped.completeExceptionally(problem);
        }
    }

    private void publish(String camera, Leases.Change change, @Nullable Lease before, @Nullable Lease now) {
        Map<String, Object> data = new HashMap<>();
        data.put("cameraId", camera);
        data.put("change", change.word());
        if (now != null) {
            data.put("holder", now.holder().name());
            data.put("priority", now.priority());
            data.put("expiresAt", now.expiresAt().toString());
        }
        events.publish(new Event("ptz", "lock.changed", data, who -> reach.sees(who, camera)));
    }
}
