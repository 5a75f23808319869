package vn.toancanh.ptz.stick;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;

/**
 * One stick from plugging in to its end: what it says is turned into what is to be done. An axis steers only after it has been seen at
 * rest: when the stick came, and when what it does has changed. A button does something only when it is pressed here. STICK.
 */
final class HeldStick {
    /** How long the stick is held for each further tile. */
    static final Duration REPEAT = Duration.ofMillis(400);

    /** How fast it zooms by a button. */
    static final double BUTTON_ZOOM = 0.5;

    /** So much more or less is told; smaller changes are the stick's own noise. */
    private static final double TOLD = 0.02;

    private static final double STEP = 0.3;
    private static final double STEP_OVER = 0.15;
    private static final int PAN = 0;
    private static final int TILT = 1;
    private static final int ZOOM = 2;
    private static final int AXES = 3;

    private final Stick stick;
    private final StickListener listener;
    private final RestingPlace[] places = new RestingPlace[AXES];
    private final boolean[] rested = new boolean[AXES];
    private final boolean[] armed = new boolean[AXES];
    private StickMapping mapping;
    private HeadSpeed told = HeadSpeed.ZERO;
    private boolean looked;
    private long down;
    private long pressed;
    private int columns;
    private int rows;
    private long steppedNanos;

    HeldStick(Stick stick, StickMapping mapping, StickListener listener) {
        this.stick = stick;
        this.mapping = mapping;
        this.listener = listener;
        Arrays.setAll(places, any -> new RestingPlace());
    }

    Stick stick() {
        return stick;
    }

    /** Takes what it says now. */
    void take(StickState state, long nanos) {
        double pan = axis(PAN, mapping.pan(), state, nanos);
        double tilt = axis(TILT, mapping.tilt(), state, nanos);
        double zoom = axis(ZOOM, mapping.zoom(), state, nanos);
        boolean before = holds(Kind.MODIFIER);
        long changed = looked ? state.buttons() ^ down : 0;
        looked = true;
        down = state.buttons();
        pressed |= changed & down;
        long released = changed & pressed & ~down;
        pressed &= down;
        boolean modified = holds(Kind.MODIFIER);
        if (modified != before) {
            Arrays.fill(armed, false);
            columns = 0;
            rows = 0;
        }
        arm(pan, tilt, zoom);
        double panned = armed[PAN] ? pan : 0;
        double tilted = armed[TILT] ? tilt : 0;
        if (modified) {
            tell(HeadSpeed.ZERO, nanos);
            step(panned, tilted, nanos);
        } else {
            double zoomed = armed[ZOOM] ? zoom : 0;
            tell(rounded(panned, tilted, zoomed == 0 ? byButtons() : zoomed), nanos);
        }
        // What was let go stands before a button does anything.
        doWhat(changed & pressed, mapping.pressed(), nanos);
        doWhat(released, mapping.released(), nanos);
    }

    /** Sees what it says while it steers nothing; neither axes nor buttons count for it afterwards. */
    StickReading look(StickState state, long nanos) {
        double pan = axis(PAN, mapping.pan(), state, nanos);
        double tilt = axis(TILT, mapping.tilt(), state, nanos);
        double zoom = axis(ZOOM, mapping.zoom(), state, nanos);
        rested[PAN] |= pan == 0;
        rested[TILT] |= tilt == 0;
        rested[ZOOM] |= zoom == 0;
        return new StickReading(
                state, mapping, new HeadSpeed(pan, tilt, zoom), rested[PAN] && rested[TILT] && rested[ZOOM]);
    }

    private double axis(int which, StickAxis axis, StickState state, long nanos) {
        double raw = state.axis(axis.index());
        places[which].look(axis, raw, nanos, rested[which]);
        return places[which].speed(axis, raw);
    }

    private void arm(double... speeds) {
        for (int i = 0; i < AXES; i++) {
            if (speeds[i] == 0) {
                armed[i] = true;
                rested[i] = true;
            }
        }
    }

    private boolean holds(Kind kind) {
        return mapping.pressed().entrySet().stream()
                .anyMatch(entry -> entry.getValue().kind() == kind && (pressed & bit(entry.getKey())) != 0);
    }

    private double byButtons() {
        return (holds(Kind.NEARER) ? BUTTON_ZOOM : 0) - (holds(Kind.FARTHER) ? BUTTON_ZOOM : 0);
    }

    private static long bit(int button) {
        return 1L << button;
    }

    private void doWhat(long buttons, Map<Integer, StickDeed> deeds, long nanos) {
        if (buttons == 0) {
            return;
        }
        for (int button = 0; button < StickMapping.BUTTONS; button++) {
            StickDeed deed = (buttons & bit(button)) == 0 ? null : deeds.get(button);
            if (deed != null && !deed.kind().isHeld()) {
                listener.done(stick, deed, nanos);
            }
        }
    }

    private void step(double pan, double tilt, long nanos) {
        boolean across = Math.abs(pan) >= Math.abs(tilt);
        double most = across ? pan : tilt;
        if (Math.abs(most) < STEP) {
            if (Math.abs(most) < STEP_OVER) {
                columns = 0;
                rows = 0;
            }
            return;
        }
        int right = across ? (int) Math.signum(pan) : 0;
        int below = across ? 0 : (int) -Math.signum(tilt);
        boolean same = right == columns && below == rows;
        if (!same || nanos - steppedNanos >= REPEAT.toNanos()) {
            columns = right;
            rows = below;
            steppedNanos = nanos;
            listener.stepped(stick, right, below, nanos);
        }
    }

    private static HeadSpeed rounded(double pan, double tilt, double zoom) {
        return new HeadSpeed(rounded(pan), rounded(tilt), rounded(zoom));
    }

    private static double rounded(double speed) {
        return Math.round(speed * 100) / 100.0;
    }

    private void tell(HeadSpeed speed, long nanos) {
        if (differs(speed.pan(), told.pan())
                || differs(speed.tilt(), told.tilt())
                || differs(speed.zoom(), told.zoom())) {
            told = speed;
            listener.deflected(stick, speed, nanos);
        }
    }

    private static boolean differs(double now, double before) {
        boolean end = now == 0 || Math.abs(now) == 1;
        return now != before && (end || before == 0 || Math.abs(now - before) > TOLD - 0.001);
    }

    /** Lets go of everything; axes and buttons count again when they have been at rest. */
    void rest(long nanos) {
        tell(HeadSpeed.ZERO, nanos);
        long released = pressed;
        Arrays.fill(armed, false);
        looked = false;
        pressed = 0;
        columns = 0;
        rows = 0;
        doWhat(released, mapping.released(), nanos);
    }

    /** What it does is something else from now on. */
    void map(StickMapping other, long nanos) {
        rest(nanos);
        mapping = other;
        Arrays.setAll(places, any -> new RestingPlace());
        Arrays.fill(rested, false);
    }

    /** It is gone. */
    void leave(long nanos) {
        rest(nanos);
        listener.left(stick, nanos);
    }
}
