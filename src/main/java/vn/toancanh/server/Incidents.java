package vn.toancanh.server;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.alarms.AlarmEndpoints;
import vn.toancanh.server.alarms.ProcedureEndpoints;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.ptz.NoHeads;
import vn.toancanh.server.ptz.PtzEndpoints;
import vn.toancanh.server.records.BookmarkEndpoints;
import vn.toancanh.server.records.RecordEndpoints;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.walls.WallEndpoints;

/** What happens and who deals with it: alarms, leases on heads, walls and records, put together. */
final class Incidents implements Handle {
    /** What is taken away without a word ends within this and a moment. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final PtzEndpoints heads;
    private final List<Endpoints> endpoints;
    private final Handle looking;
    private final ThreadLane ptz;
    private final ThreadLane walls;

    private Incidents(PtzEndpoints heads, List<Endpoints> endpoints, Handle looking, ThreadLane ptz, ThreadLane walls) {
        this.heads = heads;
        this.endpoints = endpoints;
        this.looking = looking;
        this.ptz = ptz;
        this.walls = walls;
    }

    /** @param published whether a camera, by its id, may be shown to visitors */
    static Incidents open(
            Database database,
            EventRing events,
            AccessControl control,
            CameraRights rights,
            Predicate<String> published,
            AuditTrail audit,
            Json json,
            Clock clock) {
        Places places = new Places(database);
        Reach reach = new Reach(rights, places);
        ThreadLane ptz = new ThreadLane("server-ptz");
        ThreadLane walls = new ThreadLane("server-walls");
        PtzEndpoints heads = new PtzEndpoints(
                database,
                events,
                control.sessions(),
                reach,
                places,
                audit,
                control.tokens(),
                new NoHeads(),
                Principal::ptzPriority,
                ptz,
                json,
                clock);
        control.sessions().onEnded(heads::sessionEnded);
        control.sessions().onRightsChanged(heads::lookAgain);
        Handle looking = walls.every(LOOK, heads::lookAgain);
        List<Endpoints> endpoints = List.of(
                new AlarmEndpoints(
                        database, events, reach, places, audit, control.tokens(), control.gate(), json, clock),
                new ProcedureEndpoints(database, audit, json, clock),
                heads,
                new WallEndpoints(database, events, reach, published, audit, walls, json, clock),
                new RecordEndpoints(database, reach, places, control.signing(), audit, json, clock),
                new BookmarkEndpoints(database, reach, audit, json, clock));
        return new Incidents(heads, endpoints, looking, ptz, walls);
    }

    List<Endpoints> endpoints() {
        return endpoints;
    }

    /** Stops whatever moves, and waits for what is being written. */
    @Override
    public void close() {
        looking.close();
        heads.close();
        ptz.close();
        walls.close();
    }
}
