package vn.toancanh.app.client;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.NodeWindow;
import vn.toancanh.desk.VisitorWindows;
import vn.toancanh.desk.WallNode;
import vn.toancanh.store.ClientDatabase;

/** The windows of this client as screens of a wall of the city. Lane: DESK. */
final class NodeOnScreen implements WallNode.Windows {
    private final MonitorDesk monitors;
    private final List<WallOnScreen> walls;
    private final FirstContents first;
    private final ClientDatabase database;
    private final VisitorWindows visitors;

    /** @param walls of all windows, in the order of their numbers */
    NodeOnScreen(
            MonitorDesk monitors,
            List<WallOnScreen> walls,
            FirstContents first,
            ClientDatabase database,
            VisitorWindows visitors) {
        this.monitors = monitors;
        this.walls = walls;
        this.first = first;
        this.database = database;
        this.visitors = visitors;
    }

    @Override
    public boolean ready() {
        return first.settled();
    }

    @Override
    public List<NodeWindow> now() {
        List<NodeWindow> windows = new ArrayList<>();
        for (MonitorDesk.Window window : monitors.windows()) {
            // A window that opens just now has its wall a moment later.
            if (window.number() <= walls.size()) {
                windows.add(new NodeWindow(
                        window.id(),
                        window.number(),
                        window.home(),
                        walls.get(window.number() - 1).desk(),
                        database.walls(window.id()),
                        database.beneath(window.id())));
            }
        }
        return windows;
    }

    @Override
    public void visitors(int windowId, boolean only) {
        visitors.set(windowId, only);
    }
}
