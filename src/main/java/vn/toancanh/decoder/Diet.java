package vn.toancanh.decoder;

import java.util.List;
import vn.toancanh.model.Effort;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.KeyFrameGate;

/** Which units a decoder is fed, by the effort that is made of its stream. One thread at a time. */
final class Diet {
    private final KeyFrameGate gate = new KeyFrameGate();
    private Effort effort = Effort.FULL;
    private boolean healing;

    Effort effort() {
        return effort;
    }

    void ease(Effort next) {
        if (leavesOut() && next != Effort.KEY_FRAMES) {
            // What came since the newest key frame was left out, and what follows rests on it.
            gate.close();
        }
        effort = next;
    }

    /** Of the units since a key frame, those that a player begins with. */
    List<AccessUnit> of(List<AccessUnit> sinceKey) {
        return leavesOut() && sinceKey.size() > 1 ? sinceKey.subList(0, 1) : sinceKey;
    }

    /** Key frames that are whole only after others are no pictures by themselves. */
    private boolean leavesOut() {
        return effort == Effort.KEY_FRAMES && !healing;
    }

    /** True where the unit is fed. */
    boolean takes(AccessUnit unit) {
        boolean whole = gate.admits(unit);
        healing = unit.key() ? unit.heals() > 0 : healing;
        return leavesOut() ? unit.key() : whole;
    }
}
