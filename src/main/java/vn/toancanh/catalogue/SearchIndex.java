package vn.toancanh.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
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
    private final List<Camera> cameras;
    private final String[] phrases;
    private final Postings names;
    private final Postings firsts;
    private final Postings elsewhere;
    private final Numbers numbers;
    private final Function<SiteId, List<Site>> path;

    private SearchIndex(
            List<Camera> cameras,
            String[] phrases,
            Postings names,
            Postings firsts,
            Postings elsewhere,
            Function<SiteId, List<Site>> path) {
        this.cameras = cameras;
        this.phrases = phrases;
        this.names = names;
        this.firsts = firsts;
        this.elsewhere = elsewhere;
        this.numbers = new Numbers(cameras);
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
        Postings.Builder firsts = new Postings.Builder();
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
            if (!words.isEmpty()) {
                firsts.add(words.getFirst().text(), i);
            }
            phrases[i] = words.stream().map(Folding.Word::text).collect(Collectors.joining(" "));
            for (String word : siteWords.computeIfAbsent(camera.site(), site -> wordsOf(path.apply(site)))) {
                elsewhere.add(word, i);
            }
            for (String tag : camera.tags()) {
                for (String word : tagWords.computeIfAbsent(tag, SearchIndex::wordsOf)) {
                    elsewhere.add(word, i);
                }
            }
        }
        return new SearchIndex(List.copyOf(cameras), phrases, names.build(), firsts.build(), elsewhere.build(), path);
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
                numbers.mark(spelling, all);
            }
            all.or(named);
            query.number().ifPresent(number -> numbers.eachOf(number, all::set));
            if (found == null) {
                found = new Found(all, named);
            } else {
                found.all.and(all);
                found.named.and(named);
            }
        }
        return found == null ? new Found(new BitSet(), new BitSet()) : found;
    }

    private List<SearchHit> best(SearchQuery query, Found found, int limit) {
        Highlighter highlighter = new Highlighter(query, path);
        List<SearchHit> hits = new ArrayList<>();
        BitSet left = (BitSet) found.all.clone();
        IntBiConsumer take = (camera, rank) -> {
            if (hits.size() < limit && left.get(camera)) {
                left.clear(camera);
                Camera hit = cameras.get(camera);
                hits.add(new SearchHit(hit, rank, highlighter.highlight(hit)));
            }
        };
        query.number().ifPresent(number -> numbers.eachOf(number, camera -> take.accept(camera, Rank.NUMBER)));
        if (query.isDigits()) {
            numbers.eachStarting(query.words().getFirst().getFirst(), camera -> take.accept(camera, Rank.NUMBER_START));
        }
        takeNames(query, found.named, take);
        eachOf(found.named, camera -> take.accept(camera, Rank.NAME_WORD));
        eachOf(found.all, camera -> take.accept(camera, Rank.ELSEWHERE));
        return hits;
    }

    /** Those whose name begins as the query does, each word in any of its spellings. */
    private void takeNames(SearchQuery query, BitSet named, IntBiConsumer take) {
        BitSet first = new BitSet(phrases.length);
        query.words().getFirst().forEach(spelling -> firsts.mark(spelling, first));
        first.and(named);
        eachOf(first, camera -> {
            if (query.begins(phrases[camera])) {
                take.accept(camera, Rank.NAME_START);
            }
        });
    }

    private static void eachOf(BitSet cameras, IntConsumer visit) {
        for (int i = cameras.nextSetBit(0); i >= 0; i = cameras.nextSetBit(i + 1)) {
            visit.accept(i);
        }
    }

    /** Takes a camera by its index, with its rank. */
    private interface IntBiConsumer {
        void accept(int camera, Rank rank);
    }
}
