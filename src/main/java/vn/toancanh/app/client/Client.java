package vn.toancanh.app.client;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.access.Connection;
import vn.toancanh.access.SessionState;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.ReadWalls;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.SignOut;
import vn.toancanh.desk.WallReading;
import vn.toancanh.desk.WatchDesk;
import vn.toancanh.live.LiveCommons;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.pool.DecoderPool;
import vn.toancanh.pool.WorkerFacts;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.ui.shell.ShellParts;
import vn.toancanh.ui.shell.WallWindow;
import vn.toancanh.ui.shell.WindowPicture;
import vn.toancanh.wall.WallMemory;

/** All rooms of the operator client, joined. Made, opened and read on DESK; the rest is closed on MAIN. */
final class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private final Surroundings given;
    private final ClientOptions options;
    private final Lane desk;
    private final ThreadLane compute = new ThreadLane("COMPUTE");
    private final ThreadLane poolLane = new ThreadLane("POOL");
    private final CentralClient central;
    private final Catalogue catalogue;
    private final DecoderPool pool;
    private final LiveCommons commons;
    private final LoadMeter load;
    private final Preferences preferences;
    private final SignIn signIn;
    private final ChangeLanguage language;
    private final WatchDesk watch;
    private final ReadWalls counts;
    private final FirstContents first;
    private final List<WallOnScreen> walls = new ArrayList<>();
    private final List<WallWindow> windows = new ArrayList<>();
    private final List<Handle> held = new ArrayList<>();
    private final Stage stage = new Stage();
    private final Shell shell;
    private final Milestones milestones;
    private boolean serverAway;

    /** @param kept the settings as they were read before */
    Client(
            Surroundings given,
            ClientOptions options,
            Lane desk,
            ClientDatabase database,
            Map<String, String> kept,
            Runnable closed) {
        this.given = given;
        this.options = options;
        this.desk = desk;
        this.milestones = new Milestones(given.clock());
        preferences = new Preferences(kept, database.preferences(), desk);
        options.language()
                .or(() -> kept.containsKey(PreferenceKey.LANGUAGE.name())
                        ? Optional.empty()
                        : Optional.of(given.texts().language()))
                .ifPresent(chosen -> preferences.set(PreferenceKey.LANGUAGE, chosen));
        preferences.set(PreferenceKey.LAST_SERVER, options.server().toString());
        central = new CentralClient(CentralOptions.standard("toan-canh"), desk, given.clock());
        catalogue = new Catalogue(central.catalogue(), database.catalogue(), desk, compute);
        pool = Decoders.pool(given, desk, poolLane);
        commons = LiveCommons.on(desk, RandomGenerator.getDefault());
        load = new LoadMeter(
                pool::workers, compute, given.clock(), Runtime.getRuntime().availableProcessors());
        signIn = new SignIn(central.sessions(), preferences, catalogue);
        language = new ChangeLanguage(preferences);
        walls.add(wall(database.walls()));
        first = new FirstContents(
                options,
                catalogue,
                central.layouts(),
                walls,
                name -> given.say(language.texts().get("client.noLayout", name)));
        counts = new ReadWalls(() -> walls.stream().map(WallOnScreen::live).toList(), given.clock());
        watch = new WatchDesk(central.sessions(), catalogue, counts, load::reading, desk);
        shell = new Shell(stage, shellParts());
        stage.setOnHidden(event -> closed.run());
        held.add(catalogue.onChange(snapshot -> camerasChanged()));
        held.add(central.sessions().onChange(this::sessionChanged));
        held.add(desk.every(LiveWall.SAMPLE, this::noteAllLive));
    }

    private WallOnScreen wall(WallMemory memory) {
        LiveWall live = new LiveWall(new LiveParts(
                desk,
                given.clock(),
                central.grants(),
                pool,
                id -> catalogue.snapshot().camera(id),
                RandomGenerator.getDefault(),
                commons,
                false));
        return new WallOnScreen(live, memory, desk, given.clock());
    }

    private ShellParts shellParts() {
        return new ShellParts(
                desk,
                given.clock(),
                ZoneId.systemDefault(),
                central.sessions(),
                catalogue,
                preferences,
                signIn,
                new SignOut(central.sessions(), catalogue),
                language,
                watch,
                walls.get(0).part(),
                options.kiosk());
    }

    /** Opens the windows and signs in, where it can by itself. */
    void open(Optional<Secret> password) {
        List<Screen> screens = Screen.getScreens();
        shell.show();
        milestones.reached(Milestones.Point.WINDOW);
        int own = options.monitor().orElse(1);
        if (options.monitor().isPresent() && own <= screens.size()) {
            Rectangle2D place = screens.get(own - 1).getBounds();
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
        }
        if (options.tiles() > 0) {
            stage.setMaximized(true);
        }
        for (int monitor = 2; monitor <= Math.min(options.monitors(), screens.size()); monitor++) {
            openWindow(screens.get(monitor - 1), monitor);
        }
        if (options.user().isPresent() && password.isPresent()) {
            URI server = options.server();
            signIn.as(server.toString(), options.user().get(), password.get(), answer -> {
                if (answer instanceof SignIn.Answer.Wrong wrong) {
                    LOG.warn("sign-in: {}", wrong.failure().detail());
                    given.say(language.texts().of(wrong.failure()));
                }
            });
        }
    }

    private void openWindow(Screen screen, int number) {
        WallOnScreen wall = wall(NoMemory.INSTANCE);
        walls.add(wall);
        String title = language.texts().get("kit.product") + " " + number;
        WallWindow window = new WallWindow(screen, title, language, wall.part()::node, wall::onReading);
        windows.add(window);
        window.show();
    }

    private void sessionChanged(SessionState state) {
        if (state.signedIn().isEmpty()) {
            first.forget();
        } else {
            milestones.reached(Milestones.Point.SIGNED_IN);
        }
        if (state.connection().isOnline() && serverAway) {
            commons.comeback().everywhere();
        }
        serverAway = state.connection().phase() == Connection.Phase.AWAY;
    }

    private void camerasChanged() {
        walls.forEach(wall -> wall.live().camerasChanged());
        if (first.camerasChanged()) {
            milestones.reached(Milestones.Point.CONTENTS);
        }
    }

    private void noteAllLive() {
        if (!milestones.has(Milestones.Point.ALL_LIVE) && result().allLive()) {
            milestones.reached(Milestones.Point.ALL_LIVE);
        }
    }

    /** What the run has come to so far. */
    RunResult result() {
        WallReading reading = counts.get();
        List<Double> means = new ArrayList<>();
        List<Long> firsts = new ArrayList<>();
        for (WallOnScreen wall : walls) {
            means.addAll(wall.meter().means());
            firsts.addAll(wall.meter().firstPictures());
        }
        List<WorkerFacts> workers = pool.workers();
        return new RunResult(
                Math.max(options.tilesAsked(), reading.shown()),
                reading.live(),
                RunResult.round(
                        means.stream().mapToDouble(Double::doubleValue).min().orElse(0)),
                RunResult.round(means.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0)),
                TileMeter.percentile(firsts, 95),
                milestones.millis(Milestones.Point.WINDOW),
                milestones.millis(Milestones.Point.SIGNED_IN),
                milestones.millis(Milestones.Point.CONTENTS),
                milestones.millis(Milestones.Point.ALL_LIVE),
                (int) workers.stream().filter(worker -> worker.pid() != 0).count(),
                workers.stream().mapToInt(WorkerFacts::restarts).sum(),
                RunResult.round(milestones.sinceBegin().toMillis() / 1e3));
    }

    /** What is shown now, for {@code ./wall status}. */
    StatusReport report(long pid) {
        SessionState session = central.sessions().state();
        return new StatusReport(
                pid,
                options.server().toString(),
                session.signedIn().map(who -> who.user()).orElse(""),
                catalogue.snapshot().size(),
                TileLines.of(walls),
                pool.workers().stream()
                        .filter(worker -> worker.pid() != 0)
                        .map(worker -> new StatusReport.WorkerLine(worker.pid(), worker.streams(), worker.restarts()))
                        .toList());
    }

    /** Pictures of all windows, in memory. */
    List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture("wall-1", WindowPicture.of(shell.scene())));
        for (int i = 0; i < windows.size(); i++) {
            pictures.add(new Picture(
                    "wall-" + (i + 2), WindowPicture.of(windows.get(i).scene())));
        }
        return pictures;
    }

    /** Windows first, then what they show. On DESK. */
    void closeWindows() {
        held.forEach(Handle::close);
        stage.setOnHidden(null);
        windows.forEach(Handle::close);
        shell.close();
        watch.close();
        walls.forEach(WallOnScreen::close);
        catalogue.close();
    }

    /** Then workers, then the net. On MAIN; the store is its opener's. */
    void closeRest() {
        load.close();
        pool.close();
        poolLane.close();
        central.close();
        compute.close();
    }
}
