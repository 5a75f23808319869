package vn.toancanh.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A short list, a few thousand things at most, found by what they are called as cameras are: without tone marks, word by word from
 * the beginnings of words, and as the keys of a Telex typist come. Immutable; any thread.
 */
public final class Phrases<T> {
    private record Named<T>(T thing, String folded, List<String> words) {}

    private final List<Named<T>> all;

    private Phrases(List<Named<T>> all) {
        this.all = all;
    }

    /**
     * A list to search in.
     *
     * @param words what a thing is called
     */
    public static <T> Phrases<T> of(List<T> things, Function<T, String> words) {
        List<Named<T>> all = new ArrayList<>(things.size());
        for (T thing : things) {
            List<String> named = Folding.words(Folding.fold(words.apply(thing))).stream()
                    .map(Folding.Word::text)
                    .toList();
            all.add(new Named<>(thing, String.join(" ", named), named));
        }
        return new Phrases<>(List.copyOf(all));
    }

    /**
     * Those that all words of what was typed are found in; those that begin with it first, else in their order.
     *
     * @param most how many at most
     */
    public List<T> search(String typed, int most) {
        SearchQuery query = SearchQuery.of(typed).asTelex();
        if (query.isEmpty()) {
            return List.of();
        }
        List<T> beginning = new ArrayList<>();
        List<T> others = new ArrayList<>();
        for (Named<T> each : all) {
            if (query.begins(each.folded())) {
                beginning.add(each.thing());
            } else if (others.size() < most && matches(query, each.words())) {
                others.add(each.thing());
            }
        }
        beginning.addAll(others);
        return List.copyOf(beginning.subList(0, Math.min(most, beginning.size())));
    }

    private static boolean matches(SearchQuery query, List<String> words) {
        for (List<String> spellings : query.words()) {
            boolean found = false;
            for (int word = 0; word < words.size() && !found; word++) {
                String named = words.get(word);
                for (String spelling : spellings) {
                    found |= named.startsWith(spelling);
                }
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
