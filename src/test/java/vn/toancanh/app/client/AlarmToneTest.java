package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

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
}
