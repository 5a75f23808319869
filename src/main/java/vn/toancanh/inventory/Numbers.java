package vn.toancanh.inventory;

import org.jspecify.annotations.Nullable;

/** Numbers with a decimal point or, as spreadsheets in Vietnamese write them, a decimal comma. */
final class Numbers {
    private static final String PATTERN = "[+-]?\\d{1,9}([.,]\\d{1,17})?";

    private Numbers() {}

    /** The number of a cell; null where it is empty or wrong, which is then told. */
    static @Nullable Double in(Values values, Column column, double least, double most, Problems problems) {
        @Nullable String text = values.get(column);
        if (text == null) {
            return null;
        }
        if (!text.matches(PATTERN)) {
            problems.add(values.header(column), "inventory.badNumber", EntryReader.shown(text));
            return null;
        }
        double number = Double.parseDouble(text.replace(',', '.'));
        if (number < least || number > most) {
            problems.add(
                    values.header(column),
                    "inventory.outOfRange",
                    EntryReader.shown(text),
                    String.valueOf((long) least),
                    String.valueOf((long) most));
            return null;
        }
        return number;
    }
}
