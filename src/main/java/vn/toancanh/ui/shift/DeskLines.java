package vn.toancanh.ui.shift;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Report;
import vn.toancanh.ui.shift.ReportWords.Line;

/** What a report says of heads that this desk has left away from home, and of what was kept outside of the program here. Any thread. */
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
