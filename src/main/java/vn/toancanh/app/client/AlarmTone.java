package vn.toancanh.app.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.alarms.Chime;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * The alarm's tone by the machine's loudspeaker: two short notes, made here and not read from a file. A machine without one
 * stays silent and says so once in the log; one that is busy is tried again with the next alarm.
 */
final class AlarmTone implements Chime, Handle {
    /** Samples a second. */
    static final int RATE = 44_100;

    private static final Logger LOG = LoggerFactory.getLogger(AlarmTone.class);

    /** Hertz; a fourth apart, which is heard through talk. */
    private static final double[] NOTES = {660, 880};

    private static final double NOTE_SECONDS = 0.16;
    private static final double ATTACK_SECONDS = 0.008;

    /** Of the loudest there is: an alarm in a quiet room at night must not frighten. */
    private static final double LOUDNESS = 0.35;

    /** Opens the loudspeaker with the tone in it. */
    interface Loudspeaker {
        /**
         * Opens it; may take a while.
         *
         * @throws IllegalArgumentException where there is none
         * @throws LineUnavailableException where another program has it now
         */
        Clip open() throws LineUnavailableException, IOException;
    }

    private final Lane lane;
    private final Loudspeaker loudspeaker;
    private @Nullable Clip clip;
    private boolean silent;
    private boolean told;

    /** @param lane where the device is opened, which may take a while */
    AlarmTone(Lane lane) {
        this(lane, AlarmTone::open);
    }

    AlarmTone(Lane lane, Loudspeaker loudspeaker) {
        this.lane = lane;
        this.loudspeaker = loudspeaker;
    }

    @Override
    public void ring() {
        lane.execute(this::sound);
    }

    private void sound() {
        if (silent) {
            return;
        }
        try {
            Clip open = clip;
            if (open == null) {
                open = loudspeaker.open();
                clip = open;
            }
            open.stop();
            open.setFramePosition(0);
            open.start();
            told = false;
        } catch (IllegalArgumentException none) {
            silent = true;
            LOG.warn("no loudspeaker: alarms come without a tone", none);
        } catch (LineUnavailableException | SecurityException | IOException busy) {
            if (!told) {
                told = true;
                LOG.warn("the loudspeaker cannot be used now: this alarm comes without a tone", busy);
            }
        }
    }

    private static Clip open() throws LineUnavailableException, IOException {
        byte[] samples = samples();
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        Clip made = AudioSystem.getClip();
        made.open(new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2));
        return made;
    }

    /** 16 bits a sample, little-endian, one channel. */
    static byte[] samples() {
        int length = (int) (NOTE_SECONDS * RATE);
        byte[] bytes = new byte[NOTES.length * length * 2];
        for (int note = 0; note < NOTES.length; note++) {
            for (int i = 0; i < length; i++) {
                double at = (double) i / RATE;
                double rise = Math.min(1, at / ATTACK_SECONDS);
                double fall = Math.min(1, (NOTE_SECONDS - at) / (NOTE_SECONDS / 2));
                double wave = Math.sin(2 * Math.PI * NOTES[note] * at) * rise * fall * LOUDNESS;
                int value = (int) Math.round(wave * Short.MAX_VALUE);
                int place = (note * length + i) * 2;
                bytes[place] = (byte) value;
                bytes[place + 1] = (byte) (value >> 8);
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        lane.execute(() -> {
            Clip open = clip;
            clip = null;
            silent = true;
            if (open != null) {
                open.close();
            }
        });
    }
}
