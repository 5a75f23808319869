package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class AlarmToneTest {
    private static int sample(byte[] bytes, int place) {
        return (short) ((bytes[2 * place] & 0xff) | bytes[2 * place + 1] << 8);
    }

    @Test
    void itIsShortBeginsAndEndsInSilenceAndIsNotTooLoud() {
        byte[] bytes = AlarmTone.samples();
        int count = bytes.length / 2;
        assertThat(count).isBetween(AlarmTone.RATE / 5, AlarmTone.RATE / 2);
        int loudest = 0;
        int steepest = 0;
        for (int i = 0; i < count; i++) {
            loudest = Math.max(loudest, Math.abs(sample(bytes, i)));
            steepest = i == 0 ? 0 : Math.max(steepest, Math.abs(sample(bytes, i) - sample(bytes, i - 1)));
        }
        assertThat(sample(bytes, 0)).isZero();
        assertThat(Math.abs(sample(bytes, count - 1))).isLessThan(100);
        assertThat(loudest).isBetween(Short.MAX_VALUE / 4, Short.MAX_VALUE / 2);
        assertThat(steepest).as("no click").isLessThan(loudest / 4);
    }

    @Test
    void aMachineWithoutALoudspeakerIsNoReasonToFail() {
        ManualLane lane = new ManualLane(new ManualClock());
        AlarmTone tone = new AlarmTone(lane);
        tone.ring();
        tone.ring();
        lane.runReady();
        tone.close();
        lane.runReady();
    }

    private static Clip clip(AtomicInteger started) {
        return (Clip) Proxy.newProxyInstance(
                Clip.class.getClassLoader(), new Class<?>[] {Clip.class}, (clip, method, arguments) -> {
                    if (method.getName().equals("start")) {
                        started.incrementAndGet();
                    }
                    return null;
                });
    }

    private static void ring(AlarmTone tone, ManualLane lane) {
        tone.ring();
        lane.runReady();
    }

    @Test
    void aLoudspeakerThatIsBusyIsTriedAgainWithTheNextAlarm() {
        ManualLane lane = new ManualLane(new ManualClock());
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        AlarmTone tone = new AlarmTone(lane, () -> {
            if (opened.incrementAndGet() < 3) {
                throw new LineUnavailableException("busy");
            }
            return clip(started);
        });
        ring(tone, lane);
        ring(tone, lane);
        assertThat(started).hasValue(0);
        ring(tone, lane);
        ring(tone, lane);
        assertThat(started).hasValue(2);
        assertThat(opened).as("and is then kept open").hasValue(3);
        tone.close();
        lane.runReady();
        ring(tone, lane);
        assertThat(started).hasValue(2);
    }

    @Test
    void whereThereIsNoLoudspeakerItIsNotLookedForAgain() {
        ManualLane lane = new ManualLane(new ManualClock());
        AtomicInteger opened = new AtomicInteger();
        AlarmTone tone = new AlarmTone(lane, () -> {
            opened.incrementAndGet();
            throw new IllegalArgumentException("no such line");
        });
        ring(tone, lane);
        ring(tone, lane);
        assertThat(opened).hasValue(1);
    }
}
