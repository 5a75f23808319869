package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class WaitingWordTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final AtomicInteger said = new AtomicInteger();
    private final WaitingWord word = new WaitingWord(lane, said::incrementAndGet);

    @Test
    void aServerThatAnswersAMomentLaterIsNotSpokenOf() {
        word.waits();
        lane.advance(WaitingWord.AFTER.minus(MOMENT));
        word.close();
        lane.advance(Duration.ofHours(1));
        assertThat(said).hasValue(0);
    }

    @Test
    void oneThatDoesNotIsOnceEachTime() {
        word.waits();
        lane.advance(WaitingWord.AFTER.minus(MOMENT));
        word.waits();
        assertThat(said).hasValue(0);
        lane.advance(MOMENT);
        assertThat(said).as("counted from the first").hasValue(1);
        word.waits();
        lane.advance(Duration.ofHours(1));
        assertThat(said).hasValue(1);

        word.close();
        word.waits();
        lane.advance(WaitingWord.AFTER);
        assertThat(said).hasValue(2);
    }
}
