package vn.toancanh.layouts;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are written into a file: bare where that can mean nothing else. */
final class Quoting {
    private static final Pattern BARE =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_.()/+-]*( [\\p{L}\\p{M}\\p{N}_.()/+-]+)*");

    /** What YAML 1.1 or 1.2, or a person, may take for something else than a word. */
    private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private static final int REPLACEMENT = 0xFFFD;

    private Quoting() {}

    static String word(String text) {
        return BARE.matcher(text).matches() && !SPECIAL.matcher(text).matches() ? text : quoted(text);
    }

    /** In double quotes, as JSON and YAML both read it. */
    static String quoted(String text) {
        StringBuilder made = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            switch (each) {
                case '"' -> made.append("\\\"");
                case '\\' -> made.append("\\\\");
                case '\n' -> made.append("\\n");
                case '\t' -> made.append("\\t");
                default -> append(made, each);
            }
        });
        return made.append('"').toString();
    }

    private static void append(StringBuilder made, int each) {
        int type = Character.getType(each);
        boolean seen = type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.SURROGATE;
        if (seen) {
            made.appendCodePoint(each);
        } else if (type == Character.SURROGATE) {
            made.appendCodePoint(REPLACEMENT);
        } else {
            for (char half : Character.toChars(each)) {
                made.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
            }
        }
    }

    /** What may stand behind {@code #}: one line, nothing that cannot be seen. */
    static String comment(String text) {
        return text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
    }
}
