package vn.toancanh.app.client;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.SessionState;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.screens.ScreenMonitors;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.central.CentralClient;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.PasswordTries;
import vn.toancanh.desk.ReadWalls;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.SignOut;
import vn.toancanh.desk.WatchDesk;
import vn.toancanh.live.Governor;
import vn.toancanh.live.LiveCommons;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.pool.DecoderPool;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.ui.shell.MonitorPart;
import vn.toancanh.ui.shell.ShellParts;
import vn.toancanh.wall.KeptWindow;

/** All rooms of the operator client, joined. Made, opened and read on DESK; the rest is closed on MAIN. */
final class Client {
    private final Surroundings given;
    private final ClientOptions options;
    private final Lane desk;
    final MonitorPart monitors;
    private final ThreadLane compute = new ThreadLane("COMPUTE");
    private final ThreadLane hashes = new ThreadLane("HASHES");
    private final WithoutServer without;
    final CentralClient central;
    private final AlarmsOnScreen alarms;
    private final ShiftOnScreen shift;
    final SteeringOnScreen steering;
    final Catalogue catalogue;
    private final LiveCommons commons;
    private final LoadMeter load;
    private final Preferences preferences;
    final LockDesk lock;
    private final SignIn signIn;
    private final ChangeLanguage language;
    final Notices notices;
    private final WatchDesk watch;
    private final ReadWalls counts;
    private final FirstContents first;
    private final DeskDeeds deeds;
    private final CityWallParts cityWalls;
    final List<WallOnScreen> walls = new ArrayList<>();
    final MoreWindows windows;
    private final List<Handle> held = new ArrayList<>();
    final MainWindow window;
    private final Milestones milestones;
    final Readings readings;
    private final Leaving leaving;

    /**
     * @param screens the monitors there are
     * @param terms which windows are to be on them
     * @param kept the settings as they were read before
     * @param pool closed by whoever made it
     */
    Client(
            Surroundings given,
            ClientOptions options,
            Lane desk,
            ScreenMonitors screens,
            MonitorDesk.Terms terms,
            ClientDatabase database,
            Map<String, String> kept,
            DecoderPool pool,
            Runnable closed) {
        this.given = given;
        this.options = options;
        this.desk = desk;
        var clock = given.clock();
        var desks = WallOnScreen.each(walls, WallOnScreen::desk);
        this.milestones = new Milestones(clock);
        preferences = FirstPreferences.of(options, kept, given.texts().language(), database.preferences(), desk);
        MonitorDesk places = new MonitorDesk(desk, screens, preferences, terms);
        monitors = new MonitorPart(places, screens, options.placed());
        ServerPins pins = new ServerPins(kept, options.pin());
        without = new WithoutServer(desk, clock, database);
        central = new CentralClient(CentralOptions.standard("toan-canh"), desk, clock, pins, without.rights());
        catalogue = new Catalogue(central.catalogue(), database.catalogue(), desk, compute);
        StreamGrants grants = without.grants(central, catalogue, held);
        commons = LiveCommons.on(desk, RandomGenerator.getDefault());
        load = LoadMeter.ofThisMachine(pool::processes, compute, clock);
        PasswordTries tries = new PasswordTries(desk, hashes, clock);
        lock = new LockDesk(
                desk,
                clock,
                hashes,
                central.sessions(),
                preferences,
                database.passwords(),
                tries,
                options.user().isEmpty());
        signIn = new SignIn(
                central.sessions(), preferences, catalogue, pins, lock::know, without.here(preferences, tries));
        language = new ChangeLanguage(preferences);
        held.add(FirstPreferences.goAlong(options, desk, clock, central, preferences));
        notices = new Notices(desk);
        deeds = new DeskDeeds(desk, clock, database.deeds(), central.deeds(), notices::tell);
        SavingLayouts layouts = new SavingLayouts(
                central,
                without.layouts(central, held),
                database,
                catalogue,
                preferences,
                desk,
                clock,
                without.rights()::now,
                desks,
                notices,
                options.kiosk());
        CallingUp callUp = new CallingUp(
                desk, catalogue, layouts.library(), preferences, desks, wall -> WallOnScreen.seen(walls, wall));
        callUp.follow(central.sessions(), layouts::open);
        alarms = new AlarmsOnScreen(
                central, deeds.log(), catalogue, preferences, options.kiosk(), desk, compute, clock, notices::tell);
        shift = new ShiftOnScreen(
                !options.kiosk(), central, database, deeds, alarms, catalogue, places, walls, desk, compute, clock);
        shift.tellTo(notices::tell);
        steering = new SteeringOnScreen(
                central.heads(), central.sessions(), catalogue::snapshot, lock, preferences, walls, desk, clock);
        held.addAll(List.of(steering.noteIn(shift.book()), callUp, alarms, shift, layouts));
        first = new FirstContents(options, catalogue, layouts.library(), walls, this::tell);
        first.onPlaced(() -> milestones.reached(Milestones.Point.CONTENTS));
        cityWalls = new CityWallParts(
                given, options, desk, central, catalogue, preferences, places, walls, first, database, this::tell);
        shift.noteAlso(cityWalls.pushing, central.walls(), central.sessions(), callUp.rotation());
        WindowWalls made = new WindowWalls(
                new WindowWalls.Parts(
                        desk,
                        clock,
                        grants,
                        pool,
                        catalogue,
                        commons,
                        database,
                        central.sessions(),
                        callUp,
                        deeds.log(),
                        alarms,
                        layouts,
                        cityWalls,
                        steering),
                first);
        walls.add(made.make(KeptWindow.MAIN));
        windows = new MoreWindows(monitors, language, lock, central.sessions(), clock, options.kiosk(), walls, made);
        counts = new ReadWalls(WallOnScreen.each(walls, WallOnScreen::live), clock);
        Governor governor = new Governor(
                desk, clock, WallOnScreen.each(walls, WallOnScreen::live), load::use, Governor.Budget.USUAL, commons);
        watch = new WatchDesk(central.sessions(), catalogue, counts, load::reading, database::trouble, desk);
        leaving = new Leaving(options, central.sessions(), without.rights());
        window = new MainWindow(() -> leaving.byHand(closed));
        held.addAll(List.of(cityWalls, governor, catalogue.onChange(any -> camerasChanged())));
        held.add(central.sessions().onChange(this::sessionChanged));
        Heartbeat heartbeat = new Heartbeat(desk, clock);
        readings = new Readings(options, counts, walls, milestones, heartbeat, pool::workers, watch, places);
        held.add(desk.every(LiveWall.SAMPLE, readings::noteAllLive));
        held.add(MachineNetworks.watch(desk, compute, commons.comeback()));
        held.addAll(List.of(heartbeat, lock, without, places, new AwayWords(places, walls, notices, language, desk)));
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
                new SignOut(central.sessions(), catalogue, preferences, without.rights()),
                lock,
                language,
                watch,
                notices,
                alarms.model(),
                AdministrationOnScreen.model(central, catalogue, lock, given.clock(), shift::trailKept),
                shift.model(),
                cityWalls.pushing,
                steering.sticks(),
                walls.get(0).part(),
                monitors,
                options.kiosk());
    }

    /** Begins to sign in, where it can by itself: the answer is on its way while the window is made. */
    void begin(Optional<Secret> password) {
        if (options.user().isPresent() && password.isPresent()) {
            held.add(new UnattendedSignIn(
                    given,
                    options,
                    options.user().get(),
                    password.get(),
                    signIn,
                    central.sessions(),
                    desk,
                    language,
                    window::answered));
        } else {
            window.isKnown();
        }
    }

    /** Opens the windows. */
    void open() {
        window.open(shellParts(), options.tiles() > 0);
        held.add(window.onceItHasItsSize(desk, this::placeFirst));
        milestones.reached(Milestones.Point.WINDOW);
        windows.open(window.keysElsewhere());
    }

    private void tell(Notices.Notice notice) {
        notices.tell(notice);
        given.say(language.texts().get(notice.textKey(), notice.args().toArray()));
    }

    private void sessionChanged(SessionState state) {
        deeds.follow(state, walls);
        WithoutServer.follow(state, walls, commons);
        if (state.signedIn().isEmpty()) {
            first.forget();
            notices.withdrawOffers();
            return;
        }
        window.isKnown();
        if (state.connection().isOnline()) {
            milestones.reached(Milestones.Point.SIGNED_IN);
            first.serverIsBack();
        }
    }

    private void camerasChanged() {
        walls.forEach(wall -> wall.live().camerasChanged());
        placeFirst();
    }

    private void placeFirst() {
        if (window.hasItsSize() && first.camerasChanged()) {
            window.layNow();
        }
    }

    /** Why not all that was asked for is on show and live; empty where all is. */
    Optional<String> shortfall() {
        return readings.shortfall(language.texts());
    }

    /** True where another wall stands than the layout that was asked for. */
    boolean layoutMissed() {
        return options.layout().isPresent() && first.layoutMissed();
    }

    /** What whoever holds the leash says. */
    void obey(String line) {
        new LeashWords(new LeashHands(catalogue, first, walls.getFirst(), commons.warm(), steering)).take(line);
    }

    /** Windows first, then what they show. On DESK. */
    void closeWindows() {
        held.forEach(Handle::close);
        window.forget();
        windows.close();
        window.close();
        watch.close();
        walls.forEach(WallOnScreen::close);
        catalogue.close();
        leaving.settle(language.texts(), given.clock().now()).ifPresent(given::say);
    }

    /** Then the net. On MAIN; the store and the workers are their opener's. */
    void closeRest() {
        load.close();
        steering.end();
        central.close();
        hashes.close();
        compute.close();
    }
}
