package vn.toancanh.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.catalogue.SearchHit.Rank;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * Finds cameras by what operators type: every word must begin some word of the camera's name, number, tags or site names,
 * whatever its case and tone marks. Where nothing is found the query is read once more as Telex keys. Immutable, any
 * thread; a search over a city takes a few milliseconds, so it runs on COMPUTE.
 */
public final class SearchIndex {
    private static final Comparator<Camera> BY_NUMBER =
            Comparator.comparing(Camera::number, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<Camera> cameras;
    private final String[] phrases;
    private final Postings names;
    private final Postings elsewhere;
    private final Function<SiteId, List<Site>> path;

    private SearchIndex(
            List<Camera> cameras,
            String[] phrases,
            Postings names,
            Postings elsewhere,
            Function<SiteId, List<Site>> path) {
        this.cameras = cameras;
        this.phrases = phrases;
        this.names = names;
        this.elsewhere = elsewhere;
        this.path = path;
    }

    /**
     * The index of those cameras.
     *
     * @param cameras in the order in which equally good hits are wanted
     * @param path the sites from the root down to a site; must not change later
     */
    static SearchIndex of(List<Camera> cameras, Function<SiteId, List<Site>> path) {
        Postings.Builder names = new Postings.Builder();
        Postings.Builder elsewhere = new Postings.Builder();
        String[] phrases = new String[cameras.size()];
        Map<SiteId, Set<String>> siteWords = new HashMap<>();
        Map<String, List<String>> tagWords = new HashMap<>();
        for (int i = 0; i < phrases.length; i++) {
            Camera camera = cameras.get(i);
            List<Folding.Word> words = Folding.words(Folding.fold(camera.name()));
            for (Folding.Word word : words) {
                names.add(word.text(), i);
            }
            phrases[i] = words.stream().map(Folding.Word::text).collect(Collectors.joining(" "));
            Integer number = camera.number();
            if (number != null) {
                elsewhere.add(number.toString(), i);
            }
            for (String word : siteWords.computeIfAbsent(camera.site(), site -> wordsOf(path.apply(site)))) {
                elsewhere.add(word, i);
            }
            for (String tag : camera.tags()) {
                for (String word : tagWords.computeIfAbsent(tag, SearchIndex::wordsOf)) {
                    elsewhere.add(word, i);
                }
            }
        }
        return new SearchIndex(List.copyOf(cameras), phrases, names.build(), elsewhere.build(), path);
    }

    private static Set<String> wordsOf(List<Site> path) {
        return path.stream().flatMap(site -> wordsOf(site.name()).stream()).collect(Collectors.toSet());
    }

    private static List<String> wordsOf(String text) {
        return Folding.words(Folding.fold(text)).stream()
                .map(Folding.Word::text)
                .toList();
    }

    /**
     * The cameras that match all words of {@code typed}, best first; none for a query without letters or digits.
     *
     * @param limit the most hits wanted, 0 or more
     */
    public SearchResult search(String typed, int limit) {
        SearchQuery query = SearchQuery.of(typed);
        if (query.isEmpty()) {
            return new SearchResult(typed, List.of(), 0);
        }
        Found found = find(query);
        if (found.all.isEmpty()) {
            query = query.asTelex();
            found = find(query);
        }
        return new SearchResult(typed, best(query, found, limit), found.all.cardinality());
    }

    /** @param named of all, those that hold every word in their name */
    private record Found(BitSet all, BitSet named) {}

    private Found find(SearchQuery query) {
        @Nullable Found found = null;
        for (List<String> spellings : query.words()) {
            BitSet named = new BitSet(phrases.length);
            BitSet all = new BitSet(phrases.length);
            for (String spelling : spellings) {
                names.mark(spelling, named);
                elsewhere.mark(spelling, all);
            }
            all.or(named);
            query.number().ifPresent(number -> markNumber(number, all));
            if (found == null) {
                found = new Found(all, named);
            } else {
                found.all.and(all);
                found.named.and(named);
            }
        }
        return found == null ? new Found(new BitSet(), new BitSet()) : found;
    }

    private void markNumber(int number, BitSet all) {
        elsewhere.eachOf(Integer.toString(number), camera -> {
            if (Integer.valueOf(number).equals(cameras.get(camera).number())) {
                all.set(camera);
            }
        });
    }

    private List<SearchHit> best(SearchQuery query, Found found, int limit) {
        Map<Rank, List<Camera>> ranked = new EnumMap<>(Rank.class);
        for (Rank rank : Rank.values()) {
            ranked.put(rank, new ArrayList<>());
        }
        String phrase = query.phrase();
        for (int i = found.all.nextSetBit(0); i >= 0; i = found.all.nextSetBit(i + 1)) {
            Rank rank = rank(i, query, phrase, found.named.get(i));
            List<Camera> sameRank = ranked.getOrDefault(rank, List.of());
            if (rank == Rank.NUMBER_START || sameRank.size() < limit) {
                sameRank.add(cameras.get(i));
            }
        }
        ranked.getOrDefault(Rank.NUMBER_START, List.of()).sort(BY_NUMBER);
        List<SearchHit> hits = new ArrayList<>();
        Highlighter highlighter = new Highlighter(query, path);
        ranked.forEach((rank, list) -> list.stream()
                .limit(limit - hits.size())
                .map(camera -> new SearchHit(camera, rank, highlighter.highlight(camera)))
                .forEach(hits::add));
        return hits;
    }

    private Rank rank(int camera, SearchQuery query, String phrase, boolean named) {
        Integer number = cameras.get(camera).number();
        if (number != null && query.isDigits()) {
            if (query.number().getAsInt() == number) {
                return Rank.NUMBER;
            }
            if (number.toString().startsWith(phrase)) {
                return Rank.NUMBER_START;
            }
        }
        if (phrases[camera].startsWith(phrase)) {
            return Rank.NAME_START;
        }
        return named ? Rank.NAME_WORD : Rank.ELSEWHERE;
    }
}
