package vn.toancanh.app.client;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.NodeName;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.VisitorWindows;
import vn.toancanh.desk.WallNode;
import vn.toancanh.model.Layout;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.wall.KeptWindow;

/** What this client has of the walls of the city: the one that it shows, where it shows one, and all others in its hands. Lane: DESK. */
final class CityWallParts implements Handle {
    final VisitorWindows visitors;
    final WallNode node;
    final PushDesk pushing;

    /**
     * @param walls of all windows, in the order of their numbers
     * @param told what people here should know
     */
    CityWallParts(
            Surroundings given,
            ClientOptions options,
            Lane desk,
            CentralClient central,
            Catalogue catalogue,
            Preferences preferences,
            MonitorDesk monitors,
            List<WallOnScreen> walls,
            FirstContents first,
            ClientDatabase database,
            Consumer<Notices.Notice> told) {
        PlaceRights rights = new PlaceRights(central.sessions(), catalogue);
        visitors = new VisitorWindows(
                desk,
                central.walls(),
                central.sessions(),
                preferences,
                options.wall().isPresent());
        node = new WallNode(
                desk,
                given.clock(),
                central.walls(),
                central.sessions(),
                rights,
                preferences,
                new NodeOnScreen(monitors, walls, first, database, visitors),
                options.wall().orElse(NodeName.NONE),
                UUID::randomUUID,
                told);
        first.under(new FirstContents.Beneath() {
            @Override
            public boolean covered() {
                return node.plate(KeptWindow.MAIN).isPresent();
            }

            @Override
            public void keep(Layout layout) {
                database.beneath(KeptWindow.MAIN).save(layout);
            }
        });
        pushing = new PushDesk(
                desk,
                central.walls(),
                rights,
                () -> walls.getFirst().desk().wall().layout(),
                DeskName.here(),
                UUID::randomUUID);
    }

    @Override
    public void close() {
        node.close();
        visitors.close();
        pushing.close();
    }
}
