package vn.toancanh.app.client;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.LayoutLibrary;

/**
 * What stands on the walls first, once the cameras are known: the layout asked for, so many cameras, or the wall of last
 * time. Lane: DESK.
 */
final class FirstContents {
    private static final Logger LOG = LoggerFactory.getLogger(FirstContents.class);

    private final ClientOptions options;
    private final Catalogue catalogue;
    private final LayoutLibrary layouts;
    private final List<WallOnScreen> walls;
    private final Consumer<String> noLayout;
    private boolean shown;

    /**
     * Shows nothing yet.
     *
     * @param walls of all windows; later ones are seen too
     * @param noLayout told the name of a layout that the server does not have
     */
    FirstContents(
            ClientOptions options,
            Catalogue catalogue,
            LayoutLibrary layouts,
            List<WallOnScreen> walls,
            Consumer<String> noLayout) {
        this.options = options;
        this.catalogue = catalogue;
        this.layouts = layouts;
        this.walls = walls;
        this.noLayout = noLayout;
    }

    /** Somebody signed out: whoever signs in next gets first contents again. */
    void forget() {
        shown = false;
    }

    /** The cameras are others than before; true where the walls get their first contents now. */
    boolean camerasChanged() {
        int cameras = catalogue.snapshot().size();
        boolean moreToCome = cameras < options.tiles() && catalogue.state().fetching();
        if (shown || cameras == 0 || moreToCome) {
            return false;
        }
        shown = true;
        if (options.layout().isPresent()) {
            openLayout(options.layout().get());
        } else if (options.tiles() > 0) {
            fill();
        } else {
            walls.get(0).desk().restore(came -> LOG.info("last wall restored: {}", came));
        }
        return true;
    }

    private void openLayout(String name) {
        layouts.find(name, answer -> {
            Optional<Layout> found = answer instanceof Outcome.Done<Optional<Layout>>(Optional<Layout> layout)
                    ? layout
                    : Optional.empty();
            if (found.isPresent()) {
                walls.get(0).desk().showLayout(found.get());
            } else {
                noLayout.accept(name);
            }
        });
    }

    /** The first cameras by number, spread evenly over the windows. */
    private void fill() {
        List<CameraId> cameras = catalogue.snapshot().cameras().stream()
                .sorted(Comparator.comparingInt(
                        camera -> camera.number() == null ? Integer.MAX_VALUE : camera.number()))
                .limit(options.tiles())
                .map(Camera::id)
                .toList();
        int each = Math.ceilDiv(cameras.size(), walls.size());
        for (int i = 0; i < walls.size(); i++) {
            int from = Math.min(cameras.size(), i * each);
            walls.get(i).desk().showAll(cameras.subList(from, Math.min(cameras.size(), from + each)));
        }
    }
}
