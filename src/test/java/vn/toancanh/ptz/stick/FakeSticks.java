package vn.toancanh.ptz.stick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.ptz.HeadSpeed;

/** Sticks that stand where a test puts them, and what is heard of them. */
public final class FakeSticks implements StickPort, StickListener {
    public static final String MODEL = "07c0:1131";

    /** What was heard, a line each. */
    public final List<String> story = new ArrayList<>();

    /** How fast each was held last. */
    public final Map<Integer, HeadSpeed> speeds = new HashMap<>();

    /** When the last thing was heard. */
    public long heardNanos;

    /** The last one that came. */
    public @Nullable Stick last;

    public int polls;
    public boolean broken;
    public boolean closed;
    public boolean deaf;
    private final Map<Integer, StickState> there = new LinkedHashMap<>();

    /** Plugs one in. */
    public Stick plug(int number, String model, double... axes) {
        Stick stick = new Stick(number, model, "a stick", axes.length, 24);
        there.put(number, new StickState(stick, axes, 0));
        return stick;
    }

    /** Puts its axes there and has these buttons down, counted from 1. */
    public void put(Stick stick, double[] axes, int... buttons) {
        long mask = 0;
        for (int button : buttons) {
            mask |= 1L << (button - 1);
        }
        there.put(stick.number(), new StickState(stick, axes, mask));
    }

    public void pull(Stick stick) {
        there.remove(stick.number());
    }

    @Override
    public List<StickState> poll() {
        polls++;
        if (broken) {
            throw new IllegalStateException("the bus is gone");
        }
        return List.copyOf(there.values());
    }

    @Override
    public void close() {
        closed = true;
    }

    private void hear(Stick stick, String what, long nanos) {
        story.add(stick.number() + " " + what);
        heardNanos = nanos;
        if (deaf) {
            throw new IllegalStateException("a listener fails");
        }
    }

    @Override
    public void came(Stick stick, StickMapping mapping, long nanos) {
        last = stick;
        hear(stick, "came", nanos);
    }

    @Override
    public void left(Stick stick, long nanos) {
        hear(stick, "left", nanos);
    }

    @Override
    public void deflected(Stick stick, HeadSpeed speed, long nanos) {
        speeds.put(stick.number(), speed);
        hear(stick, String.format(Locale.ROOT, "%.2f %.2f %.2f", speed.pan(), speed.tilt(), speed.zoom()), nanos);
    }

    @Override
    public void stepped(Stick stick, int columns, int rows, long nanos) {
        hear(stick, "steps " + columns + " " + rows, nanos);
    }

    @Override
    public void done(Stick stick, StickDeed deed, long nanos) {
        hear(stick, deed.write(), nanos);
    }
}
