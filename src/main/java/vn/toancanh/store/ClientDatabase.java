package vn.toancanh.store;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.PasswordMemory;
import vn.toancanh.access.RightsMemory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.CatalogueCache;
import vn.toancanh.deeds.DeedStore;
import vn.toancanh.live.GrantMemory;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.shift.ShiftMemory;
import vn.toancanh.wall.LayoutMemory;
import vn.toancanh.wall.TimetableMemory;
import vn.toancanh.wall.UnsentLayouts;
import vn.toancanh.wall.WallMemory;

/**
 * The door to what the client keeps on this machine. Opened at start, away from DESK, because it waits for the disk; its parts
 * return at once and answer on DESK.
 */
public final class ClientDatabase implements Handle {
    private static final Duration NOTICE = Duration.ofMinutes(5);

    private final Writer writer;
    private final @Nullable Failure notice;
    private final Clock clock;
    private final Instant opened;
    private final CatalogueTable catalogue;
    private final PreferenceTable preferences;
    private final DeedTable deeds;
    private final PasswordTable passwords;
    private final RightsTable rights;
    private final GrantTable grants;
    private final LayoutTable layouts;
    private final TimetableTable timetables;
    private final UnsentTable unsent;
    private final ShiftTable shifts;
    private final KeptWalls ahead = new KeptWalls();
    private volatile @Nullable Found unreadable;

    /** Something that is told for a while from when it was found. */
    private record Found(Failure failure, Instant at) {}

    private ClientDatabase(Writer writer, @Nullable Failure notice, Clock clock, Seal seal) {
        this.writer = writer;
        this.notice = notice;
        this.clock = clock;
        this.opened = clock.now();
        this.catalogue = new CatalogueTable(writer);
        this.preferences = new PreferenceTable(writer);
        this.deeds = new DeedTable(writer);
        this.passwords = new PasswordTable(writer);
        SealedRows rows = new SealedRows(seal, this::found);
        this.rights = new RightsTable(writer, rows);
        this.grants = new GrantTable(writer, rows);
        this.layouts = new LayoutTable(writer);
        this.timetables = new TimetableTable(writer);
        this.unsent = new UnsentTable(writer);
        this.shifts = new ShiftTable(writer);
    }

    private void found(Failure lost) {
        unreadable = new Found(lost, clock.now());
    }

    /**
     * Has SQLite unpacked and loaded ahead of the opening, which takes longer than the rest of it. Where that fails nothing is told: the
     * opening tries it again, and says why. Blocks; not on DESK.
     */
    public static void ahead() {
        SqliteAhead.load();
    }

    /**
     * Opens the database of that folder, making or upgrading it as needed. A damaged one is set aside and a fresh one made,
     * which {@link #notice()} then tells.
     *
     * @param troubles told on DESK when something cannot be written; it is kept and tried again
     * @throws FailureException {@code CONFLICT} where another client has it, {@code UNSUPPORTED} where a newer program wrote
     *     it, {@code RESOURCES} where it cannot be read or written
     */
    public static ClientDatabase open(Path folder, Lane desk, Clock clock, Consumer<Failure> troubles) {
        return open(folder, desk, clock, troubles, Migrations.standard());
    }

    static ClientDatabase open(Path folder, Lane desk, Clock clock, Consumer<Failure> troubles, Migrations migrations) {
        Seal seal = new Seal();
        Place place = Place.onDisk(folder, clock, migrations, seal);
        return new ClientDatabase(new Writer(place, desk, troubles), place.notice(), clock, seal);
    }

    /** One that forgets everything at the end, for when the real one cannot be opened and the wall is to run all the same. */
    public static ClientDatabase inMemory(Lane desk, Clock clock) {
        return new ClientDatabase(new Writer(memory(), desk, failure -> {}), null, clock, new Seal());
    }

    /**
     * One that holds everything in memory until the folder can be written, tells all the while why nothing is kept, and then
     * goes on there with what was to be kept meanwhile.
     *
     * @param why what {@link #trouble()} tells until then
     * @throws FailureException RESOURCES where not even that can be made
     */
    public static ClientDatabase untilThereIsRoom(
            Path folder, Lane desk, Clock clock, Consumer<Failure> troubles, Failure why) {
        Seal seal = new Seal();
        Writer writer =
                new Writer(memory(), desk, troubles, () -> Place.onDisk(folder, clock, Migrations.standard(), seal));
        return new ClientDatabase(writer, why, clock, seal);
    }

    private static Place memory() {
        try {
            return Place.inMemory();
        } catch (SQLException fault) {
            throw new FailureException(SqlFailures.of(fault, "open in memory"));
        } catch (UnsatisfiedLinkError again) {
            // the second time the driver no longer says what was wrong the first time
            throw new FailureException(SqlFailures.notUnpacked(again));
        }
    }

    /** What the operator should know about the opening: that a damaged database was set aside. */
    public Optional<Failure> notice() {
        return Optional.ofNullable(notice);
    }

    /**
     * What the operator should know now of what is kept: that it waits for room, that nothing is kept at all, or for
     * some minutes from when it was found that what was there is damaged, set aside or cannot be unsealed. Empty while all is well. Any thread.
     */
    public Optional<Failure> trouble() {
        boolean fresh = clock.now().isBefore(opened.plus(NOTICE));
        boolean standing = writer.waitsForDisk() || (!writer.waited() && fresh);
        if (standing && notice != null) {
            return Optional.of(notice);
        }
        return writer.trouble()
                .or(() -> Optional.ofNullable(unreadable)
                        .filter(found -> clock.now().isBefore(found.at().plus(NOTICE)))
                        .map(Found::failure));
    }

    public CatalogueCache catalogue() {
        return catalogue;
    }

    public PreferenceStore preferences() {
        return preferences;
    }

    /**
     * The wall of one window.
     *
     * @param window by the id that it keeps from start to start; 1 is the main window
     * @param server that is signed in at now, at which the wall stands; empty while that is none
     */
    public WallMemory walls(int window, Supplier<Optional<URI>> server) {
        return new WallTable(window, writer, ahead, clock, this::found, server);
    }

    /** Reads the walls of all windows already, so that each answers at once the first time that it is asked for. Returns at once. */
    public void readWallsAhead() {
        writer.read(
                "the walls of last time",
                connection -> {
                    ahead.read(connection);
                    return Optional.empty();
                },
                nothing -> {});
    }

    /** The same for whoever does not know at which server it stands; what is known of that stays. */
    public WallMemory walls(int window) {
        return walls(window, Optional::empty);
    }

    /**
     * What stood on one window before somebody elsewhere said what it is to show.
     *
     * @param window by its id
     */
    public WallMemory beneath(int window) {
        return WallTable.beneath(window, writer, ahead, clock, this::found);
    }

    public DeedStore deeds() {
        return deeds;
    }

    public PasswordMemory passwords() {
        return passwords;
    }

    public RightsMemory rights() {
        return rights;
    }

    public GrantMemory grants() {
        return grants;
    }

    public LayoutMemory layouts() {
        return layouts;
    }

    public TimetableMemory timetables() {
        return timetables;
    }

    public UnsentLayouts unsentLayouts() {
        return unsent;
    }

    public ShiftMemory shifts() {
        return shifts;
    }

    /** Waits until all that was asked of it so far is read, and its answers are on their way to DESK. Not on DESK. */
    public void settle() {
        writer.readNow("nothing", connection -> Optional.empty());
    }

    /** For tests: looks now whether the folder can be written, instead of in a few seconds. */
    void lookForRoom() {
        writer.lookNow();
    }

    /** For tests of a full disk: the database must not grow beyond that many pages; 0 lifts it. */
    void limitPages(int pages) {
        writer.readNow("limit", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + (pages == 0 ? 1_000_000_000 : pages));
            }
            return Optional.empty();
        });
    }

    /** Writes what still waits, two seconds at most, and lets the folder go. */
    @Override
    public void close() {
        writer.close();
    }
}
