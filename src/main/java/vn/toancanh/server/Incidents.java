package vn.toancanh.server;

import java.time.Duration;
import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.alarms.AlarmEndpoints;
import vn.toancanh.server.alarms.ProcedureEndpoints;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.ShownPictures;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.CameraAddresses;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.ptz.OnvifHeads;
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
    private final OnvifHeads devices;
    private final List<Endpoints> endpoints;
    private final Handle looking;
    private final ThreadLane ptz;
    private final ThreadLane walls;

    private Incidents(
            PtzEndpoints heads,
            OnvifHeads devices,
            List<Endpoints> endpoints,
            Handle looking,
            ThreadLane ptz,
            ThreadLane walls) {
        this.heads = heads;
        this.devices = devices;
        this.endpoints = endpoints;
        this.looking = looking;
        this.ptz = ptz;
        this.walls = walls;
    }

    /** @param cameras addresses that cameras may have */
    static Incidents open(
            Database database,
            EventRing events,
            AccessControl control,
            CameraRights rights,
            Inventory inventory,
            CameraAddresses cameras,
            AuditTrail audit,
            ShownPictures shown,
            Json json,
            Clock clock) {
        Places places = new Places(database);
        Reach reach = new Reach(rights, places);
        ThreadLane ptz = new ThreadLane("server-ptz");
        OnvifHeads devices = OnvifHeads.of(inventory, cameras, clock);
        ThreadLane walls = new ThreadLane("server-walls");
        PtzEndpoints heads = new PtzEndpoints(
                database,
                events,
                control.sessions(),
                reach,
                places,
                audit,
                control.tokens(),
                devices,
                Principal::ptzPriority,
                ptz,
                json,
                clock);
        control.sessions().onEnded(heads::sessionEnded);
        control.sessions().onRightsChanged(heads::lookAgain);
        Handle looking = walls.every(LOOK, heads::lookAgain);
        List<Endpoints> endpoints = List.of(
                new AlarmEndpoints(
                        database,
                        events,
                        reach,
                        control.people(),
                        places,
                        audit,
                        shown,
                        control.tokens(),
                        control.gate(),
                        json,
                        clock),
                new ProcedureEndpoints(database, audit, json, clock),
                heads,
                heads.presets(devices),
                heads.equipment(devices),
                new WallEndpoints(database, events, reach, inventory::isPublished, audit, walls, json, clock),
                new RecordEndpoints(database, reach, places, control.signing(), audit, json, clock),
                new BookmarkEndpoints(database, reach, audit, json, clock));
        return new Incidents(heads, devices, endpoints, looking, ptz, walls);
    }

    List<Endpoints> endpoints() {
        return endpoints;
    }

    /** Stops whatever moves, and waits for what is being written. */
    @Override
    public void close() {
        looking.close();
        heads.close();
        devices.close();
        ptz.close();
        walls.close();
    }
}
