package vn.toancanh.shift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a shift, as it is handed over: counts of everything, and of each kind the {@value #MOST_LINES} worst or newest
 * lines. What a later version tells of a kind that is not known here is left out; the counts have it.
 *
 * @param beganAt by the desk's clock
 * @param endedAt never before {@code beganAt}, even where the clock was set back
 * @param movedMore how many cameras came or went beside those in {@code moved}
 * @param cutShort true where more happened than was noted
 * @param stopped null where cameras take turns as they are to
 */
public record Report(
        Instant beganAt,
        Instant endedAt,
        Counts counts,
        List<LostCamera> cameras,
        List<OpenAlarm> openAlarms,
        List<DoneAlarm> doneAlarms,
        List<UsedLayout> layouts,
        List<ChangedWall> walls,
        List<ToldWall> toldWalls,
        List<MovedCamera> moved,
        int movedMore,
        List<AwayHead> heads,
        List<Exported> exports,
        List<Turn> turns,
        boolean cutShort,
        List<HeldWall> heldWalls,
        List<ReservedHead> reserved,
        @Nullable StoppedTurns stopped) {
    /** Lines of one kind; what is more is in the counts alone. */
    public static final int MOST_LINES = 100;

    /** Cameras that came onto walls or went from them; four monitors of 64 tiles that show something else altogether have as many. */
    public static final int MOST_MOVED = 512;

    /** In place of the number of a window: all windows that were open and are closed at the end. */
    public static final int CLOSED = 0;

    public Report {
        cameras = List.copyOf(cameras);
        openAlarms = List.copyOf(openAlarms);
        doneAlarms = List.copyOf(doneAlarms);
        layouts = List.copyOf(layouts);
        walls = List.copyOf(walls);
        // A version from before these were noted wrote none of them.
        toldWalls = toldWalls == null ? List.of() : List.copyOf(toldWalls);
        moved = moved == null ? List.of() : List.copyOf(moved);
        heads = heads == null ? List.of() : List.copyOf(heads);
        exports = exports == null
                ? List.of()
                : exports.stream().filter(each -> each.what() != null).toList();
        turns = turns.stream().filter(each -> each.what() != null).toList();
        heldWalls = heldWalls == null ? List.of() : List.copyOf(heldWalls);
        reserved = reserved == null ? List.of() : List.copyOf(reserved);
    }

    /**
     * How much there was of everything.
     *
     * @param cameras that were lost at least once
     * @param losses how often any was
     * @param stillLost that had no picture at the end
     * @param openAlarms at the end; -1 where nobody could say
     * @param headsAway that were moved from this desk and not sent home
     * @param heldWalls of the city that are controlled from this desk at the end
     * @param reserved heads that are reserved for this desk at the end
     */
    public record Counts(
            int cameras,
            int losses,
            int stillLost,
            int openAlarms,
            int doneAlarms,
            int layouts,
            int wallChanges,
            int turns,
            int headsAway,
            int exports,
            int heldWalls,
            int reserved) {}

    /** True where nothing happened at the desk but that somebody was there. */
    public boolean quiet() {
        return counts.cameras == 0
                && counts.doneAlarms == 0
                && counts.layouts == 0
                && counts.wallChanges == 0
                && counts.headsAway == 0
                && counts.exports == 0
                && counts.heldWalls == 0
                && counts.reserved == 0
                && stopped == null
                && toldWalls.isEmpty();
    }

    /**
     * A camera that was lost.
     *
     * @param cameraId by this name the server knows it, and leaves it out for who may not see it
     * @param name as it was called when it was lost last; the id where nobody knew
     * @param seconds how long altogether, until the end where it still is
     * @param firstAt when for the first time
     * @param since since when at the end; null where it was found again
     */
    public record LostCamera(
            String cameraId,
            String name,
            int times,
            long seconds,
            Instant firstAt,
            @Nullable Instant since) {}

    /** An alarm that is open at the end. */
    public record OpenAlarm(
            String id, String title, int priority, boolean accepted, String assignee, Instant raisedAt) {}

    /** What somebody did with an alarm at this desk. */
    public record DoneAlarm(String id, String title, boolean closed, Instant at) {}

    /** A layout that was opened or saved here. */
    public record UsedLayout(String name, int opened, int saved, Instant lastAt) {}

    /**
     * A window on which something else was put, or that was opened or closed.
     *
     * @param window from 1, the main one, by its number at the end; or {@link #CLOSED}
     */
    public record ChangedWall(int window, int changes, Instant lastAt) {}

    /**
     * A wall of the city that was told from this desk what to show.
     *
     * @param wall what it is called
     * @param last what the scene or layout was called that it was told last; empty where that has no name
     */
    public record ToldWall(String wall, int times, String last, Instant lastAt) {}

    /**
     * A camera that stands on a wall at the end and did not before the shift changed anything there, or stood there and does not any more.
     *
     * @param window as {@link ChangedWall#window}
     * @param cameraId as {@link LostCamera#cameraId}
     */
    public record MovedCamera(int window, String cameraId, String name, boolean came) {}

    /**
     * A head that this desk has moved away from its home and not sent there again. What other desks do with it is not known.
     *
     * @param cameraId as {@link LostCamera#cameraId}
     * @param place what the place is called that it was sent to last; empty where it was moved by hand since
     * @param since when it was moved first
     */
    public record AwayHead(String cameraId, String name, String place, Instant since) {}

    /**
     * A wall of the city that is controlled from this desk at the end, as far as it has heard: what was brought there stands.
     *
     * @param wall what it is called
     * @param last what the scene or layout is called that was brought last; empty where that has no name, or all was made blank since
     * @param since when it was told something first and not given back
     */
    public record HeldWall(String wall, String last, Instant since) {}

    /**
     * A head that nobody else may steer without taking it over.
     *
     * @param cameraId as {@link LostCamera#cameraId}
     * @param until when by this desk's clock, unless it is given back; steering it moves that on
     */
    public record ReservedHead(String cameraId, String name, Instant until) {}

    /**
     * Nothing takes turns on any wall of the desk.
     *
     * @param windows the numbers of those in which something would, in their order
     */
    public record StoppedTurns(Instant since, List<Integer> windows) {
        public StoppedTurns {
            windows = List.copyOf(windows);
        }
    }

    /**
     * Something that was kept outside of the program.
     *
     * @param file what it is called; empty for paper
     */
    public record Exported(Export what, String file, Instant at) {}

    /** Something about the shift itself, in the order in which it was. */
    public record Turn(Instant at, Happening what, String words, long seconds) {}
}
