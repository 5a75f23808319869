package vn.toancanh.catalogue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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

    /** The one spelling a name would begin with: each word as it is read last. */
    String phrase() {
        return words.stream().map(List::getLast).collect(Collectors.joining(" "));
    }

    /** The digits, where the query is nothing else. */
    boolean isDigits() {
        return words.size() == 1
                && words.getFirst().getFirst().length() <= 9
                && words.getFirst().getFirst().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The camera number asked for, where the query is a number; zeros may lead. */
    OptionalInt number() {
        return isDigits() ? OptionalInt.of(Integer.parseInt(phrase())) : OptionalInt.empty();
    }
}
