package vn.toancanh.base;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of secret, and what is put in its place. Nearly every text holds none: a pattern looks only where one of the signs
 * stands without which it never matches. To look for those makes nothing that would have to be collected. Immutable; any thread.
 */
final class Mask {
    private final Pattern pattern;
    private final Function<MatchResult, String> instead;
    private final String[] signs;

    /**
     * A mask.
     *
     * @param instead gives what stands there afterwards, as {@link Matcher#replaceAll(Function)} takes it
     * @param signs in lower case; whatever the pattern matches holds one of them, in whichever case
     */
    Mask(Pattern pattern, Function<MatchResult, String> instead, String... signs) {
        this.pattern = pattern;
        this.instead = instead;
        this.signs = signs.clone();
    }

    /** The text with what the pattern finds masked. */
    String over(String text) {
        return mayBeIn(text) ? always(text) : text;
    }

    /** The same without looking for signs before. */
    String always(String text) {
        return pattern.matcher(text).replaceAll(instead);
    }

    private boolean mayBeIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = folded(text.charAt(at));
            for (String sign : signs) {
                if (letter == sign.charAt(0) && text.regionMatches(true, at, sign, 0, sign.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** As patterns compare letters whose case does not count: some letters have more than two forms. */
    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }
}
