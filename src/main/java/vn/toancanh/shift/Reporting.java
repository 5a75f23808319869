package vn.toancanh.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;

/** Turns the notes of a shift into its report, the worst of each kind first. Any thread. */
public final class Reporting {
    private static final Comparator<Report.LostCamera> WORST_FIRST = Comparator.comparing(
                    (Report.LostCamera camera) -> camera.since() == null)
            .thenComparing(Report.LostCamera::seconds, Comparator.reverseOrder())
            .thenComparing(Report.LostCamera::times, Comparator.reverseOrder())
            .thenComparing(Report.LostCamera::name)
            .thenComparing(Report.LostCamera::cameraId);

    private Reporting() {}

    /**
     * The report as of now.
     *
     * @param open the alarms that are open, the most urgent first; empty where nobody can say
     * @param standing what stands on the walls now
     */
    public static Report of(Shift shift, Instant now, Optional<List<Alarm>> open, List<StandingWall> standing) {
        Instant latest = shift.notes().stream()
                .map(Note::at)
                .max(Comparator.naturalOrder())
                .orElse(now);
        // The clock may have been set back: nothing ends before it began, or before what happened in it.
        Instant end = max(shift.beganAt(), max(now, latest));
        List<Report.LostCamera> cameras = cameras(shift.notes(), now);
        List<Report.UsedLayout> layouts = layouts(shift.notes());
        List<Report.DoneAlarm> done = done(shift.notes());
        List<Report.ChangedWall> walls = walls(shift.notes(), standing);
        List<Report.Turn> turns = turns(shift.notes());
        List<Report.MovedCamera> moved = WallDifference.of(shift.notes(), standing);
        List<Report.AwayHead> heads = HeadsLeft.of(shift.notes());
        List<Report.Exported> exports = exports(shift.notes());
        List<Report.HeldWall> held = List.copyOf(WallsHeld.of(shift.notes()).values());
        List<Report.ReservedHead> reserved = HeadsReserved.of(shift.notes(), end);
        int listed = Math.min(moved.size(), Report.MOST_MOVED);
        Report.Counts counts = new Report.Counts(
                cameras.size(),
                cameras.stream().mapToInt(Report.LostCamera::times).sum(),
                (int) cameras.stream().filter(each -> each.since() != null).count(),
                open.map(List::size).orElse(-1),
                done.size(),
                layouts.stream().mapToInt(each -> each.opened() + each.saved()).sum(),
                walls.stream().mapToInt(Report.ChangedWall::changes).sum(),
                turns.size(),
                heads.size(),
                exports.size(),
                held.size(),
                reserved.size());
        return new Report(
                shift.beganAt(),
                end,
                counts,
                first(cameras.stream().sorted(WORST_FIRST).toList()),
                first(open.orElse(List.of()).stream().map(Reporting::line).toList()),
                last(done),
                first(layouts),
                first(walls),
                first(told(shift.notes())),
                moved.subList(0, listed),
                moved.size() - listed,
                first(heads),
                last(exports),
                last(turns),
                shift.full(),
                first(held),
                first(reserved),
                TurnsStopped.of(shift.notes(), standing));
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> List<T> first(List<T> lines) {
        return lines.subList(0, Math.min(lines.size(), Report.MOST_LINES));
    }

    private static <T> List<T> last(List<T> lines) {
        return lines.subList(Math.max(0, lines.size() - Report.MOST_LINES), lines.size());
    }

    private static Report.OpenAlarm line(Alarm alarm) {
        return new Report.OpenAlarm(
                alarm.id().value(),
                alarm.title(),
                alarm.priority(),
                alarm.step() != AlarmStep.NEW,
                alarm.assignee(),
                alarm.raisedAt());
    }

    /** A camera's losses while they are counted. */
    private static final class Losses {
        private final Instant firstAt;
        private String name = "";
        private int times;
        private long seconds;
        private @Nullable Instant since;

        Losses(Instant firstAt) {
            this.firstAt = firstAt;
        }

        void lost(Instant at, String called) {
            name = called;
            if (since == null) {
                times++;
                since = at;
            }
        }

        void found(Note note) {
            Instant at = since;
            since = null;
            if (at != null) {
                // Counted where one run of the program saw both; else as far as the clock can be believed.
                seconds += note.seconds() == Note.UNKNOWN ? between(at, note.at()) : note.seconds();
            }
        }

        Report.LostCamera line(String id, Instant now) {
            Instant at = since;
            long all = at == null ? seconds : seconds + between(at, now);
            return new Report.LostCamera(id, name.isEmpty() ? id : name, times, all, firstAt, at);
        }

        private static long between(Instant from, Instant to) {
            return Math.max(0, Duration.between(from, to).toSeconds());
        }
    }

    private static List<Report.LostCamera> cameras(Collection<Note> notes, Instant now) {
        Map<String, Losses> all = new LinkedHashMap<>();
        for (Note note : notes) {
            if (note.what() == Happening.CAMERA_LOST) {
                all.computeIfAbsent(note.subject(), any -> new Losses(note.began()))
                        .lost(note.began(), note.words());
            } else if (note.what() == Happening.CAMERA_FOUND) {
                Losses losses = all.get(note.subject());
                if (losses != null) {
                    losses.found(note);
                }
            }
        }
        List<Report.LostCamera> lines = new ArrayList<>();
        all.forEach((id, losses) -> lines.add(losses.line(id, now)));
        return lines;
    }

    private static List<Report.UsedLayout> layouts(Collection<Note> notes) {
        Map<String, Report.UsedLayout> all = new LinkedHashMap<>();
        for (Note note : notes) {
            int opened = note.what() == Happening.LAYOUT_OPENED ? 1 : 0;
            int saved = note.what() == Happening.LAYOUT_SAVED ? 1 : 0;
            if (opened + saved > 0) {
                all.merge(
                        note.words(),
                        new Report.UsedLayout(note.words(), opened, saved, note.at()),
                        (one, other) -> new Report.UsedLayout(
                                one.name(),
                                one.opened() + other.opened(),
                                one.saved() + other.saved(),
                                other.lastAt()));
            }
        }
        return List.copyOf(all.values());
    }

    /** In the order of the windows' numbers; those that are closed at last. */
    private static List<Report.ChangedWall> walls(Collection<Note> notes, List<StandingWall> standing) {
        Map<Integer, Integer> numbers = standing.stream()
                .collect(Collectors.toMap(StandingWall::id, StandingWall::window, (one, other) -> one));
        Map<Integer, Report.ChangedWall> all =
                new TreeMap<>(Comparator.comparingInt(window -> window == Report.CLOSED ? Integer.MAX_VALUE : window));
        for (Note note : notes) {
            if (note.what() == Happening.WALL_CHANGED && note.subject().matches("\\d{1,4}")) {
                int window = numbers.getOrDefault(Integer.valueOf(note.subject()), Report.CLOSED);
                all.merge(
                        window,
                        new Report.ChangedWall(window, 1, note.at()),
                        (one, other) ->
                                new Report.ChangedWall(one.window(), one.changes() + other.changes(), other.lastAt()));
            }
        }
        return List.copyOf(all.values());
    }

    private static List<Report.ToldWall> told(Collection<Note> notes) {
        Map<String, Report.ToldWall> all = new LinkedHashMap<>();
        for (Note note : notes) {
            if (note.what() == Happening.WALL_TOLD) {
                all.merge(
                        note.subject(),
                        new Report.ToldWall(note.subject(), 1, note.words(), note.at()),
                        (one, other) -> new Report.ToldWall(
                                one.wall(), one.times() + other.times(), other.last(), other.lastAt()));
            }
        }
        return List.copyOf(all.values());
    }

    private static List<Report.DoneAlarm> done(Collection<Note> notes) {
        return notes.stream()
                .filter(note -> note.what() == Happening.ALARM_ACCEPTED || note.what() == Happening.ALARM_CLOSED)
                .map(note -> new Report.DoneAlarm(
                        note.subject(), note.words(), note.what() == Happening.ALARM_CLOSED, note.at()))
                .toList();
    }

    private static List<Report.Exported> exports(Collection<Note> notes) {
        return notes.stream()
                .filter(note -> note.what() == Happening.EXPORTED)
                .flatMap(note -> Stream.of(Export.values())
                        .filter(what -> what.name().equals(note.subject()))
                        .map(what -> new Report.Exported(what, note.words(), note.at())))
                .toList();
    }

    private static List<Report.Turn> turns(Collection<Note> notes) {
        return notes.stream()
                .filter(note -> switch (note.what()) {
                    case SIGNED_ON, SIGNED_OFF, STARTED_AGAIN, CLOCK_SET, LEFT_OPEN -> true;
                    case LAYOUT_OPENED,
                            LAYOUT_SAVED,
                            WALL_CHANGED,
                            CAMERA_STOOD,
                            WALL_TOLD,
                            WALL_HELD,
                            WALL_SHOWN,
                            WALL_LEFT,
                            CAMERA_LOST,
                            CAMERA_FOUND,
                            ALARM_ACCEPTED,
                            ALARM_CLOSED,
                            HEAD_MOVED,
                            HEAD_PLACED,
                            HEAD_HOME,
                            HEAD_RESERVED,
                            HEAD_FREED,
                            TURNS_STOPPED,
                            TURNS_GO_ON,
                            EXPORTED -> false;
                })
                .map(note -> new Report.Turn(note.at(), note.what(), note.words(), note.seconds()))
                .toList();
    }
}
