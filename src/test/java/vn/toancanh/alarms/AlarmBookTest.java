package vn.toancanh.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.alarm;
import static vn.toancanh.alarms.Samples.fresh;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;

class AlarmBookTest {
    private static final AlarmId A = new AlarmId("a");

    private final FakeAlarms server = new FakeAlarms();
    private final AlarmBook book = new AlarmBook(server, new ManualLane(new ManualClock()));
    private int told;

    @BeforeEach
    void listen() {
        book.onChange(() -> told++);
        book.open();
    }

    private void listed(Alarm... alarms) {
        server.lists.remove().accept(Outcome.done(List.of(alarms)));
    }

    private void got(Alarm alarm) {
        FakeAlarms.Get get = server.gets.remove();
        assertThat(get.id()).isEqualTo(alarm.id());
        get.answer().accept(Outcome.done(alarm));
    }

    private List<String> ids() {
        return book.list().stream().map(each -> each.id().value()).toList();
    }

    @Test
    void theMostUrgentComesFirst() {
        listed(fresh("low", 10), alarm("taken", 90, AlarmStep.ACKNOWLEDGED, 2), fresh("high", 80));
        assertThat(ids()).containsExactly("high", "low", "taken");
        assertThat(book.unaccepted()).isEqualTo(2);
        assertThat(told).isEqualTo(1);
    }

    @Test
    void anAlarmThatComesIsAskedForAndStands() {
        listed();
        server.news().changed(A, 1, AlarmStep.NEW);
        assertThat(ids()).isEmpty();
        got(fresh("a", 50));
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void whatAnotherDeskAcceptsIsMarkedAtOnce() {
        listed(fresh("a", 50));
        server.news().changed(A, 2, AlarmStep.ACKNOWLEDGED);
        assertThat(book.unaccepted()).isZero();
        assertThat(book.list().getFirst().step()).isEqualTo(AlarmStep.ACKNOWLEDGED);
        got(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 2));
        assertThat(book.list().getFirst().version()).isEqualTo(2);
    }

    @Test
    void whatIsClosedIsGoneAndALateAnswerDoesNotBringItBack() {
        listed(fresh("a", 50));
        server.news().changed(A, 2, AlarmStep.ACKNOWLEDGED);
        server.news().changed(A, 3, AlarmStep.CLOSED);
        assertThat(ids()).isEmpty();
        got(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 2));
        assertThat(ids()).isEmpty();
    }

    @Test
    void anOlderAnswerChangesNothing() {
        listed(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 5));
        server.news().afresh();
        listed(fresh("a", 50));
        assertThat(book.list().getFirst().version()).isEqualTo(5);
    }

    @Test
    void severalNewsOfOneAlarmAreOneQuestionMore() {
        listed();
        for (int version = 1; version <= 5; version++) {
            server.news().changed(A, version, AlarmStep.NEW);
        }
        assertThat(server.gets).hasSize(1);
        got(alarm("a", 50, AlarmStep.NEW, 1));
        assertThat(server.gets).hasSize(1);
        got(alarm("a", 50, AlarmStep.NEW, 5));
        assertThat(server.gets).isEmpty();
        assertThat(book.list().getFirst().version()).isEqualTo(5);
    }

    @Test
    void whatCameWhileTheListWasReadStaysAndWhatIsNotOnItGoes() {
        listed(fresh("a", 50), fresh("b", 40));
        server.news().afresh();
        server.news().changed(new AlarmId("c"), 1, AlarmStep.NEW);
        got(fresh("c", 30));
        listed(fresh("b", 40));
        assertThat(ids()).containsExactly("b", "c");
    }

    @Test
    void acceptingIsSentOnceAndItsAnswerStands() {
        listed(fresh("a", 50));
        book.move(A, AlarmStep.ACKNOWLEDGED);
        book.move(A, AlarmStep.ACKNOWLEDGED);
        assertThat(server.moves).hasSize(1);
        assertThat(book.isSending(A)).isTrue();
        server.moves.remove().answer().accept(Outcome.done(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 2)));
        assertThat(book.isSending(A)).isFalse();
        assertThat(book.unaccepted()).isZero();
        assertThat(book.trouble()).isEmpty();
        book.move(new AlarmId("nowhere"), AlarmStep.ACKNOWLEDGED);
        assertThat(server.moves).isEmpty();
    }

    @Test
    void whoWasFasterIsShownAfterARefusal() {
        listed(fresh("a", 50));
        book.move(A, AlarmStep.ACKNOWLEDGED);
        server.moves.remove().answer().accept(Outcome.failed(Failure.of(Failure.Kind.CONFLICT, "412")));
        assertThat(book.trouble().orElseThrow().alarm()).isEqualTo(A);
        got(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 2));
        assertThat(book.unaccepted()).isZero();
        book.move(A, AlarmStep.IN_PROGRESS);
        assertThat(server.moves.remove().seen().version()).isEqualTo(2);
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void aListThatFailsLeavesWhatIsKnown() {
        listed(fresh("a", 50));
        book.refresh();
        book.refresh();
        server.lists.remove().accept(Outcome.failed(Failure.of(Failure.Kind.UNREACHABLE, "away")));
        assertThat(ids()).containsExactly("a");
        assertThat(book.failure()).isPresent();
        listed(fresh("b", 50));
        assertThat(ids()).containsExactly("b");
        assertThat(book.failure()).isEmpty();
    }

    @Test
    void afterSigningOutNothingStandsAndLateAnswersAreDropped() {
        listed(fresh("a", 50));
        server.news().changed(A, 2, AlarmStep.NEW);
        book.refresh();
        book.close();
        assertThat(ids()).isEmpty();
        assertThat(server.news).isNull();
        got(alarm("a", 50, AlarmStep.NEW, 2));
        listed(fresh("a", 50));
        assertThat(ids()).isEmpty();
    }

    @Test
    void aServerWithoutAlarmsIsNotAsked() {
        FakeAlarms other = new FakeAlarms();
        other.there = false;
        AlarmBook none = new AlarmBook(other, new ManualLane(new ManualClock()));
        none.open();
        assertThat(other.lists).isEmpty();
        assertThat(none.offered()).isFalse();
    }

    @Test
    void anAlarmThatMayNoLongerBeSeenGoes() {
        listed(fresh("a", 50));
        server.news().changed(A, 2, AlarmStep.NEW);
        server.gets.remove().answer().accept(Outcome.failed(Failure.of(Failure.Kind.NOT_FOUND, "404")));
        assertThat(ids()).isEmpty();
    }
}
