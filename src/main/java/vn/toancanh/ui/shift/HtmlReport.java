package vn.toancanh.ui.shift;

import vn.toancanh.base.Texts;

/**
 * A handover as one file that any browser shows and prints: nothing is fetched from anywhere, nothing in it runs, and what
 * people and cameras are called is text and nothing else. Any thread.
 */
final class HtmlReport {
    /** Black on whatever the paper is: no colour is named. */
    private static final String STYLE = """
            body { font-family: "Be Vietnam Pro", "Noto Sans", sans-serif; font-size: 11pt; line-height: 1.4; max-width: 48em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 17pt; margin: 0 0 .2em; }
            h2 { font-size: 12pt; margin: 1.4em 0 .3em; border-bottom: 1px solid; break-after: avoid; }
            h2 span { font-weight: normal; }
            table { border-collapse: collapse; width: 100%; }
            td { padding: .15em .8em .15em 0; vertical-align: top; border-bottom: 1px dotted; overflow-wrap: anywhere; }
            tr { break-inside: avoid; }
            td:last-child { white-space: nowrap; text-align: right; }
            .open td:first-child { font-weight: bold; }
            .said { white-space: pre-wrap; border-left: 3px solid; padding-left: .8em; overflow-wrap: anywhere; }
            .sign { display: flex; gap: 3em; margin-top: 3em; break-inside: avoid; }
            .sign div { flex: 1; border-top: 1px solid; padding-top: .3em; }
            @media print { body { margin: 0; max-width: none; } }
            """;

    private HtmlReport() {}

    /** The whole file. */
    static String of(Sheet sheet, Texts texts) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(texts.language().locale().getLanguage())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
                .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
                .append(escaped(sheet.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        element(page, "h1", sheet.title());
        element(page, "p", sheet.outgoing());
        sheet.remarks().forEach(remark -> element(page, "p", remark));
        said(page, texts.get("shift.comment"), sheet.comment());
        sheet.sections().forEach(section -> section(page, section));
        said(page, texts.get("shift.incomingComment"), sheet.said());
        page.append("<div class=\"sign\">\n");
        element(page, "div", sheet.outgoing());
        element(page, "div", sheet.incoming());
        return page.append("</div>\n</body>\n</html>\n").toString();
    }

    private static void section(StringBuilder page, ReportWords.Section section) {
        page.append("<h2>").append(escaped(section.title()));
        if (!section.count().isEmpty()) {
            page.append(" <span>· ").append(escaped(section.count())).append("</span>");
        }
        page.append("</h2>\n<table>\n");
        for (ReportWords.Line line : section.lines()) {
            page.append(line.open() ? "<tr class=\"open\"><td>" : "<tr><td>")
                    .append(escaped(line.what()))
                    .append("</td><td>")
                    .append(escaped(line.how()))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private static void said(StringBuilder page, String title, String words) {
        if (!words.isBlank()) {
            element(page, "h2", title);
            page.append("<p class=\"said\">").append(escaped(words)).append("</p>\n");
        }
    }

    private static void element(StringBuilder page, String name, String words) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(words))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** What a browser shows as just these characters; what no document may hold is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                case '\n', '\t' -> safe.appendCodePoint(each);
                default -> {
                    if (!Character.isISOControl(each) && Character.getType(each) != Character.SURROGATE) {
                        safe.appendCodePoint(each);
                    }
                }
            }
        });
        return safe.toString();
    }
}
