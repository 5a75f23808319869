package vn.toancanh.base;

import java.util.HexFormat;

/**
 * Foreign text that is to stay within its line of a log: whoever sends an end of a line, or turns the direction of writing, would else
 * write lines there that look like ours. Any thread.
 */
public final class OneLine {
    private static final int FIRST_PRINTED = 0x20;

    private OneLine() {}

    /** The text with such characters written out as Java does. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (breaks(text.charAt(i))) {
                return written(text, i);
            }
        }
        return text;
    }

    private static String written(String text, int from) {
        StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char each = text.charAt(i);
            if (breaks(each)) {
                line.append("\\u").append(HexFormat.of().toHexDigits(each));
            } else {
                line.append(each);
            }
        }
        return line.toString();
    }

    private static boolean breaks(char each) {
        return (each < FIRST_PRINTED && each != '\t')
                || (each >= 0x7f && each <= 0x9f)
                || (each >= 0x2028 && each <= 0x202e)
                || (each >= 0x2066 && each <= 0x2069);
    }
}
