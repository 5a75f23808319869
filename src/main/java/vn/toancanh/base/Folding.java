package vn.toancanh.base;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as searches compare it: lower case, without Vietnamese tone and vowel marks, {@code đ} as {@code d}, runs of white
 * space as one blank. Any thread.
 */
public final class Folding {
    private Folding() {}

    /** {@code "Phố  Đường Láng"} becomes {@code "pho duong lang"}. */
    public static String fold(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(plain.length());
        boolean blank = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = !folded.isEmpty();
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                if (blank) {
                    folded.append(' ');
                    blank = false;
                }
                folded.append(c == 'đ' || c == 'Đ' ? 'd' : c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
