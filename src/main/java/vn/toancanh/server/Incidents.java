package vn.toancanh.server;

import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.alarms.AlarmEndpoints;
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
    private final PtzEndpoints heads;
    private final List<Endpoints> endpoints;
    private final ThreadLane ptz;
    private final ThreadLane walls;

    private Incidents(PtzEndpoints heads, List<Endpoints> endpoints, ThreadLane ptz, ThreadLane walls) {
        this.heads = heads;
        this.endpoints = endpoints;
        this.ptz = ptz;
        this.walls = walls;
    }

    static Incidents open(
            Database database,
            EventRing events,
            AccessControl control,
            CameraRights rights,
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
                reach,
                places,
                audit,
                control.tokens(),
                new NoHeads(),
                // Roles know no priority yet: all are equal, and only a reason takes a head from its holder.
                who -> 0,
                ptz,
                json,
                clock);
        control.sessions().onEnded(heads::sessionEnded);
        List<Endpoints> endpoints = List.of(
                new AlarmEndpoints(
                        database, events, reach, places, audit, control.tokens(), control.gate(), json, clock),
                heads,
                // No camera is published for visitors yet, so a restricted screen is given none.
                new WallEndpoints(database, events, reach, camera -> false, audit, walls, json, clock),
                new RecordEndpoints(database, reach, places, audit, json, clock),
                new BookmarkEndpoints(database, reach, audit, json, clock));
        return new Incidents(heads, endpoints, ptz, walls);
    }

    List<Endpoints> endpoints() {
        return endpoints;
    }

    /** Stops whatever moves, and waits for what is being written. */
    @Override
    public void close() {
        heads.close();
        ptz.close();
        walls.close();
    }
}
