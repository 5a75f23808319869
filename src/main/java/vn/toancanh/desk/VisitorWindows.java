package vn.toancanh.desk;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.remote.CityWalls;

/**
 * The windows of this desk before which visitors stand: whoever puts a camera there, only those that are published for visitors have a picture. Which
 * windows and which cameras these are is kept, so that a start without the server shows no more; what is not known to be published has none.
 * Lane: DESK.
 */
public final class VisitorWindows implements Handle {
    /** Cameras are published and withdrawn without a word, so it is asked so often. */
    static final Duration ANEW = Duration.ofSeconds(30);

    static final PreferenceKey<String> WINDOWS = PreferenceKey.text("walls.visitors");
    static final PreferenceKey<String> CAMERAS = PreferenceKey.text("walls.published");

    private static final String BETWEEN = " ";

    private final CityWalls walls;
    private final SessionService sessions;
    private final Preferences preferences;
    private final Map<Integer, LiveWall> lives = new HashMap<>();
    private final Handle asking;
    private Set<Integer> windows = Set.of();
    private Set<CameraId> published = Set.of();

    /** @param shows false for a desk that is no wall, where no window is for visitors */
    public VisitorWindows(Lane desk, CityWalls walls, SessionService sessions, Preferences preferences, boolean shows) {
        this.walls = walls;
        this.sessions = sessions;
        this.preferences = preferences;
        if (shows) {
            windows = words(preferences.get(WINDOWS)).stream()
                    .filter(each -> each.matches("[0-9]{1,4}"))
                    .map(Integer::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
            published =
                    words(preferences.get(CAMERAS)).stream().map(CameraId::new).collect(Collectors.toUnmodifiableSet());
        }
        this.asking = desk.every(ANEW, this::ask);
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split(BETWEEN, -1));
    }

    /** That window's tiles are these. */
    public void join(int windowId, LiveWall live) {
        lives.put(windowId, live);
    }

    /** True where that window shows no picture of a camera. */
    public boolean bars(int windowId, CameraId camera) {
        return windows.contains(windowId) && !published.contains(camera);
    }

    /** Whether visitors stand before that window. */
    public void set(int windowId, boolean only) {
        if (windows.contains(windowId) == only) {
            return;
        }
        Set<Integer> next = new TreeSet<>(windows);
        if (only) {
            next.add(windowId);
        } else {
            next.remove(windowId);
        }
        windows = Set.copyOf(next);
        preferences.set(WINDOWS, next.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN)));
        lookAgain(windowId);
        ask();
    }

    /** The cameras are others, or other ones are published. */
    public void ask() {
        if (windows.isEmpty() || !sessions.state().connection().isOnline()) {
            return;
        }
        walls.published(outcome -> {
            if (outcome instanceof Outcome.Done<Set<CameraId>>(Set<CameraId> now) && !now.equals(published)) {
                published = Set.copyOf(now);
                preferences.set(
                        CAMERAS, now.stream().map(CameraId::value).sorted().collect(Collectors.joining(BETWEEN)));
                windows.forEach(this::lookAgain);
            }
        });
    }

    private void lookAgain(int windowId) {
        LiveWall live = lives.get(windowId);
        if (live != null) {
            live.camerasChanged();
        }
    }

    @Override
    public void close() {
        asking.close();
        lives.clear();
    }
}
