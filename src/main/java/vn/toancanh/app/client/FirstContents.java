package vn.toancanh.app.client;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.LayoutLibrary;

/**
 * What stands on the walls first, once the cameras are known: the layout asked for, so many cameras, or the wall of last
 * time. A layout that cannot be had yet or at all leaves the wall of last time, and says so; one that is had while somebody elsewhere
 * has put something there comes when that ends. Lane: DESK.
 */
final class FirstContents {
    private static final Logger LOG = LoggerFactory.getLogger(FirstContents.class);
    private static final int MOST_NAMES = 8;

    /** What lies beneath a wall on which somebody elsewhere has put something. */
    interface Beneath {
        Beneath NOTHING = new Beneath() {
            @Override
            public boolean covered() {
                return false;
            }

            @Override
            public void keep(Layout layout) {}
        };

        /** True while that stands on the main wall. */
        boolean covered();

        /** What comes when it ends. */
        void keep(Layout layout);
    }

    private final ClientOptions options;
    private final Catalogue catalogue;
    private final LayoutLibrary layouts;
    private final List<WallOnScreen> walls;
    private final Consumer<Notice> told;
    private boolean shown;
    private boolean layoutToCome;
    private boolean layoutMissed;
    private int restoring;
    private Runnable placed = () -> {};
    private Beneath beneath = Beneath.NOTHING;

    /**
     * Shows nothing yet.
     *
     * @param walls of all windows; later ones are seen too
     * @param told what the operator should know of the layout asked for
     */
    FirstContents(
            ClientOptions options,
            Catalogue catalogue,
            LayoutLibrary layouts,
            List<WallOnScreen> walls,
            Consumer<Notice> told) {
        this.options = options;
        this.catalogue = catalogue;
        this.layouts = layouts;
        this.walls = walls;
        this.told = told;
    }

    /** This desk is a wall of the city. */
    void under(Beneath wall) {
        beneath = wall;
    }

    /** Tells each time when all walls have what was kept of them, or begin without. */
    void onPlaced(Runnable listener) {
        placed = listener;
    }

    /** Somebody signed out: whoever signs in next gets first contents again, and nothing to take back. */
    void forget() {
        begun();
        shown = false;
        layoutToCome = false;
        layoutMissed = false;
    }

    /** True where another wall stands than the layout that was asked for. */
    boolean layoutMissed() {
        return layoutMissed || layoutToCome;
    }

    /**
     * True once every wall has what it is to begin with, as far as that can be had: nothing, where the server has said that whoever is
     * signed in here sees no camera.
     */
    boolean settled() {
        return restoring == 0 && (shown || seesNone());
    }

    private boolean seesNone() {
        CatalogueState state = catalogue.state();
        return catalogue.snapshot().size() == 0 && state.asOf() != null && !state.fromCache();
    }

    /** The cameras are others than before; true where the walls get their first contents now. */
    boolean camerasChanged() {
        int cameras = catalogue.snapshot().size();
        boolean moreToCome = cameras < options.tiles() && catalogue.state().fetching();
        if (shown || cameras == 0 || moreToCome) {
            return false;
        }
        shown = true;
        // Some answer at once, and it is not all done before the last is asked.
        restoring++;
        if (options.tiles() == 0) {
            walls.stream().skip(1).forEach(this::opened);
        }
        if (options.layout().isPresent()) {
            layoutToCome = true;
            openLayout(options.layout().get());
        } else if (options.tiles() > 0) {
            show(1, options.tiles());
        } else {
            restore(came -> {});
        }
        restoring--;
        tellPlaced();
        return true;
    }

    private void tellPlaced() {
        if (shown && restoring == 0) {
            placed.run();
        }
    }

    /** One more window has opened: it gets its wall of last time, now or together with the others. */
    void opened(WallOnScreen wall) {
        if (shown) {
            restore(wall, came -> {});
        }
    }

    /** The server answers again: a layout that it could not give before may be had now. */
    void serverIsBack() {
        if (layoutToCome && (beneath.covered() || !walls.get(0).desk().touched())) {
            openLayout(options.layout().orElseThrow());
        }
    }

    private void openLayout(String name) {
        layouts.find(name, answer -> {
            switch (answer) {
                case Outcome.Done<Optional<Layout>>(Optional<Layout> found) -> {
                    layoutToCome = false;
                    found.ifPresentOrElse(this::begin, () -> noSuchLayout(name));
                }
                case Outcome.Failed<Optional<Layout>>(Failure failure) -> {
                    LOG.warn("layout not fetched: {}", failure.detail());
                    if (!failure.kind().passing()) {
                        layoutToCome = false;
                        layoutMissed = true;
                        instead(came -> told.accept(new Notice("client.layoutRefused", List.of(name, came))));
                    } else {
                        instead(came -> {});
                    }
                }
            }
        });
    }

    private void begin(Layout layout) {
        if (beneath.covered()) {
            beneath.keep(layout);
            restore(came -> {});
        } else {
            walls.get(0).desk().showLayout(layout);
        }
        begun();
    }

    /** Before first contents there is nothing that a person could want back. */
    private void begun() {
        walls.forEach(wall -> wall.desk().changes().forget());
    }

    private void noSuchLayout(String name) {
        layoutMissed = true;
        instead(came -> layouts.list(answer -> {
            List<String> names =
                    answer instanceof Outcome.Done<List<LayoutLibrary.Entry>>(List<LayoutLibrary.Entry> entries)
                            ? entries.stream().map(LayoutLibrary.Entry::name).toList()
                            : List.of();
            told.accept(
                    names.isEmpty()
                            ? new Notice("client.noLayout", List.of(name, came))
                            : new Notice("client.otherLayouts", List.of(name, some(names), came)));
        }));
    }

    private static String some(List<String> names) {
        String joined = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() > MOST_NAMES ? joined + ", …" : joined;
    }

    /** In place of a layout that is not to be had; {@code then} hears 1 where that is the wall of last time, else 0. */
    private void instead(Consumer<Integer> then) {
        if (options.tiles() > 0) {
            show(1, options.tiles());
            then.accept(0);
        } else {
            restore(came -> then.accept(came ? 1 : 0));
        }
    }

    private void restore(Consumer<Boolean> then) {
        restore(walls.getFirst(), then);
    }

    private void restore(WallOnScreen wall, Consumer<Boolean> then) {
        restoring++;
        wall.desk().restore(id -> catalogue.snapshot().camera(id).isPresent(), came -> {
            restoring--;
            LOG.info("last wall restored: {}", came);
            then.accept(came);
            tellPlaced();
        });
    }

    /**
     * Cameras in the order of their numbers, spread evenly over the windows that can be seen.
     *
     * @param place of the first one in that order, from 1
     */
    void show(int place, int count) {
        List<CameraId> cameras = catalogue.snapshot().cameras().stream()
                .sorted(Comparator.comparingInt(
                        camera -> camera.number() == null ? Integer.MAX_VALUE : camera.number()))
                .skip(place - 1L)
                .limit(count)
                .map(Camera::id)
                .toList();
        List<WallOnScreen> seen = walls.stream().filter(WallOnScreen::seen).toList();
        int each = Math.ceilDiv(cameras.size(), Math.max(1, seen.size()));
        for (int i = 0; i < seen.size(); i++) {
            int from = Math.min(cameras.size(), i * each);
            WallDesk wall = seen.get(i).desk();
            List<CameraId> here = cameras.subList(from, Math.min(cameras.size(), from + each));
            wall.changes().freely(() -> wall.showAll(here));
        }
        begun();
    }
}
