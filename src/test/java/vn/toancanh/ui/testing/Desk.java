package vn.toancanh.ui.testing;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import vn.toancanh.access.KeptRightsInMemory;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.ServerTime;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.administration.FakeAdministration;
import vn.toancanh.administration.FakeCertificates;
import vn.toancanh.administration.FakePublishing;
import vn.toancanh.administration.FakeTrail;
import vn.toancanh.alarms.AlarmBell;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.FakeAlarms;
import vn.toancanh.base.Argon2id;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueSource;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.GoOnHere;
import vn.toancanh.desk.HandoverDesk;
import vn.toancanh.desk.LoadReading;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.PasswordTries;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.SignOut;
import vn.toancanh.desk.WallReading;
import vn.toancanh.desk.WatchDesk;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.shift.FakeHandovers;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;
import vn.toancanh.shift.StandingWall;
import vn.toancanh.ui.administration.AdministrationModel;
import vn.toancanh.ui.administration.TrailParts;
import vn.toancanh.ui.alarms.AlarmsModel;
import vn.toancanh.ui.shell.MonitorPart;
import vn.toancanh.ui.shell.ShellParts;
import vn.toancanh.ui.shell.WallPart;
import vn.toancanh.ui.shift.ShiftModel;
import vn.toancanh.wall.FakeMonitors;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.FakeCityWalls;

/** Everything behind the windows, made of fakes. */
public final class Desk {
    public final FakeSessions sessions;
    public final FakeWall wall;
    public final Preferences preferences;
    public final Catalogue catalogue;
    public final ChangeLanguage language;
    public final SignIn signIn;
    public final PasswordTries tries;
    public final LockDesk lock;
    public final ServerPins pins = new ServerPins();
    public final KeptHashes hashes = new KeptHashes();
    public final Notices notices;
    /** The walls of the city; offered only where a test says so. */
    public final FakeCityWalls cityWalls = new FakeCityWalls();

    public final PushDesk pushing;
    public final DeskSticks sticks;
    public final Kept kept = new Kept();
    public final KeptRightsInMemory keptRights = new KeptRightsInMemory();
    public final OfflineRights rights;
    public final CitySource source;
    public final ShellParts parts;
    public final FakeAlarms alarmServer = new FakeAlarms();
    public final AlarmBook alarmBook;
    public final FakeMonitors monitors;
    /** How often the tone sounded. */
    public int rings;

    public final AlarmsModel alarms;
    public final FakeAdministration administrationServer = new FakeAdministration();
    public final FakePublishing publishingServer = new FakePublishing();
    /** Certificates of cameras; offered only where a test says so. */
    public final FakeCertificates certificatesServer = new FakeCertificates();
    /** The audit trail; offered only where a test says so. */
    public final FakeTrail trailServer = new FakeTrail();

    public final AdministrationModel administration;
    public final FakeHandovers handoverServer = new FakeHandovers();
    public final ShiftsInMemory shifts;
    public final ShiftBook shiftBook;

    /** What stands on the walls where a shift is handed over. */
    public List<StandingWall> standing = List.of();

    public final DeedLog deeds;
    public final ShiftModel shift;
    /** What was kept as files: the name and the text. */
    public final Map<String, String> files = new TreeMap<>();

    /** Why what is to be kept is not, if it is not. */
    public final AtomicReference<Optional<Failure>> keeping = new AtomicReference<>(Optional.empty());

    /** A desk in a city of that many cameras with a wall of that many columns. DESK lane. */
    public Desk(
            Lane desk,
            Lane compute,
            int cameras,
            int side,
            Map<String, String> kept,
            boolean kiosk,
            Supplier<WallReading> reading) {
        this(desk, compute, new FakeSessions(), new CitySource(City.of(cameras)), side, kept, kiosk, reading);
    }

    /** A desk at a server, which may be a real one. DESK lane. */
    public Desk(
            Lane desk,
            Lane compute,
            SessionService sessions,
            CatalogueSource source,
            int side,
            Map<String, String> kept,
            boolean kiosk,
            Supplier<WallReading> reading) {
        this.sessions = sessions instanceof FakeSessions fake ? fake : new FakeSessions();
        wall = new FakeWall(side);
        monitors = new FakeMonitors();
        preferences = new Preferences(
                kept,
                new PreferenceStore() {
                    @Override
                    public Map<String, String> load() {
                        return Map.of();
                    }

                    @Override
                    public void save(String name, String value) {}
                },
                desk);
        this.source = source instanceof CitySource told ? told : new CitySource(City.of(0));
        catalogue = new Catalogue(source, this.kept, desk, compute);
        notices = new Notices(desk);
        language = new ChangeLanguage(preferences);
        Clock clock = new Clock() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public Instant now() {
                return Instant.parse("2026-11-21T07:02:31Z");
            }
        };
        tries = new PasswordTries(desk, compute, clock);
        lock = new LockDesk(desk, clock, compute, sessions, preferences, hashes, tries, true);
        rights = new OfflineRights(desk, clock, keptRights);
        GoOnHere here = new GoOnHere(rights, hashes, preferences, tries);
        signIn = new SignIn(sessions, preferences, catalogue, pins, lock::know, here);
        WatchDesk watch = new WatchDesk(sessions, catalogue, reading, () -> new LoadReading(31, 9), keeping::get, desk);
        alarmBook = new AlarmBook(alarmServer, desk);
        AlarmBell bell =
                new AlarmBell(alarmBook, () -> rings++, () -> preferences.get(PreferenceKey.ALARMS_SOUND), desk);
        PlaceRights may = new PlaceRights(sessions, catalogue);
        alarms = new AlarmsModel(alarmBook, alarmServer, bell, desk, compute, may);
        administration = new AdministrationModel(
                administrationServer,
                publishingServer,
                certificatesServer,
                sessions,
                lock::know,
                new TrailParts(
                        trailServer, catalogue::snapshot, trailServer::file, clock, ZoneId.of("Asia/Ho_Chi_Minh")));
        shifts = new ShiftsInMemory(desk);
        shiftBook = new ShiftBook(desk, clock, shifts, UUID::randomUUID);
        deeds = new DeedLog(desk, clock, shifts, handoverServer, UUID::randomUUID, new Random(1), count -> {});
        shift = new ShiftModel(
                new HandoverDesk(
                        desk,
                        clock,
                        shiftBook,
                        shifts,
                        deeds,
                        handoverServer,
                        sessions,
                        alarmBook,
                        catalogue::snapshot,
                        () -> standing),
                (file, text, answer) -> {
                    files.put(file.toString(), text);
                    answer.accept(Outcome.done(file));
                },
                desk,
                compute,
                ZoneId.of("Asia/Ho_Chi_Minh"));
        sessions.onChange(this::follow);
        cityWalls.offered = false;
        pushing = new PushDesk(
                desk,
                cityWalls,
                may,
                () -> WallState.empty(GridShape.uniform(2, 2)).layout(),
                "bàn 1",
                UUID::randomUUID);
        sticks = new DeskSticks(desk, preferences);
        parts = new ShellParts(
                desk,
                clock,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                sessions,
                catalogue,
                preferences,
                signIn,
                new SignOut(sessions, catalogue, preferences, rights),
                lock,
                language,
                watch,
                notices,
                alarms,
                administration,
                shift,
                pushing,
                sticks.setUp,
                wall,
                new MonitorPart(
                        new MonitorDesk(desk, monitors, preferences, MonitorDesk.Terms.AS_LEFT),
                        new OneScreen(monitors),
                        false),
                kiosk);
    }

    private void follow(SessionState state) {
        Optional<Session> who = state.signedIn();
        shiftBook.follow(who.map(session -> new ShiftOwner(session.server(), session.user()))
                .orElse(null));
        deeds.follow(
                who.map(session -> new DeedOwner(session.server(), session.user()))
                        .orElse(null),
                state.connection().isOnline());
    }

    /** As if that user had been signed in here before, with {@link FakeSessions#PASSWORD}, and might go on for twelve hours. */
    public void wasHere(URI server, String user) {
        Session session = new Session(server, user, "Bàn 1 · Ca trưởng", List.of(), List.of(), false);
        ServerTime.Mark mark = new ServerTime.Mark(parts.clock().now(), Duration.ZERO);
        keptRights.put(session, mark, Duration.ofHours(12));
        hashes.keep(server, user, Argon2id.hash(Secret.of(FakeSessions.PASSWORD), new SecureRandom()));
    }

    /** The same with another wall in the middle. */
    public ShellParts partsWith(WallPart other) {
        return new ShellParts(
                parts.desk(),
                parts.clock(),
                parts.zone(),
                sessions,
                catalogue,
                preferences,
                signIn,
                parts.signOut(),
                lock,
                language,
                parts.watch(),
                notices,
                alarms,
                administration,
                shift,
                pushing,
                sticks.setUp,
                other,
                parts.monitors(),
                parts.kiosk());
    }
}
