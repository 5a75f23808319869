package vn.toancanh.server.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.store.Reading;

/**
 * Entries as CSV (RFC 4180) in UTF-8 with a mark at its beginning, since spreadsheets know it by that. A cell that a spreadsheet
 * would take for a formula gets an apostrophe before it (OWASP, CSV Injection). The last line is {@code end} and the number
 * of entries: where it is missing, so is a part.
 */
final class AuditCsv {
    private static final int PORTION = 1_000;

    /** Entries that one portion goes through at most, also where it finds none: others wait for the database meanwhile. */
    static final int SPAN = 20_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** In ASCII, and as wide as an ideograph, which some spreadsheets take for the same. */
    private static final String FORMULA = "=+-@\t\r\n|%\uFF1D\uFF0B\uFF0D\uFF20";

    private static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "originalAt",
            "user",
            "address",
            "client",
            "action",
            "subject",
            "outcome",
            "facts",
            "accountId",
            "sessionId",
            "id",
            "hash");

    private final Reading database;
    private final AuditSight sight;

    /** @param sight what whoever reads it may be told */
    AuditCsv(Reading database, AuditSight sight) {
        this.database = database;
        this.sight = sight;
    }

    /**
     * Writes what was asked for, up to a place, the oldest first; reads portion by portion, so that nothing waits for a slow reader, nor long
     * for one who asks for what is rare.
     *
     * @return how many entries were written
     */
    long write(OutputStream out, AuditQuery query, long through) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(COLUMNS);
        long written = 0;
        boolean asked = database.read(sql -> sight.mayBeAsked(sql, query));
        long place = asked ? database.read(sql -> sql.number("SELECT min(seq) FROM audit")) - 1 : through;
        long last = Math.min(through, database.read(sql -> sql.number("SELECT max(seq) FROM audit")));
        while (place < last) {
            long after = place;
            long end = Math.min(last, after + SPAN);
            List<AuditEntry> found = database.read(sql -> query.oldest(sql, after, end, PORTION));
            for (AuditEntry entry : database.read(sql -> sight.of(sql, found))) {
                csv.writeRecord(cells(entry));
                written++;
            }
            csv.flush();
            place = found.size() == PORTION ? found.getLast().seq() : end;
        }
        csv.writeRecord("end", Long.toString(written));
        csv.flush();
        return written;
    }

    private static List<String> cells(AuditEntry entry) {
        Caller who = entry.who();
        @Nullable Long original = entry.originalAt();
        return List.of(
                Long.toString(entry.seq()),
                Instant.ofEpochMilli(entry.at()).toString(),
                original == null ? "" : Instant.ofEpochMilli(original).toString(),
                cell(who.username()),
                cell(who.address()),
                cell(who.client()),
                cell(entry.action()),
                cell(entry.subject()),
                cell(entry.outcome()),
                cell(entry.facts()),
                cell(who.accountId()),
                cell(who.sessionId()),
                cell(entry.id()),
                entry.hash());
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
