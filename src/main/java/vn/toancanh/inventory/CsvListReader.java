package vn.toancanh.inventory;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list as comma-, semicolon- or tab-separated values, the first line naming the columns. */
final class CsvListReader {
    private static final int LONGEST_HEADER = 16_384;

    private final Problems problems;
    private final EntryReader entries;

    CsvListReader(Problems problems, EntryReader entries) {
        this.problems = problems;
        this.entries = entries;
    }

    void read(Reader text) throws IOException {
        char separator = separator(text);
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            if (!records.hasNext()) {
                problems.add("", "inventory.empty");
                return;
            }
            @Nullable List<@Nullable Column> columns = columns(records.next());
            while (columns != null && records.hasNext() && !problems.full()) {
                CsvRecord entry = records.next();
                line = entry.getStartingLineNumber();
                if (entries.entries().size() >= InventoryFile.MOST_ENTRIES) {
                    problems.at((int) line);
                    problems.add("", "inventory.tooMany", InventoryFile.MOST_ENTRIES);
                    return;
                }
                read(entry, columns);
            }
        } catch (CsvParseException broken) {
            problems.at((int) line + 1);
            problems.add("", "inventory.badQuotes");
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private final Map<Column, String> headers = new EnumMap<>(Column.class);

    /** The columns in the order of the file, null where a header is unknown; null altogether where needed ones are missing. */
    private @Nullable List<@Nullable Column> columns(CsvRecord header) {
        problems.at((int) header.getStartingLineNumber());
        List<@Nullable Column> columns = new ArrayList<>();
        for (String name : header.getFields()) {
            Optional<Column> column = Column.of(name);
            if (column.isPresent() && headers.putIfAbsent(column.get(), name.strip()) != null) {
                problems.add(name.strip(), "inventory.columnTwice", column.get().header());
            } else if (column.isEmpty() && !name.isBlank()) {
                problems.add(EntryReader.shown(name.strip()), "inventory.unknownColumn");
            }
            columns.add(column.orElse(null));
        }
        for (Column needed : List.of(Column.NAME, Column.SITE)) {
            if (!headers.containsKey(needed)) {
                problems.add("", "inventory.missingColumn", needed.header());
            }
        }
        if (!headers.containsKey(Column.NUMBER) && !headers.containsKey(Column.ID)) {
            problems.add("", "inventory.missingColumn", Column.NUMBER.header());
        }
        if (!headers.containsKey(Column.MAIN_URL) && !headers.containsKey(Column.SUB_URL)) {
            problems.add("", "inventory.missingColumn", Column.MAIN_URL.header());
        }
        return problems.count() > 0 ? null : columns;
    }

    private void read(CsvRecord entry, List<@Nullable Column> columns) {
        int line = (int) entry.getStartingLineNumber();
        List<String> fields = entry.getFields();
        Values values = new Values(headers);
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            @Nullable Column column = columns.get(i);
            if (column != null) {
                values.put(column, fields.get(i));
            }
        }
        boolean extra = fields.stream().skip(columns.size()).anyMatch(field -> !field.isBlank());
        if (extra || (fields.size() < columns.size() && !values.isEmpty() && fields.size() == 1)) {
            problems.at(line);
            problems.add("", "inventory.wrongFieldCount", fields.size(), columns.size());
        } else if (!values.isEmpty()) {
            entries.read(line, values);
        }
    }

    /** The sign that separates most of the header's columns. */
    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int sign = text.read();
            if (sign < 0 || (begun && !quoted && (sign == '\n' || sign == '\r'))) {
                break;
            }
            begun |= !Character.isWhitespace(sign);
            quoted ^= sign == '"';
            commas += !quoted && sign == ',' ? 1 : 0;
            semicolons += !quoted && sign == ';' ? 1 : 0;
            tabs += !quoted && sign == '\t' ? 1 : 0;
        }
        text.reset();
        if (semicolons > commas && semicolons >= tabs) {
            return ';';
        }
        return tabs > commas ? '\t' : ',';
    }
}
