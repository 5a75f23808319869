package vn.toancanh.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.alarm;
import static vn.toancanh.alarms.Samples.fresh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/** Steps of alarms while the server is away, as the list of alarms at this desk has them. */
class QueuedStepsTest {
    private static final AlarmId A = new AlarmId("a");

    private final FakeAlarms server = new FakeAlarms();
    private final List<Map<String, String>> kept = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final QueuedSteps steps = new QueuedSteps(
            server,
            (action, subject, facts) -> {
                assertThat(action + " " + subject).isEqualTo("alarm.step alarm/a");
                kept.add(facts);
            },
            new QueuedSteps.Said() {
                @Override
                public void kept(Alarm alarm) {
                    said.add("kept");
                }

                @Override
                public void late(String title, String by) {
                    said.add("late by " + by);
                }
            });
    private final AlarmSource.News listening = server.news();
    private final AlarmBook book = new AlarmBook(steps, new ManualLane(new ManualClock()));

    @BeforeEach
    void open() {
        book.open();
        listed(fresh("a", 50));
    }

    private void listed(Alarm... alarms) {
        server.lists.remove().accept(Outcome.done(List.of(alarms)));
    }

    private void told(Alarm alarm) {
        server.news().changed(alarm.id(), alarm.version(), alarm.step());
        if (alarm.step().isOpen()) {
            server.gets.remove().answer().accept(Outcome.done(alarm));
        }
    }

    private void acceptWhileAway(Kind how) {
        accept(Failure.of(how, "away"));
    }

    private void accept(Failure answer) {
        book.move(A, AlarmStep.ACKNOWLEDGED);
        server.moves.remove().answer().accept(Outcome.failed(answer));
    }

    private List<AlarmStep> shown() {
        return book.list().stream().map(Alarm::step).toList();
    }

    @Test
    void aStepThatTheServerDoesNotAnswerStandsHereAndIsKept() {
        acceptWhileAway(Kind.UNREACHABLE);
        assertThat(shown()).containsExactly(AlarmStep.ACKNOWLEDGED);
        assertThat(book.trouble()).isEmpty();
        assertThat(said).containsExactly("kept");
        assertThat(kept)
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsEntry(AlarmDeed.STEP, "ACKNOWLEDGED")
                        .containsEntry(AlarmDeed.VERSION, "1")
                        .containsEntry(AlarmDeed.AFTER, "0"));
        book.refresh();
        listed(fresh("a", 50));
        assertThat(shown()).as("the server is back and has not been told yet").containsExactly(AlarmStep.ACKNOWLEDGED);
        told(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 2));
        book.move(A, AlarmStep.IN_PROGRESS);
        assertThat(server.moves).as("nothing waits any more").hasSize(1);
        assertThat(kept).hasSize(1);
    }

    static Stream<Failure> answersThatLeaveItOpen() {
        return Stream.of(
                Failure.of(Kind.TIMEOUT, "silent"),
                Failure.of(Kind.PROTOCOL, "its answer broke off", new IOException("unexpected end of stream")),
                Failure.of(Kind.PROTOCOL, "it died while it greeted", new SSLException("broken")),
                Failure.of(Kind.UNTRUSTED, "another stands there"));
    }

    @ParameterizedTest
    @MethodSource("answersThatLeaveItOpen")
    void aStepOfWhichNobodyKnowsWhetherTheServerHasItIsKept(Failure answer) {
        accept(answer);
        assertThat(shown()).containsExactly(AlarmStep.ACKNOWLEDGED);
        assertThat(kept).hasSize(1);
        assertThat(said).containsExactly("kept");
    }

    @Test
    void anAnswerThatCameWholeAndIsNotUnderstoodIsNoSuchThing() {
        acceptWhileAway(Kind.PROTOCOL);
        assertThat(kept).isEmpty();
        assertThat(book.trouble()).isPresent();
    }

    @Test
    void whatComesAfterAStepThatWaitsWaitsBehindIt() {
        acceptWhileAway(Kind.TIMEOUT);
        book.finish(A, AlarmOutcome.HANDLED, "Đã gọi 115");
        assertThat(server.finishes).isEmpty();
        assertThat(shown()).isEmpty();
        assertThat(kept.get(1))
                .containsEntry(AlarmDeed.STEP, "CLOSED")
                .containsEntry(AlarmDeed.VERSION, "2")
                .containsEntry(AlarmDeed.AFTER, "1")
                .containsEntry(AlarmDeed.OUTCOME, "HANDLED")
                .containsEntry(AlarmDeed.NOTE, "Đã gọi 115");
        book.refresh();
        listed(fresh("a", 50));
        assertThat(shown()).isEmpty();
        told(alarm("a", 50, AlarmStep.ACKNOWLEDGED, 2));
        assertThat(shown()).as("the first of both was told").isEmpty();
        told(alarm("a", 50, AlarmStep.CLOSED, 3));
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatDidNotComeAboutIsSaidAndTheAlarmIsBackAsItIs() {
        acceptWhileAway(Kind.UNREACHABLE);
        book.finish(A, AlarmOutcome.NO_ACTION, "");
        listening.late(A, "Người vào khu vực cấm", "Chị Lan");
        server.news().late(A, "Người vào khu vực cấm", "Chị Lan");
        assertThat(said).endsWith("late by Chị Lan");
        listed(fresh("a", 50));
        assertThat(shown()).as("also where nothing of it changed meanwhile").containsExactly(AlarmStep.NEW);
    }

    @Test
    void whatTheServerRefusesIsNotKept() {
        acceptWhileAway(Kind.FORBIDDEN);
        assertThat(kept).isEmpty();
        assertThat(said).isEmpty();
        assertThat(book.trouble()).isPresent();
        assertThat(shown()).containsExactly(AlarmStep.NEW);
    }
}
