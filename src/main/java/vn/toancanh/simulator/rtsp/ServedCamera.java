package vn.toancanh.simulator.rtsp;

import org.jspecify.annotations.Nullable;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.clip.ClipSpec;

/** A camera on the server, and what is wrong with it now. The fault belongs to the server's thread. */
public final class ServedCamera {
    private final ClipSpec main;
    private final ClipSpec sub;
    private @Nullable Fault fault;

    public ServedCamera(ClipSpec main, ClipSpec sub) {
        this.main = main;
        this.sub = sub;
    }

    public int number() {
        return sub.camera();
    }

    /** The live loop of a role. */
    public ClipSpec live(StreamRole role) {
        return role == StreamRole.MAIN ? main : sub;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    void fault(@Nullable Fault now) {
        fault = now;
    }
}
