package vn.toancanh.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.bench.Targets;

class BooksTest {
    private static final List<String> NONE = List.of();

    private final Books books = Books.empty();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private List<String> missed(Books.Found found) {
        Targets targets = new Targets();
        books.judge(found, true, figures, targets);
        assertThat(targets.status()).isEqualTo(targets.missed().isEmpty() ? 0 : 1);
        return targets.missed();
    }

    private static void promise(Ledger ledger, String name) {
        ledger.asked(name);
        ledger.acknowledged(name);
    }

    private void promiseAll() {
        promise(books.layouts(), "l");
        promise(books.entries(), "e");
        promise(books.alarms(), "a");
        promise(books.commands(), "c");
    }

    @Test
    void whereNothingWasAcknowledgedNothingWasTried() {
        assertThat(missed(new Books.Found(NONE, NONE, NONE, NONE)))
                .containsExactly(
                        "layoutsAcknowledged", "entriesAcknowledged", "alarmsAcknowledged", "commandsAcknowledged");
    }

    @Test
    void whatIsThereOnceIsWell() {
        promiseAll();
        assertThat(missed(new Books.Found(List.of("l"), List.of("e"), List.of("a"), List.of("c"))))
                .isEmpty();
        assertThat(figures).containsEntry("lost", 0).containsEntry("commandsAcknowledged", 1);
    }

    @Test
    void anAlarmThatIsLostAndACommandThatIsThereTwiceAreFound() {
        promiseAll();
        assertThat(missed(new Books.Found(List.of("l"), List.of("e"), NONE, List.of("c", "c"))))
                .containsExactly("lost", "doubled");
    }
}
