package vn.toancanh.ui.shift;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;

/** A report as people of a language read it, for the screen and for paper. Any thread. */
final class ReportWords {
    /**
     * One kind of thing that changed.
     *
     * @param count what stands beside the title; empty where there is nothing to count
     */
    record Section(String title, String count, List<Line> lines) {}

    /**
     * One thing.
     *
     * @param open true where it still is so, and is somebody's to see to
     */
    record Line(String what, String how, boolean open) {}

    /** Cameras of one line; what is more is counted. */
    private static final int MOST_NAMES = 12;

    private final Texts texts;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final ZoneId zone;

    ReportWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.time =
                DateTimeFormatter.ofPattern("HH:mm", texts.language().locale()).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("HH:mm dd/MM", texts.language().locale())
                .withZone(zone);
    }

    /** From when until when, with the day once where it is one. */
    String period(Instant from, Instant to) {
        DateTimeFormatter date = DateTimeFormatter.ofPattern(
                        "dd/MM/yyyy", texts.language().locale())
                .withZone(zone);
        String end = date.format(from).equals(date.format(to)) ? time.format(to) : day.format(to);
        return texts.get("shift.period", time.format(from), date.format(from), end);
    }

    /** A moment with its day. */
    String moment(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", texts.language().locale())
                .withZone(zone)
                .format(at);
    }

    /** What the handover of that report is called in lists. */
    String title(Report report) {
        return texts.get("shift.recordTitle", period(report.beganAt(), report.endedAt()));
    }

    /** How far it has come. */
    String standing(Handover handover) {
        Handover.Acceptance acceptance = handover.acceptance();
        return switch (handover.standing()) {
            case WAITING -> texts.get("shift.waiting");
            case REFUSED -> texts.get("shift.refused");
            case KEPT ->
                acceptance == null ? texts.get("shift.unsigned") : texts.get("shift.signedBy", acceptance.by());
        };
    }

    String length(long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        if (length.toHours() > 0) {
            return texts.get("shift.hours", length.toHours(), length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? texts.get("shift.minutes", length.toMinutes())
                : texts.get("shift.seconds", length.toSeconds());
    }

    /** The time; with the day where that is not the day on which the shift ended. */
    private String at(Instant at, Report report) {
        boolean same = at.atZone(zone)
                .toLocalDate()
                .equals(report.endedAt().atZone(zone).toLocalDate());
        return same ? time.format(at) : day.format(at);
    }

    /** What changed, kind by kind, what is worst first. */
    List<Section> sections(Report report) {
        Report.Counts counts = report.counts();
        DeskLines desk = new DeskLines(texts, moment -> at(moment, report));
        List<Section> all = new ArrayList<>();
        all.add(section(
                texts.get("shift.cameras"),
                counts.cameras() == 0
                        ? ""
                        : texts.get("shift.cameraCount", counts.cameras(), counts.losses(), counts.stillLost()),
                report.cameras().stream().map(each -> camera(each, report)).toList(),
                counts.cameras()));
        if (counts.openAlarms() < 0) {
            all.add(new Section(
                    texts.get("shift.openAlarms"), "", List.of(new Line(texts.get("shift.alarmsUnknown"), "", false))));
        } else {
            all.add(section(
                    texts.get("shift.openAlarms"),
                    number(counts.openAlarms()),
                    report.openAlarms().stream()
                            .map(each -> alarm(each, report))
                            .toList(),
                    counts.openAlarms()));
        }
        all.add(section(
                texts.get("shift.heads"), number(counts.headsAway()), desk.heads(report.heads()), counts.headsAway()));
        int stands = counts.heldWalls() + counts.reserved() + (report.stopped() == null ? 0 : 1);
        all.add(section(texts.get("shift.stands"), number(stands), desk.stands(report), stands));
        all.add(section(
                texts.get("shift.doneAlarms"),
                number(counts.doneAlarms()),
                report.doneAlarms().stream()
                        .map(each -> new Line(
                                each.title(),
                                texts.get(each.closed() ? "shift.closedAt" : "shift.acceptedAt", at(each.at(), report)),
                                false))
                        .toList(),
                counts.doneAlarms()));
        all.add(section(
                texts.get("shift.layouts"),
                number(counts.layouts()),
                report.layouts().stream().map(each -> layout(each, report)).toList(),
                report.layouts().size()));
        all.add(section(
                texts.get("shift.walls"),
                number(counts.wallChanges()),
                Stream.of(
                                report.walls().stream().map(each -> wall(each, report)),
                                moved(report),
                                report.toldWalls().stream().map(each -> told(each, report)))
                        .flatMap(lines -> lines)
                        .toList(),
                0));
        all.add(section(
                texts.get("shift.exports"),
                number(counts.exports()),
                desk.exports(report.exports()),
                counts.exports()));
        all.add(section(
                texts.get("shift.turns"),
                "",
                report.turns().stream().map(each -> turn(each, report)).toList(),
                counts.turns()));
        // What this version neither does nor notes is said, so that its silence is taken for no answer.
        all.add(new Section(
                texts.get("shift.notTold"), "", List.of(new Line(texts.get("shift.notToldWhat"), "", false))));
        return all;
    }

    private String number(int count) {
        return count == 0 ? "" : texts.get("shift.count", count);
    }

    private Section section(String title, String count, List<Line> lines, int all) {
        if (lines.isEmpty()) {
            return new Section(title, count, List.of(new Line(texts.get("shift.none"), "", false)));
        }
        List<Line> shown = new ArrayList<>(lines);
        if (all > lines.size()) {
            shown.add(new Line(texts.get("shift.more", all - lines.size()), "", false));
        }
        return new Section(title, count, shown);
    }

    private Line camera(Report.LostCamera camera, Report report) {
        Instant since = camera.since();
        String often = texts.get("shift.lostTimes", camera.times(), length(camera.seconds()));
        return since == null
                ? new Line(camera.name(), texts.get("shift.lostFirst", often, at(camera.firstAt(), report)), false)
                : new Line(camera.name(), texts.get("shift.lostSince", often, at(since, report)), true);
    }

    private Line alarm(Report.OpenAlarm alarm, Report report) {
        String raised = at(alarm.raisedAt(), report);
        String how = alarm.accepted()
                ? texts.get("shift.alarmTaken", alarm.priority(), raised, alarm.assignee())
                : texts.get("shift.alarmUntaken", alarm.priority(), raised);
        return new Line(alarm.title(), how, !alarm.accepted());
    }

    private Line layout(Report.UsedLayout layout, Report report) {
        List<String> how = new ArrayList<>();
        if (layout.opened() > 0) {
            how.add(texts.get("shift.openedTimes", layout.opened()));
        }
        if (layout.saved() > 0) {
            how.add(texts.get("shift.savedTimes", layout.saved()));
        }
        return new Line(
                layout.name(), texts.get("shift.last", String.join(", ", how), at(layout.lastAt(), report)), false);
    }

    private Line wall(Report.ChangedWall wall, Report report) {
        return new Line(
                texts.get("shift.window", wall.window()),
                texts.get("shift.wallChanges", wall.changes(), at(wall.lastAt(), report)),
                false);
    }

    /** What stands otherwise at the end, a line for each window and way. */
    private Stream<Line> moved(Report report) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Report.MovedCamera camera : report.moved()) {
            String way = texts.get(camera.came() ? "shift.came" : "shift.gone", camera.window());
            names.computeIfAbsent(way, any -> new ArrayList<>()).add(camera.name());
        }
        Stream<Line> lines =
                names.entrySet().stream().map(each -> new Line(each.getKey() + " " + some(each.getValue()), "", false));
        return report.movedMore() == 0
                ? lines
                : Stream.concat(
                        lines, Stream.of(new Line(texts.get("shift.movedMore", report.movedMore()), "", false)));
    }

    private String some(List<String> names) {
        int more = names.size() - MOST_NAMES;
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
        return more > 0 ? first + " " + texts.get("shift.more", more) : first;
    }

    private Line told(Report.ToldWall wall, Report report) {
        String at = at(wall.lastAt(), report);
        return new Line(
                texts.get("shift.toldWall", wall.wall()),
                wall.last().isEmpty()
                        ? texts.get("shift.wallChanges", wall.times(), at)
                        : texts.get("shift.wallTold", wall.times(), at, wall.last()),
                false);
    }

    private Line turn(Report.Turn turn, Report report) {
        String words = switch (turn.what()) {
            case SIGNED_ON -> texts.get("shift.turnOn", turn.words());
            case SIGNED_OFF -> texts.get("shift.turnOff");
            case STARTED_AGAIN -> texts.get("shift.turnAgain");
            case CLOCK_SET -> clock(turn.seconds());
            case LEFT_OPEN -> texts.get("shift.turnLeft", leftSince(turn.words()));
            default -> turn.words();
        };
        return new Line(words, at(turn.at(), report), false);
    }

    private String clock(long seconds) {
        return seconds == Note.UNKNOWN || seconds >= 0
                ? texts.get("shift.clockForward", length(Math.max(0, seconds)))
                : texts.get("shift.clockBack", length(-seconds));
    }

    private String leftSince(String began) {
        try {
            return moment(Instant.parse(began));
        } catch (DateTimeParseException strange) {
            return began;
        }
    }
}
