package vn.toancanh.catalogue;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.toancanh.base.Language;

/**
 * The order of names in lists: word by word, words as a Vietnamese dictionary has them (a ă â … d đ e ê), digits by their
 * value, so that "Cầu 2" stands before "Cầu 10". Keys of words are kept, since the words of a city repeat. One thread.
 */
public final class NameOrder {
    private static final int NUMBER = 0;
    private static final int WORD = 1;

    private record Part(int kind, long number, CollationKey word) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            if (kind != other.kind) {
                return Integer.compare(kind, other.kind);
            }
            return kind == NUMBER ? Long.compare(number, other.number) : word.compareTo(other.word);
        }
    }

    private record Key(List<Part> parts) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int shorter = Math.min(parts.size(), other.parts.size());
            for (int i = 0; i < shorter; i++) {
                int order = parts.get(i).compareTo(other.parts.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(parts.size(), other.parts.size());
        }
    }

    private record Keyed<T>(Key key, T item) {}

    private final Collator collator = Collator.getInstance(Language.VI.locale());
    private final Map<String, Part> words = new HashMap<>();
    private final CollationKey none;

    public NameOrder() {
        collator.setStrength(Collator.TERTIARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        none = collator.getCollationKey("");
    }

    /** The items in the order of their names; those of equal names as they came. */
    public <T> List<T> sorted(Collection<T> items, Function<? super T, String> name) {
        return items.stream()
                .map(item -> new Keyed<T>(key(name.apply(item)), item))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::item)
                .toList();
    }

    private Key key(String name) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < name.length()) {
            char c = name.charAt(at);
            int end = at + 1;
            if (isDigit(c)) {
                while (end < name.length() && end - at < 18 && isDigit(name.charAt(end))) {
                    end++;
                }
                parts.add(new Part(NUMBER, Long.parseLong(name.substring(at, end)), none));
            } else if (Character.isWhitespace(c)) {
                at = end;
                continue;
            } else {
                while (end < name.length() && !isDigit(name.charAt(end)) && !Character.isWhitespace(name.charAt(end))) {
                    end++;
                }
                parts.add(words.computeIfAbsent(
                        name.substring(at, end), word -> new Part(WORD, 0, collator.getCollationKey(word))));
            }
            at = end;
        }
        return new Key(List.copyOf(parts));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
