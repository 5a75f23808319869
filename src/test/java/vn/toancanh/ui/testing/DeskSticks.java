package vn.toancanh.ui.testing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.StickMappings;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.stick.FakeSticks;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.Sticks;

/** Sticks at a desk of fakes, where the test puts them, in the test's own time; none can be read before {@link #begin}. DESK lane. */
public final class DeskSticks {
    /** What a stick does where nobody has chosen. */
    public static final StickMapping USUAL = StickMapping.parse(
            "pan=0/+/0.08/2.0/0.00 tilt=1/-/0.08/2.0/0.00 zoom=2/+/0.08/2.0/0.00 1=preset:1 2=preset:2 3=home 3up=stop 4=enlarge 5=modifier");

    /** The sticks there are, and what is heard of them. */
    public final FakeSticks port = new FakeSticks();

    public final StickMappings mappings;
    public final SetUpSticks setUp;
    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final Sticks sticks;

    DeskSticks(Lane desk, Preferences preferences) {
        mappings = new StickMappings(preferences);
        sticks = new Sticks(() -> Optional.of(port), lane, clock, any -> USUAL, Map.of(), port);
        setUp = new SetUpSticks(
                desk,
                sticks,
                mappings,
                stick -> Optional.of("Axis T8311").filter(any -> stick.model().equals(FakeSticks.MODEL)));
    }

    /** From now on sticks can be read. */
    public void begin() {
        sticks.begin();
        pass(4);
    }

    /** So long they are looked at. */
    public void pass(int millis) {
        lane.advance(Duration.ofMillis(millis));
    }

    /** Puts one there and has these buttons down, counted from 1, for long enough. */
    public void put(Stick stick, double[] axes, int... buttons) {
        port.put(stick, axes, buttons);
        pass(240);
    }
}
