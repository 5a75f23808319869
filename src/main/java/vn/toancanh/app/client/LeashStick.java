package vn.toancanh.app.client;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Lane;
import vn.toancanh.joystick.VirtualStick;

/**
 * The stick of a program that holds this client on a leash: {@code stick 60 -25} holds it at so many hundredths to the right and upwards,
 * the first time it is plugged in. It waits for nothing on DESK, as a hand's stick does not. Any thread.
 */
final class LeashStick {
    private static final Logger LOG = LoggerFactory.getLogger(LeashStick.class);
    private static final String WORDS = "stick -?\\d{1,3} -?\\d{1,3}";
    private static final double WHOLE = 100;

    private final Lane stick;

    /** On STICK. */
    private @Nullable VirtualStick held;

    /** @param stick the lane that reads sticks */
    LeashStick(Lane stick) {
        this.stick = stick;
    }

    /**
     * Does what a line says.
     *
     * @param others do it there where it speaks of no stick
     */
    void take(String line, Lane desk, Consumer<String> others) {
        if (line.matches(WORDS)) {
            String[] words = line.split(" ", -1);
            stick.execute(() -> hold(Integer.parseInt(words[1]) / WHOLE, Integer.parseInt(words[2]) / WHOLE));
        } else {
            desk.execute(() -> others.accept(line));
        }
    }

    private void hold(double pan, double tilt) {
        try {
            VirtualStick now = held == null ? VirtualStick.plug() : held;
            held = now;
            now.hold(pan, tilt);
        } catch (IllegalStateException | LinkageError none) {
            LOG.warn("a leash's stick: {}", none.toString());
        }
    }
}
