package vn.toancanh.ui.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Report;
import vn.toancanh.ui.shift.ReportWords.Line;

/** What a report says of heads that this desk has left away from home, of what else stands by it, and of what was kept outside of the program here. Any thread. */
final class DeskLines {
    private final Texts texts;
    private final Function<Instant, String> at;

    /** @param at a moment as the report says it */
    DeskLines(Texts texts, Function<Instant, String> at) {
        this.texts = texts;
        this.at = at;
    }

    List<Line> heads(List<Report.AwayHead> heads) {
        return heads.stream().map(this::head).toList();
    }

    private Line head(Report.AwayHead head) {
        String since = at.apply(head.since());
        String how = head.place().isEmpty()
                ? texts.get("shift.headMoved", since)
                : texts.get("shift.headAt", head.place(), since);
        return new Line(head.name(), how, true);
    }

    /** Walls elsewhere, heads that are reserved, and turns that wait. */
    List<Line> stands(Report report) {
        List<Line> lines = new ArrayList<>();
        report.heldWalls().forEach(wall -> lines.add(wall(wall)));
        report.reserved()
                .forEach(head -> lines.add(
                        new Line(head.name(), texts.get("shift.headReserved", at.apply(head.until())), true)));
        Report.StoppedTurns stopped = report.stopped();
        if (stopped != null) {
            lines.add(turns(stopped));
        }
        return lines;
    }

    private Line wall(Report.HeldWall wall) {
        String since = at.apply(wall.since());
        return new Line(
                texts.get("shift.heldWall", wall.wall()),
                wall.last().isEmpty()
                        ? texts.get("shift.heldSince", since)
                        : texts.get("shift.heldLast", since, wall.last()),
                true);
    }

    private Line turns(Report.StoppedTurns stopped) {
        String since = at.apply(stopped.since());
        String windows = stopped.windows().stream()
                .map(window -> texts.get("shift.window", window))
                .collect(Collectors.joining(", "));
        return new Line(
                texts.get("shift.turnsStopped"),
                windows.isEmpty()
                        ? texts.get("shift.turnsNowhere", since)
                        : texts.get(
                                "shift.turnsWait",
                                since,
                                windows,
                                stopped.windows().size()),
                true);
    }

    List<Line> exports(List<Report.Exported> exports) {
        return exports.stream()
                .map(each -> new Line(what(each), texts.get("shift.exportAt", at.apply(each.at())), false))
                .toList();
    }

    private String what(Report.Exported each) {
        return switch (each.what()) {
            case TRAIL -> texts.get("shift.exportTrail", each.file());
            case REPORT -> texts.get("shift.exportReport", each.file());
            case PAPER -> texts.get("shift.exportPaper");
        };
    }
}
