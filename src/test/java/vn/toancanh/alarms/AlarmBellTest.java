package vn.toancanh.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.alarm;
import static vn.toancanh.alarms.Samples.fresh;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;

class AlarmBellTest {
    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeAlarms server = new FakeAlarms();
    private final AlarmBook book = new AlarmBook(server, lane);
    private boolean wanted = true;
    private int rings;
    private final AlarmBell bell = new AlarmBell(book, () -> rings++, () -> wanted, lane);

    @BeforeEach
    void open() {
        book.open();
        server.lists.remove().accept(Outcome.done(List.of()));
    }

    private void tell(Alarm alarm) {
        server.news().changed(alarm.id(), alarm.version(), alarm.step());
        while (!server.gets.isEmpty()) {
            server.gets.remove().answer().accept(Outcome.done(alarm));
        }
    }

    @Test
    void itRingsAtOnceAndAgainUntilSomebodyAccepts() {
        tell(fresh("a", 10));
        assertThat(rings).isEqualTo(1);
        lane.advance(AlarmBell.AGAIN.multipliedBy(3));
        assertThat(rings).isEqualTo(4);
        tell(alarm("a", 10, AlarmStep.ACKNOWLEDGED, 2));
        lane.advance(AlarmBell.AGAIN.multipliedBy(3));
        assertThat(rings).isEqualTo(4);
        assertThat(bell.ringing()).isFalse();
    }

    @Test
    void aSecondAlarmRingsAtOnceAndNotTwiceAsOften() {
        tell(fresh("a", 10));
        lane.advance(AlarmBell.AGAIN.dividedBy(2));
        tell(fresh("b", 10));
        assertThat(rings).isEqualTo(2);
        lane.advance(AlarmBell.AGAIN);
        assertThat(rings).isEqualTo(3);
    }

    @Test
    void quietHoldsForThoseThatAreThere() {
        tell(fresh("a", 10));
        bell.silence();
        lane.advance(AlarmBell.AGAIN.multipliedBy(5));
        assertThat(rings).isEqualTo(1);
        tell(alarm("a", 10, AlarmStep.NEW, 2));
        assertThat(rings).isEqualTo(1);
        tell(fresh("b", 10));
        assertThat(rings).isEqualTo(2);
    }

    @Test
    void whereNoToneIsWantedThereIsNone() {
        wanted = false;
        tell(fresh("a", 10));
        assertThat(rings).isZero();
        wanted = true;
        bell.look();
        assertThat(rings).isEqualTo(1);
        wanted = false;
        bell.look();
        lane.advance(AlarmBell.AGAIN.multipliedBy(2));
        assertThat(rings).isEqualTo(1);
    }

    @Test
    void whatIsStillThereRingsAgainWhenTheToneIsWantedAgain() {
        tell(fresh("a", 10));
        wanted = false;
        bell.look();
        wanted = true;
        bell.look();
        assertThat(rings).isEqualTo(2);
        lane.advance(AlarmBell.AGAIN);
        assertThat(rings).isEqualTo(3);
    }

    @Test
    void whoSignsOutHearsNothingMore() {
        tell(fresh("a", 10));
        book.close();
        lane.advance(AlarmBell.AGAIN.multipliedBy(2));
        assertThat(rings).isEqualTo(1);
    }
}
