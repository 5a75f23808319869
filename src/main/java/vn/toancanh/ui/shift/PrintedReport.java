package vn.toancanh.ui.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.print.PageLayout;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Fonts;

/** A report on paper: black words on as many pages as it takes. FX thread, but for what waits for a printer. */
final class PrintedReport {
    private static final double TITLE = 15;
    private static final double HEAD = 11;
    private static final double WORDS = 9.5;
    private static final double GAP = 3;
    private static final double INDENT = 12;

    /** What became of it. */
    enum Result {
        PRINTED,
        NO_PRINTER,
        FAILED,
        GIVEN_UP
    }

    private PrintedReport() {}

    /**
     * Asks for a printer and prints there.
     *
     * @param compute where printers are waited for, which may be far away
     * @param answer on FX, once
     */
    static void print(Sheet sheet, Texts texts, Window window, Lane desk, Lane compute, Consumer<Result> answer) {
        compute.execute(() -> {
            @Nullable Printer printer = Printer.getDefaultPrinter();
            @Nullable PrinterJob job = printer == null ? null : PrinterJob.createPrinterJob(printer);
            desk.execute(() -> {
                if (job == null) {
                    answer.accept(Result.NO_PRINTER);
                } else if (!job.showPrintDialog(window)) {
                    job.cancelJob();
                    answer.accept(Result.GIVEN_UP);
                } else {
                    PageLayout paper = job.getJobSettings().getPageLayout();
                    List<VBox> pages =
                            pages(paragraphs(sheet, texts), paper.getPrintableWidth(), paper.getPrintableHeight());
                    compute.execute(() -> {
                        boolean printed = pages.stream().allMatch(job::printPage) && job.endJob();
                        desk.execute(() -> answer.accept(printed ? Result.PRINTED : Result.FAILED));
                    });
                }
            });
        });
    }

    /** A line of the report, and how large it is written. */
    record Paragraph(String words, Kind kind) {
        enum Kind {
            TITLE,
            HEAD,
            LINE
        }
    }

    static List<Paragraph> paragraphs(Sheet sheet, Texts texts) {
        List<Paragraph> all = new ArrayList<>();
        all.add(new Paragraph(sheet.title(), Paragraph.Kind.TITLE));
        all.add(new Paragraph(sheet.outgoing(), Paragraph.Kind.LINE));
        all.add(new Paragraph(sheet.incoming(), Paragraph.Kind.LINE));
        sheet.remarks().forEach(remark -> all.add(new Paragraph(remark, Paragraph.Kind.LINE)));
        said(all, texts.get("shift.comment"), sheet.comment());
        for (ReportWords.Section section : sheet.sections()) {
            String count = section.count().isEmpty() ? "" : " · " + section.count();
            all.add(new Paragraph(section.title() + count, Paragraph.Kind.HEAD));
            for (ReportWords.Line line : section.lines()) {
                String how = line.how().isEmpty() ? "" : " – " + line.how();
                all.add(new Paragraph((line.open() ? "! " : "") + line.what() + how, Paragraph.Kind.LINE));
            }
        }
        said(all, texts.get("shift.incomingComment"), sheet.said());
        return all;
    }

    private static void said(List<Paragraph> all, String title, String words) {
        if (!words.isBlank()) {
            all.add(new Paragraph(title, Paragraph.Kind.HEAD));
            words.lines().forEach(line -> all.add(new Paragraph(line, Paragraph.Kind.LINE)));
        }
    }

    /** Everything, page by page, in points. A heading does not stand alone at a page's foot. */
    static List<VBox> pages(List<Paragraph> content, double width, double height) {
        List<VBox> pages = new ArrayList<>();
        VBox page = new VBox(GAP);
        double used = 0;
        for (int i = 0; i < content.size(); i++) {
            Text line = line(content.get(i), width);
            double needed = height(line);
            boolean heads = content.get(i).kind() == Paragraph.Kind.HEAD && i + 1 < content.size();
            double together = heads ? needed + height(line(content.get(i + 1), width)) : needed;
            if (used + together > height && used > 0) {
                pages.add(page);
                page = new VBox(GAP);
                used = 0;
            }
            page.getChildren().add(line);
            used += needed;
        }
        pages.add(page);
        return pages;
    }

    private static double height(Node line) {
        return line.getLayoutBounds().getHeight() + GAP;
    }

    private static Text line(Paragraph paragraph, double width) {
        Text text = new Text(paragraph.words());
        text.setFont(
                switch (paragraph.kind()) {
                    case TITLE -> Fonts.strong(TITLE);
                    case HEAD -> Fonts.strong(HEAD);
                    case LINE -> Fonts.text(WORDS);
                });
        boolean indented = paragraph.kind() == Paragraph.Kind.LINE;
        text.setWrappingWidth(indented ? width - INDENT : width);
        VBox.setMargin(text, new Insets(0, 0, 0, indented ? INDENT : 0));
        return text;
    }
}
