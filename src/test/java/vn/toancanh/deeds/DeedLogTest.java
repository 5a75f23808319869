package vn.toancanh.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class DeedLogTest {
    private static final DeedOwner ANNA = new DeedOwner(URI.create("https://a"), "anna");
    private static final DeedOwner BINH = new DeedOwner(URI.create("https://a"), "bình");

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final ManualClock clock = new ManualClock();
    private final Kept kept = new Kept();
    private final Ears ears = new Ears();
    private final List<Integer> setAside = new ArrayList<>();
    private long made;
    private final DeedLog log =
            new DeedLog(lane, clock, kept, ears, () -> new UUID(0, ++made), new Random(1), setAside::add);

    /** Keeps deeds in memory, and answers when the lane runs, by what was there when it was asked. */
    private final class Kept implements DeedStore {
        record Row(DeedOwner owner, Deed deed) {}

        final Map<UUID, Row> rows = new LinkedHashMap<>();
        final Set<UUID> aside = new java.util.HashSet<>();
        boolean full;

        @Override
        public void append(DeedOwner owner, Deed deed) {
            rows.put(deed.id(), new Row(owner, deed));
        }

        @Override
        public void oldest(DeedOwner owner, boolean notes, int most, Consumer<List<Deed>> answer) {
            List<Deed> found = rows.values().stream()
                    .filter(row -> row.owner.equals(owner) && !aside.contains(row.deed.id()))
                    .filter(row -> notes || !row.deed.isNote())
                    .map(Row::deed)
                    .limit(most)
                    .toList();
            lane.execute(() -> answer.accept(found));
        }

        @Override
        public void remove(Set<UUID> ids) {
            if (!full) {
                rows.keySet().removeAll(ids);
            }
        }

        @Override
        public void setAside(Set<UUID> ids) {
            aside.addAll(ids);
        }

        @Override
        public void count(DeedOwner owner, IntConsumer answer) {
            lane.execute(() -> answer.accept(rows.size()));
        }
    }

    /** Hears what is told and answers when the test says so. */
    private static final class Ears implements DeedSender {
        final List<List<String>> heard = new ArrayList<>();
        final List<Consumer<Answer>> open = new ArrayList<>();
        boolean notes = true;

        @Override
        public boolean hearsNotes() {
            return notes;
        }

        @Override
        public void tell(List<Deed> deeds, Consumer<Answer> answer) {
            heard.add(deeds.stream().map(Deed::subject).toList());
            open.add(answer);
        }

        void answer(Answer answer) {
            open.removeFirst().accept(answer);
        }

        void hear() {
            answer(new Answer.Heard(Set.of()));
        }

        void fail(Failure.Kind kind) {
            answer(new Answer.Unheard(Failure.of(kind, "told so")));
        }
    }

    private void note(String subject) {
        log.note("camera.shown", subject, Map.of("tile", "1"));
    }

    private void pass(Duration time) {
        lane.advance(time);
        lane.runReady();
    }

    @Test
    void whatIsDoneWhileTheStoreIsReadIsToldToo() {
        log.follow(ANNA, true);
        note("a");
        lane.runReady();
        assertThat(ears.heard).as("it was not there yet when it was looked for").isEmpty();
        pass(DeedLog.GATHER);
        assertThat(ears.heard).containsExactly(List.of("a"));
    }

    @Test
    void whatIsDoneWithinAMomentIsToldTogetherAndForgotten() {
        log.follow(ANNA, true);
        lane.runReady();
        note("a");
        note("b");
        assertThat(kept.rows).as("kept before anything else").hasSize(2);
        pass(DeedLog.GATHER);
        assertThat(ears.heard).containsExactly(List.of("a", "b"));
        note("c");
        pass(Duration.ofMinutes(1));
        assertThat(ears.heard).as("one request at a time").hasSize(1);
        ears.hear();
        pass(DeedLog.GATHER);
        assertThat(ears.heard).containsExactly(List.of("a", "b"), List.of("c"));
        ears.hear();
        pass(DeedLog.GATHER);
        assertThat(kept.rows).isEmpty();
        assertThat(ears.heard).hasSize(2);
    }

    @Test
    void whatIsDoneWhileTheServerIsAwayIsToldInOrderOnceItIsBack() {
        log.follow(ANNA, false);
        for (int i = 0; i < DeedLog.BATCH + 5; i++) {
            note("n" + i);
        }
        pass(Duration.ofHours(1));
        assertThat(ears.heard).isEmpty();
        log.follow(ANNA, true);
        lane.runReady();
        assertThat(ears.heard.getFirst()).hasSize(DeedLog.BATCH).startsWith("n0", "n1");
        ears.hear();
        lane.runReady();
        assertThat(ears.heard.get(1)).containsExactly("n200", "n201", "n202", "n203", "n204");
        ears.hear();
        lane.runReady();
        assertThat(kept.rows).isEmpty();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainAndTheServerKnowsTheRepeat() {
        log.follow(ANNA, true);
        note("a");
        pass(DeedLog.GATHER);
        UUID first = kept.rows.keySet().iterator().next();
        ears.fail(Failure.Kind.TIMEOUT);
        pass(Duration.ofSeconds(3));
        assertThat(ears.heard).containsExactly(List.of("a"), List.of("a"));
        assertThat(kept.rows).containsOnlyKeys(first);
    }

    @Test
    void waitsGrowWhileTheServerDoesNotAnswer() {
        log.follow(ANNA, true);
        note("a");
        pass(DeedLog.GATHER);
        for (int i = 0; i < 12; i++) {
            ears.fail(Failure.Kind.UNREACHABLE);
            pass(Duration.ofMinutes(2));
        }
        assertThat(ears.heard).hasSize(13);
        ears.fail(Failure.Kind.UNREACHABLE);
        pass(Duration.ofSeconds(30));
        assertThat(ears.heard).as("a minute at least by now").hasSize(13);
    }

    @Test
    void aServerWithoutEarsIsNotAskedAgainUntilItWasAway() {
        log.follow(ANNA, true);
        note("a");
        pass(DeedLog.GATHER);
        ears.fail(Failure.Kind.UNSUPPORTED);
        note("b");
        pass(Duration.ofHours(8));
        assertThat(ears.heard).hasSize(1);
        log.follow(ANNA, false);
        log.follow(ANNA, true);
        lane.runReady();
        assertThat(ears.heard).hasSize(2);
    }

    @Test
    void aServerWithoutAnAuditTrailIsToldWhatElseThereIsAndTheNotesWait() {
        ears.notes = false;
        log.follow(ANNA, true);
        for (int i = 0; i < DeedLog.BATCH + 5; i++) {
            log.note("desk.shown", "n" + i, Map.of());
        }
        log.note("shift.handover", "h", Map.of());
        pass(DeedLog.GATHER);
        assertThat(ears.heard).containsExactly(List.of("h"));
        ears.hear();
        pass(Duration.ofHours(1));
        assertThat(kept.rows).hasSize(DeedLog.BATCH + 5);
        ears.notes = true;
        log.follow(ANNA, false);
        log.follow(ANNA, true);
        lane.runReady();
        assertThat(ears.heard.getLast()).startsWith("n0", "n1");
    }

    @Test
    void anotherUsersDeedsWaitForThatUser() {
        log.follow(ANNA, false);
        note("annas");
        log.follow(BINH, true);
        lane.runReady();
        assertThat(ears.heard).isEmpty();
        note("binhs");
        pass(DeedLog.GATHER);
        assertThat(ears.heard).containsExactly(List.of("binhs"));
        log.follow(ANNA, true);
        lane.runReady();
        assertThat(ears.heard.getLast()).containsExactly("annas");
        ears.hear();
        lane.runReady();
        assertThat(kept.rows.values()).extracting(row -> row.deed().subject()).containsExactly("annas");
        assertThat(ears.heard).as("the late answer began nothing").hasSize(2);
    }

    @Test
    void whatTheServerWillNotHaveIsSetAsideAndSaid() {
        log.follow(ANNA, true);
        note("a");
        note("b");
        pass(DeedLog.GATHER);
        ears.answer(new DeedSender.Answer.Heard(Set.of(new UUID(0, 1))));
        pass(Duration.ofHours(1));
        assertThat(setAside).containsExactly(1);
        assertThat(kept.rows).containsOnlyKeys(new UUID(0, 1));
        assertThat(ears.heard).hasSize(1);
    }

    @Test
    void whereForgettingWaitsForRoomNothingIsToldTwice() {
        log.follow(ANNA, true);
        kept.full = true;
        note("a");
        pass(DeedLog.GATHER);
        ears.hear();
        pass(Duration.ofHours(1));
        assertThat(ears.heard).hasSize(1);
        kept.remove(Set.of());
    }

    @Test
    void whereNobodyWorksNothingIsNoted() {
        note("a");
        assertThat(kept.rows).isEmpty();
    }
}
