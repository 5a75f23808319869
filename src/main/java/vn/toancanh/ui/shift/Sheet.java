package vn.toancanh.ui.shift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Report;

/**
 * A handover as it is kept on paper or in a file. Any thread.
 *
 * @param at names the file
 * @param remarks what must be known of the report as a whole
 * @param comment what the outgoing says; empty for nothing
 * @param said what the incoming says; empty for nothing
 */
record Sheet(
        String title,
        Instant at,
        String outgoing,
        String incoming,
        List<String> remarks,
        List<ReportWords.Section> sections,
        String comment,
        String said) {
    /** Of a shift that is not handed over yet. */
    static Sheet of(Report report, String comment, Texts texts, ReportWords words) {
        return new Sheet(
                words.title(report),
                report.endedAt(),
                texts.get("shift.notHandedOver"),
                texts.get("shift.unsigned"),
                remarks(report, texts),
                words.sections(report),
                comment,
                "");
    }

    static Sheet of(Handover handover, Texts texts, ReportWords words) {
        Report report = handover.report();
        Handover.Acceptance acceptance = handover.acceptance();
        String by = handover.by().isEmpty() ? texts.get("shift.oneself") : handover.by();
        return new Sheet(
                handover.title(),
                handover.signedAt(),
                texts.get("shift.handedOverBy", by, words.moment(handover.signedAt())),
                acceptance == null
                        ? texts.get("shift.unsigned")
                        : texts.get("shift.signedByAt", acceptance.by(), words.moment(acceptance.signedAt())),
                remarks(report, texts),
                report == null ? List.of() : words.sections(report),
                handover.comment(),
                acceptance == null ? "" : acceptance.comment());
    }

    private static List<String> remarks(@Nullable Report report, Texts texts) {
        if (report == null) {
            return List.of(texts.get("shift.unreadable"));
        }
        return report.cutShort() ? List.of(texts.get("shift.cutShort")) : List.of();
    }
}
