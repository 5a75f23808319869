package vn.toancanh.desk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.Monitor;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls;

/**
 * Finds the wall that this desk was named, and which of its screens this desk's windows are; describes what is missing where it may, and
 * says what is wrong where it may not. Lane: DESK.
 */
final class NodeRegistration {
    /** A wall that is not there yet is looked for again after so long. */
    static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(NodeRegistration.class);

    /** The wall that was found last, and at which server: it is not made again by a machine once somebody has deleted it. */
    static final PreferenceKey<String> FOUND = PreferenceKey.text("walls.found");

    private final CityWalls walls;
    private final Preferences preferences;
    private final WallNode.Windows windows;
    private final NodeName name;
    private final Consumer<Notice> told;
    private final Clock clock;
    private final Runnable whenFound;
    private final Set<Notice> said = new HashSet<>();
    private Optional<CityWall> wall = Optional.empty();
    private NodeScreens screens = NodeScreens.NONE;
    private Map<Integer, Monitor> paired = Map.of();
    private boolean asking;
    private boolean described;
    private long next;
    private boolean due = true;

    /** @param whenFound hears that the wall is there, or is described otherwise */
    NodeRegistration(
            CityWalls walls,
            Preferences preferences,
            WallNode.Windows windows,
            NodeName name,
            Consumer<Notice> told,
            Clock clock,
            Runnable whenFound) {
        this.walls = walls;
        this.preferences = preferences;
        this.windows = windows;
        this.name = name;
        this.told = told;
        this.clock = clock;
        this.whenFound = whenFound;
    }

    Optional<CityWall> wall() {
        return wall;
    }

    /** Ids of screens, by the ids of the windows that are these. */
    Map<Integer, String> screens() {
        return screens.screens();
    }

    /** That wall is another, or what stands on it. */
    void changed(String wallId) {
        if (wall.isEmpty() || wall.get().id().equals(wallId)) {
            due = true;
        }
    }

    /** Whoever may describe it may be another by now. */
    void afresh() {
        due = true;
        described = false;
    }

    /** A screen is this desk's, as the server has it. */
    void heard(String screen) {
        said.removeIf(notice -> notice.args().contains(screen));
    }

    /** The server would not have a screen's report. */
    void refused(String screen, Failure failure) {
        switch (failure.kind()) {
            case NOT_FOUND -> {
                wall = Optional.empty();
                due = true;
            }
            case CONFLICT -> say("walls.nodeTaken", name.wall(), screen);
            case FORBIDDEN -> say("walls.nodeNotYours", name.wall(), screen);
            case BAD_INPUT, UNSUPPORTED -> {
                if (say("walls.nodeRefused", name.wall(), screen)) {
                    LOG.warn("the server will not have what screen {} reports: {}", screen, failure.detail());
                }
            }
            default -> {
                // that the server is away is said elsewhere
            }
        }
    }

    /** Looks for the wall where it is time. */
    void look() {
        boolean otherWindows = !paired.equals(homes());
        boolean time = due
                || (clock.nanos() - next >= 0
                        && (wall.isEmpty() || !screens.homeless().isEmpty()));
        if (asking || !(time || otherWindows)) {
            return;
        }
        asking = true;
        due = false;
        walls.list(outcome -> {
            asking = false;
            next = clock.nanos() + AGAIN.toNanos();
            if (outcome instanceof Outcome.Done<List<CityWall>>(List<CityWall> all)) {
                settle(all.stream()
                        .filter(this::isIt)
                        .findFirst()
                        .or(() -> all.stream()
                                .filter(each -> each.id().equals(name.id()))
                                .findFirst()));
            }
        });
    }

    private Map<Integer, Monitor> homes() {
        return windows.now().stream().collect(Collectors.toMap(NodeWindow::id, NodeWindow::monitor));
    }

    private boolean isIt(CityWall each) {
        return each.id().equals(name.wall()) || each.name().equalsIgnoreCase(name.wall());
    }

    private void settle(Optional<CityWall> there) {
        CityWall now = there.orElseGet(() -> new CityWall(name.id(), name.wall(), List.of(), 0));
        Map<Integer, Monitor> homes = homes();
        described &= homes.equals(paired);
        paired = homes;
        screens = NodeScreens.of(now, windows.now(), name.screen());
        boolean another = !there.equals(wall);
        wall = there;
        if (there.isEmpty() && preferences.get(FOUND).equals(found())) {
            say("walls.nodeDeleted", name.wall());
        } else if (!screens.homeless().isEmpty()) {
            describe(now);
        }
        if (there.isPresent() && !preferences.get(FOUND).equals(found())) {
            preferences.set(FOUND, found());
        }
        if (there.isPresent() && another) {
            whenFound.run();
        }
    }

    private String found() {
        return preferences.get(PreferenceKey.LAST_SERVER) + " " + name.wall();
    }

    /** Once, until something is another: who may not does not ask again and again. */
    private void describe(CityWall now) {
        if (described) {
            return;
        }
        described = true;
        asking = true;
        walls.describe(screens.completed(now, name.screen()), outcome -> {
            asking = false;
            switch (outcome) {
                case Outcome.Done<CityWall>(CityWall made) -> {
                    described = false;
                    settle(Optional.of(made));
                }
                case Outcome.Failed<CityWall>(Failure failure) -> {
                    switch (failure.kind()) {
                        case FORBIDDEN -> say(wall.isEmpty() ? "walls.nodeUnknown" : "walls.nodeNoScreen", name.wall());
                        case CONFLICT -> afresh();
                        default -> described = false;
                    }
                }
            }
        });
    }

    /** True where it was not said before. */
    private boolean say(String key, Object... args) {
        Notice notice = new Notice(key, List.of(args));
        boolean news = said.add(notice);
        if (news) {
            told.accept(notice);
        }
        return news;
    }
}
