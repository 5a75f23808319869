package vn.toancanh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.catalogue.Highlight.Field;
import vn.toancanh.catalogue.SearchHit.Rank;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;

class SearchTest {
    private static final List<Site> SITES = List.of(
            Cities.site("hn", null, "Hà Nội"),
            Cities.site("hk", "hn", "Phường Hoàn Kiếm"),
            Cities.site("ld", "hn", "Phường Láng"),
            Cities.site("od", "hn", "Phường Ô Chợ Dừa"));
    private static final CatalogueSnapshot SMALL = CatalogueSnapshot.of(Cities.contents(
            SITES,
            Cities.camera("a", 12, "Ngã tư Tràng Tiền", "hk", "giao thông"),
            Cities.camera("b", 120, "Đường Láng 1194", "ld"),
            Cities.camera("c", 1204, "Cổng bệnh viện", "od"),
            Cities.camera("d", 7, "Hoàn Kiếm - bờ hồ", "ld"),
            Cities.camera("e", null, "12 Hàng Bài", "hk"),
            Cities.camera("f", 3, Normalizer.normalize("Đê Ô Chợ Dừa", Normalizer.Form.NFD), "ld")));

    private static List<String> ids(String query) {
        return SMALL.search().search(query, 100).hits().stream()
                .map(hit -> hit.camera().id().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "hoan kiem, d a e",
        "HOÀN KIẾM, d a e",
        "duong lang, b",
        "đường láng, b",
        "lang, b d f",
        "ô chợ dừa, f c",
        "o cho dua, f c",
        "kiem hoan, d a e",
        "giao th, a",
        "bo ho, d",
        "1194, b",
        "ha noi phuong, e c b f d a"
    })
    void ignoresCaseToneMarksAndTheOrderOfWords(String query, String expected) {
        assertThat(ids(query)).containsExactlyInAnyOrder(expected.split(" ", -1));
        assertThat(ids(query).getFirst()).isEqualTo(expected.split(" ", -1)[0]);
    }

    @ParameterizedTest
    @CsvSource({"hoanf kieems, d", "dduwowngf langs, b", "tranfg tieenf, a", "oo chowj duwaf, f", "hangf baif, e"})
    void readsTelexKeysWhereNothingElseIsFound(String query, String first) {
        assertThat(ids(query).getFirst()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "hoanf, hoan",
        "hoafn, hoan",
        "dduwowngf, duong",
        "duwongf, duong",
        "wng, ung",
        "chowj, cho",
        "tr, tr",
        "xuaan, xuan",
        "hoana, hoan",
        "sown, son",
        "ddd, d",
        "12, 12",
        "quoocs, quoc",
        "giaays, giay",
        "ddeem, dem"
    })
    void foldsTelex(String typed, String read) {
        assertThat(Telex.read(typed)).isEqualTo(read);
    }

    @Test
    void ranksTheNumberFirstThenItsBeginningsThenNamesThenTheRest() {
        SearchResult result = SMALL.search().search("12", 100);
        assertThat(result.hits()).extracting(hit -> hit.camera().id().value()).containsExactly("a", "b", "c", "e");
        assertThat(result.hits())
                .extracting(SearchHit::rank)
                .containsExactly(Rank.NUMBER, Rank.NUMBER_START, Rank.NUMBER_START, Rank.NAME_START);
        assertThat(SMALL.search().search("hoan", 100).hits())
                .extracting(SearchHit::rank)
                .containsExactly(Rank.NAME_START, Rank.ELSEWHERE, Rank.ELSEWHERE);
        assertThat(SMALL.search().search("tien", 100).hits().getFirst().rank()).isEqualTo(Rank.NAME_WORD);
        assertThat(SMALL.search().search("0012", 1).hits().getFirst().rank()).isEqualTo(Rank.NUMBER);
    }

    @Test
    void marksWhatMatchedInTheOriginalSpelling() {
        assertThat(marked("duong la", "b", Field.NAME)).containsExactly("Đường", "Lá");
        assertThat(marked("cho", "f", Field.NAME)).containsExactly(Normalizer.normalize("Chợ", Normalizer.Form.NFD));
        assertThat(marked("hoan", "a", Field.SITE)).containsExactly("Hoàn");
        assertThat(marked("120", "c", Field.NUMBER)).containsExactly("120");
        assertThat(marked("012", "a", Field.NUMBER)).containsExactly("12");
        assertThat(marked("giao", "a", Field.TAG)).containsExactly("giao");
        assertThat(marked("hoanf", "d", Field.NAME)).containsExactly("Hoàn");
    }

    private static List<String> marked(String query, String camera, Field field) {
        return SMALL.search().search(query, 100).hits().stream()
                .filter(hit -> hit.camera().id().value().equals(camera))
                .flatMap(hit -> hit.highlights().stream())
                .filter(mark -> mark.field() == field)
                .map(mark -> mark.text().substring(mark.start(), mark.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-–/.", "\u0301", "zzz", "99999999999999999999", "a\u0000b", "🚦"})
    void oddQueriesFindNothingAndBreakNothing(String query) {
        assertThat(SMALL.search().search(query, 10).hits()).isEmpty();
    }

    @Test
    void tellsHowManyThereAreBeyondTheLimit() {
        SearchResult result = SMALL.search().search("ha noi", 2);
        assertThat(result.hits()).hasSize(2);
        assertThat(result.total()).isEqualTo(6);
        assertThat(SMALL.search().search("ha noi", 0).total()).isEqualTo(6);
    }

    @Test
    void findsWhatLookingAtEveryCameraFinds() {
        CatalogueSnapshot city = CatalogueSnapshot.of(Cities.city(2_000, 20261121));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Camera> cameras = city.cameras();
        for (int round = 0; round < 300; round++) {
            Camera camera = cameras.get(random.nextInt(cameras.size()));
            String query = drawn(camera, city, random);
            SearchResult result = city.search().search(query, Integer.MAX_VALUE);
            List<String> slow = slowly(city, query);
            assertThat(result.hits())
                    .extracting(hit -> hit.camera().id().value())
                    .as(query)
                    .containsExactlyInAnyOrderElementsOf(slow);
            assertThat(result.total()).isEqualTo(slow.size());
            assertThat(result.hits()).extracting(SearchHit::rank).as(query).isSorted();
            assertThat(result.hits())
                    .as(query)
                    .contains(result.hits().stream()
                            .filter(hit -> hit.camera().equals(camera))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** Beginnings of some words of a camera, with and without marks. */
    private static String drawn(Camera camera, CatalogueSnapshot city, RandomGenerator random) {
        List<String> words = new ArrayList<>(slowWords(camera, city));
        List<String> picked = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String word = words.get(random.nextInt(words.size()));
            picked.add(word.substring(0, random.nextInt(1, word.length() + 1)));
        }
        String query = String.join(random.nextBoolean() ? " " : " - ", picked);
        return random.nextBoolean() ? query : query.toUpperCase(Locale.ROOT);
    }

    private static List<String> slowly(CatalogueSnapshot city, String query) {
        List<String> wanted = split(query).toList();
        return city.cameras().stream()
                .filter(camera -> {
                    List<String> words = slowWords(camera, city);
                    Integer number = camera.number();
                    boolean sameNumber = wanted.size() == 1
                            && number != null
                            && wanted.getFirst().matches("0*" + number);
                    return sameNumber
                            || wanted.stream().allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
                })
                .map(camera -> camera.id().value())
                .collect(Collectors.toList());
    }

    private static List<String> slowWords(Camera camera, CatalogueSnapshot city) {
        String sites = city.path(camera.site()).stream().map(Site::name).collect(Collectors.joining(" "));
        String all = camera.name() + " " + (camera.number() == null ? "" : camera.number()) + " " + sites + " "
                + String.join(" ", camera.tags());
        return split(all).toList();
    }

    private static Stream<String> split(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd');
        return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+", -1)).filter(word -> !word.isEmpty());
    }
}
