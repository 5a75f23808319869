package vn.toancanh.app.client;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.app.layout.WallHands;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.OneHand;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallPlan;

/** Lets layouts come to the walls of this client from a file, as by the hand of whoever works here. */
final class LayoutHands implements WallHands {
    private final Lane desk;
    private final Client client;

    LayoutHands(Lane desk, Client client) {
        this.desk = desk;
        this.client = client;
    }

    @Override
    public void look(Consumer<Seen> answer) {
        desk.execute(() -> answer.accept(new Seen(trouble(), layouts(), order(), client.catalogue.snapshot())));
    }

    @Override
    public void apply(Seen seen, Map<Integer, Layout> layouts, Consumer<Boolean> answer) {
        desk.execute(() -> {
            boolean asSeen = trouble().isEmpty() && layouts().equals(seen.windows());
            List<WallDesk> walls = client.walls.stream().map(WallOnScreen::desk).toList();
            answer.accept(asSeen && OneHand.on(walls, () -> bring(layouts)));
        });
    }

    /** False where a wall takes no changes from anybody; it takes none then for any window. */
    private boolean bring(Map<Integer, Layout> layouts) {
        for (var entry : layouts.entrySet()) {
            WallDesk wall = client.walls.get(entry.getKey() - 1).desk();
            Layout layout = entry.getValue();
            if (!WallPlan.same(wall.wall().layout(), layout)) {
                wall.showLayout(layout);
                if (!WallPlan.same(wall.wall().layout(), layout)) {
                    return false;
                }
                client.notices.tell(new Notices.Notice("client.layoutFromFile", List.of(layout.name())));
            }
        }
        return true;
    }

    private String trouble() {
        if (client.central.sessions().state().signedIn().isEmpty()) {
            return "layout.nobodySignedIn";
        }
        return client.lock.locked() ? "layout.locked" : "";
    }

    private List<Integer> order() {
        return client.monitors.desk().asMonitorsAreCounted().stream()
                .filter(number -> number <= client.walls.size())
                .toList();
    }

    private List<Layout> layouts() {
        return client.walls.stream().map(wall -> wall.desk().wall().layout()).toList();
    }
}
