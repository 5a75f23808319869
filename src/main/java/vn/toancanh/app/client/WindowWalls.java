package vn.toancanh.app.client;

import java.util.List;
import java.util.random.RandomGenerator;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.live.LiveCommons;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.Players;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.store.ClientDatabase;

/** Makes the walls of windows, and has what holds for all of them hold for one that comes later, too. Lane: DESK. */
final class WindowWalls implements MoreWindows.Hands {
    /** What all of them are made with. */
    record Parts(
            Lane desk,
            Clock clock,
            StreamGrants grants,
            Players players,
            Catalogue catalogue,
            LiveCommons commons,
            ClientDatabase database,
            SessionService sessions,
            CallingUp callUp,
            DeedLog deeds,
            AlarmsOnScreen alarms,
            SavingLayouts layouts,
            CityWallParts cityWalls,
            SteeringOnScreen steering) {}

    private final Parts parts;
    private final FirstContents first;

    /** @param first brings a wall what stood on it last */
    WindowWalls(Parts parts, FirstContents first) {
        this.parts = parts;
        this.first = first;
    }

    @Override
    public WallOnScreen make(int id) {
        LiveWall live = new LiveWall(new LiveParts(
                parts.desk(),
                parts.clock(),
                parts.grants(),
                parts.players(),
                camera -> parts.catalogue().snapshot().camera(camera),
                RandomGenerator.getDefault(),
                parts.commons(),
                camera -> parts.cityWalls().visitors.bars(id, camera),
                false));
        parts.cityWalls().visitors.join(id, live);
        WallOnScreen made = new WallOnScreen(
                live,
                parts.database().walls(id, () -> parts.sessions().current().map(Session::server)),
                parts.callUp(),
                parts.desk(),
                parts.clock(),
                parts.deeds(),
                parts.alarms()::follow);
        made.part().follow(parts.cityWalls().node, id);
        made.part().steer(parts.steering().hands());
        parts.layouts().join(made, parts.cityWalls().node);
        return made;
    }

    @Override
    public void opened(WallOnScreen wall) {
        WithoutServer.follow(parts.sessions().state(), List.of(wall), parts.commons());
        first.opened(wall);
    }

    @Override
    public void closed(WallOnScreen wall) {
        seen(wall, false);
    }

    @Override
    public void seen(WallOnScreen wall, boolean seen) {
        wall.see(seen);
        parts.alarms().see(wall.desk(), seen);
    }
}
