package vn.toancanh.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as search compares it: small letters, no tone marks, đ as d, and where in the original each letter came from.
 * Composed and decomposed spellings fold alike.
 */
final class Folding {
    /** A run of letters and digits, by its place in {@link #text()}. */
    record Word(String text, int start) {}

    private static final int TABLE_END = 0x2000;
    private static final char MARK = 0;
    private static final char[] TABLE = table();

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Folding(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The folding with the original's places. */
    static Folding of(String original) {
        char[] folded = new char[original.length()];
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        int length = 0;
        for (int i = 0; i < original.length(); i++) {
            char letter = fold(original.charAt(i));
            if (letter == MARK) {
                if (length > 0) {
                    ends[length - 1] = i + 1;
                }
                continue;
            }
            folded[length] = letter;
            starts[length] = i;
            ends[length] = i + 1;
            length++;
        }
        return new Folding(new String(folded, 0, length), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }

    /** The folded text alone. */
    static String fold(String original) {
        char[] folded = new char[original.length()];
        int length = 0;
        for (int i = 0; i < original.length(); i++) {
            char letter = fold(original.charAt(i));
            if (letter != MARK) {
                folded[length++] = letter;
            }
        }
        return new String(folded, 0, length);
    }

    /** The words of a folded text, in order. */
    static List<Word> words(String folded) {
        List<Word> words = new ArrayList<>(6);
        int at = 0;
        while (at < folded.length()) {
            if (!Character.isLetterOrDigit(folded.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < folded.length() && Character.isLetterOrDigit(folded.charAt(at))) {
                at++;
            }
            words.add(new Word(folded.substring(start, at), start));
        }
        return words;
    }

    String text() {
        return text;
    }

    /** Where the folded letter came from. */
    int start(int foldedIndex) {
        return starts[foldedIndex];
    }

    /** Where the original of the folded letter ends, its marks included. */
    int end(int foldedIndex) {
        return ends[foldedIndex];
    }

    private static char fold(char c) {
        return c < TABLE_END ? TABLE[c] : Character.toLowerCase(c);
    }

    private static char[] table() {
        char[] table = new char[TABLE_END];
        for (char c = 0; c < TABLE_END; c++) {
            table[c] = slow(c);
        }
        return table;
    }

    private static char slow(char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return MARK;
        }
        if (c == 'đ' || c == 'Đ') {
            return 'd';
        }
        char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        return c == MARK ? ' ' : Character.toLowerCase(base);
    }
}
