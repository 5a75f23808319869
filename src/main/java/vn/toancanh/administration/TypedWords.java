package vn.toancanh.administration;

import java.util.List;
import vn.toancanh.base.Folding;

/**
 * The words somebody searches by: each has to begin a word of what is found, without regard to case and tone marks. Immutable;
 * any thread.
 */
public final class TypedWords {
    private final List<String> words;

    public TypedWords(String typed) {
        String plain = plain(typed);
        words = plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1));
    }

    /** True where all of them occur; also where nothing was typed. */
    public boolean occurIn(String text) {
        String padded = " " + plain(text);
        return words.stream().allMatch(word -> padded.contains(" " + word));
    }

    /** Letters and digits, with one blank between words; user names are words with dots between. */
    private static String plain(String text) {
        return Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
