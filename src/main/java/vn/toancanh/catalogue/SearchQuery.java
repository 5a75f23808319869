package vn.toancanh.catalogue;

import java.util.List;
import java.util.OptionalInt;

/**
 * What was typed, taken apart.
 *
 * @param words each with the spellings that count for it
 */
record SearchQuery(List<List<String>> words) {
    private static final int MOST_WORDS = 12;

    SearchQuery {
        words = List.copyOf(words);
    }

    static SearchQuery of(String typed) {
        return new SearchQuery(Folding.words(Folding.fold(typed)).stream()
                .limit(MOST_WORDS)
                .map(word -> List.of(word.text()))
                .toList());
    }

    /** The same query with every word also read as Telex keys. */
    SearchQuery asTelex() {
        return new SearchQuery(words.stream()
                .map(List::getFirst)
                .map(word -> {
                    String read = Telex.read(word);
                    return read.equals(word) ? List.of(word) : List.of(word, read);
                })
                .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** True where a name, folded to words with one blank between them, begins with the whole query. */
    boolean begins(String name) {
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            int length = -1;
            for (String spelling : words.get(i)) {
                int end = at + spelling.length();
                boolean whole = last || (end < name.length() && name.charAt(end) == ' ');
                if (whole && name.startsWith(spelling, at)) {
                    length = spelling.length();
                }
            }
            if (length < 0) {
                return false;
            }
            at += length + 1;
        }
        return true;
    }

    /** True where the query is nothing but digits. */
    boolean isDigits() {
        return words.size() == 1 && Numbers.isDigits(words.getFirst().getFirst());
    }

    /** The camera number asked for, where the query is a number that one could have; zeros may lead. */
    OptionalInt number() {
        if (!isDigits() || words.getFirst().getFirst().length() > 9) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(words.getFirst().getFirst()));
    }
}
