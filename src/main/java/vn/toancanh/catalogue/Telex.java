package vn.toancanh.catalogue;

/**
 * Reads a word as it comes off the keys of a Telex typist whose input method is off: {@code hoanf} is hoàn,
 * {@code dduwowngf} is đường. Works on folded words and answers folded ones. The rules rest on what ends a Vietnamese
 * syllable: none ends in d, f, j, r, s, w, x or z, so after the first vowel these are marks.
 */
final class Telex {
    private Telex() {}

    /** The word without its mark keys; the same word where there were none. */
    static String read(String word) {
        StringBuilder read = new StringBuilder(word.length());
        boolean vowel = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean first = i == 0;
            if (!vowel) {
                if (c == 'w') {
                    read.append('u');
                    vowel = true;
                } else if (!(c == 'd' && !first && word.charAt(i - 1) == 'd')) {
                    read.append(c);
                    vowel = isVowel(c);
                }
            } else if (!isMark(c) && !repeats(c, read)) {
                read.append(c);
            }
        }
        return read.toString();
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    private static boolean isMark(char c) {
        return "dfjrswxz".indexOf(c) >= 0;
    }

    /** A second a, e or o in a syllable is the hat of the first; no Vietnamese syllable holds one of them twice. */
    private static boolean repeats(char c, StringBuilder read) {
        return "aeo".indexOf(c) >= 0 && read.indexOf(String.valueOf(c)) >= 0;
    }
}
