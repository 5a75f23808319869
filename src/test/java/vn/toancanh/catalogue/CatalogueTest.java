package vn.toancanh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

class CatalogueTest {
    private static final CatalogueOwner OWNER = new CatalogueOwner(URI.create("https://a"), "anna");
    private static final Instant LATER = Instant.parse("2026-11-21T09:00:00Z");

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final Deque<Consumer<Outcome<CatalogueUpdate>>> asked = new ArrayDeque<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<CatalogueOwner> loaded = new ArrayList<>();
    private Optional<CatalogueContents> cached = Optional.empty();
    private Runnable news = () -> {};

    private final CatalogueSource source = new CatalogueSource() {
        @Override
        public void fetch(String syncToken, Consumer<Outcome<CatalogueUpdate>> answer) {
            tokens.add(syncToken);
            asked.add(answer);
        }

        @Override
        public Handle onNews(Runnable listener) {
            news = listener;
            return () -> news = () -> {};
        }
    };

    private final CatalogueCache cache = new CatalogueCache() {
        @Override
        public void keptAsOf(CatalogueOwner owner, Consumer<Optional<Instant>> answer) {
            answer.accept(Optional.empty());
        }

        @Override
        public void load(CatalogueOwner owner, Consumer<Optional<CatalogueContents>> answer) {
            loaded.add(owner);
            lane.execute(() -> answer.accept(cached));
        }

        @Override
        public void save(CatalogueOwner owner, CatalogueContents contents) {
            kept.add("whole " + contents.cameras().size());
        }

        @Override
        public void save(
                CatalogueOwner owner, CatalogueContents before, CatalogueUpdate.Delta delta, CatalogueContents after) {
            kept.add("delta " + before.cameras().size() + "→" + after.cameras().size());
        }

        @Override
        public void confirm(CatalogueOwner owner, Instant asOf) {
            kept.add("confirm");
        }
    };

    private final Catalogue catalogue = new Catalogue(source, cache, lane, lane);

    private void answer(CatalogueUpdate update) {
        asked.remove().accept(Outcome.done(update));
        lane.runReady();
    }

    private void openWith(Optional<CatalogueContents> contents) {
        cached = contents;
        catalogue.open(OWNER);
        lane.runReady();
    }

    @Test
    void showsTheCacheAtOnceAndThenWhatTheServerSays() {
        openWith(Optional.of(Cities.city(10, 1)));
        assertThat(catalogue.snapshot().size()).isEqualTo(10);
        assertThat(catalogue.state().fromCache()).isTrue();
        assertThat(tokens).containsExactly("7 i tag");
        answer(new CatalogueUpdate.Delta(
                null, List.of(Cities.camera("neu", 500, "Mới", "w1")), List.of(new CameraId("c-1")), LATER, "8 i tag"));
        assertThat(catalogue.snapshot().size()).isEqualTo(10);
        assertThat(catalogue.snapshot().number(500)).isPresent();
        assertThat(catalogue.snapshot().camera(new CameraId("c-1"))).isEmpty();
        assertThat(catalogue.state()).isEqualTo(new CatalogueState(false, false, LATER, null));
        assertThat(kept).containsExactly("delta 10→10");
    }

    @Test
    void whatWasReadAheadIsShownToWhoeverItIsOfAndReadOnce() {
        cached = Optional.of(Cities.city(10, 1));
        catalogue.lookAhead(OWNER);
        lane.runReady();
        assertThat(catalogue.snapshot().size()).as("nobody is let in yet").isZero();
        assertThat(catalogue.state()).isEqualTo(CatalogueState.CLOSED);
        catalogue.open(OWNER);
        assertThat(catalogue.snapshot().size()).isEqualTo(10);
        assertThat(tokens).containsExactly("7 i tag");
        assertThat(loaded).containsExactly(OWNER);
    }

    @Test
    void whatIsStillBeingReadAheadIsWaitedFor() {
        cached = Optional.of(Cities.city(10, 1));
        catalogue.lookAhead(OWNER);
        catalogue.open(OWNER);
        lane.runReady();
        assertThat(catalogue.snapshot().size()).isEqualTo(10);
        assertThat(loaded).containsExactly(OWNER);
    }

    @Test
    void whatWasReadAheadOfSomebodyElseOrBeforeAnEndIsNotShown() {
        CatalogueOwner other = new CatalogueOwner(OWNER.server(), "berta");
        cached = Optional.of(Cities.city(10, 1));
        catalogue.lookAhead(other);
        lane.runReady();
        cached = Optional.of(Cities.city(4, 1));
        catalogue.open(OWNER);
        lane.runReady();
        assertThat(catalogue.snapshot().size()).isEqualTo(4);
        catalogue.close();
        catalogue.open(other);
        lane.runReady();
        assertThat(loaded).containsExactly(other, OWNER, other);
        assertThat(catalogue.snapshot().size()).isEqualTo(4);
    }

    @Test
    void whereNothingWasKeptTheServerIsAskedAfterLookingAheadToo() {
        catalogue.lookAhead(OWNER);
        lane.runReady();
        catalogue.open(OWNER);
        answer(new CatalogueUpdate.Whole(Cities.city(3, 2)));
        assertThat(catalogue.snapshot().size()).isEqualTo(3);
        assertThat(tokens).containsExactly("");
    }

    @Test
    void aServerThatIsAwayLeavesTheCacheStanding() {
        openWith(Optional.of(Cities.city(10, 1)));
        asked.remove().accept(Outcome.failed(Failure.of(Kind.UNREACHABLE, "away")));
        assertThat(catalogue.snapshot().size()).isEqualTo(10);
        assertThat(catalogue.state().fromCache()).isTrue();
        assertThat(catalogue.state().failure()).isNotNull();
        assertThat(catalogue.state().asOf()).isEqualTo("2026-11-21T06:00:00Z");
        news.run();
        answer(new CatalogueUpdate.Unchanged(LATER));
        assertThat(catalogue.state()).isEqualTo(new CatalogueState(false, false, LATER, null));
        assertThat(kept).containsExactly("confirm");
    }

    @Test
    void aServerThatWasBusyIsAskedAgainWithoutNews() {
        openWith(Optional.empty());
        asked.remove().accept(Outcome.failed(Failure.of(Kind.BUSY, "busy")));
        lane.advance(Catalogue.FIRST_RETRY.minusMillis(1));
        assertThat(asked).isEmpty();
        lane.advance(Duration.ofMillis(1));
        asked.remove().accept(Outcome.failed(Failure.of(Kind.BUSY, "busy")));
        lane.advance(Catalogue.FIRST_RETRY);
        assertThat(asked).as("ever more rarely").isEmpty();
        lane.advance(Catalogue.FIRST_RETRY);
        answer(new CatalogueUpdate.Whole(Cities.city(3, 2)));
        assertThat(catalogue.snapshot().size()).isEqualTo(3);
        lane.advance(Duration.ofMinutes(10));
        assertThat(asked).as("all is well").isEmpty();
    }

    @Test
    void aRefusalThatStaysIsNotRepeatedAndNothingIsAskedOnceClosed() {
        openWith(Optional.empty());
        asked.remove().accept(Outcome.failed(Failure.of(Kind.FORBIDDEN, "no right")));
        lane.advance(Duration.ofMinutes(10));
        assertThat(asked).isEmpty();
        news.run();
        asked.remove().accept(Outcome.failed(Failure.of(Kind.TIMEOUT, "late")));
        catalogue.close();
        lane.advance(Duration.ofMinutes(10));
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutACacheTheWholeIsFetched() {
        openWith(Optional.empty());
        List<CatalogueSnapshot> told = new ArrayList<>();
        catalogue.onChange(told::add);
        answer(new CatalogueUpdate.Whole(Cities.city(3, 2)));
        assertThat(told).hasSize(1);
        assertThat(tokens).containsExactly("");
        assertThat(kept).containsExactly("whole 3");
    }

    @Test
    void newsDuringAFetchLeadToOneMoreFetch() {
        openWith(Optional.empty());
        news.run();
        news.run();
        assertThat(asked).hasSize(1);
        answer(new CatalogueUpdate.Whole(Cities.city(3, 2)));
        assertThat(asked).hasSize(1);
        answer(new CatalogueUpdate.Unchanged(LATER));
        assertThat(asked).isEmpty();
    }

    @Test
    void lateAnswersForSomebodyWhoSignedOutAreDropped() {
        openWith(Optional.of(Cities.city(10, 1)));
        catalogue.close();
        assertThat(catalogue.snapshot().size()).isZero();
        answer(new CatalogueUpdate.Whole(Cities.city(3, 2)));
        assertThat(catalogue.snapshot().size()).isZero();
        assertThat(kept).isEmpty();
        catalogue.refresh();
        assertThat(asked).isEmpty();
    }

    @Test
    void aSearchThatWasOvertakenIsNotAnswered() {
        openWith(Optional.of(Cities.city(100, 1)));
        List<String> answers = new ArrayList<>();
        Handle first = catalogue.search("c", 10, result -> answers.add(result.query()));
        first.close();
        catalogue.search("ca", 10, result -> answers.add(result.query()));
        lane.runReady();
        assertThat(answers).containsExactly("ca");
    }
}
