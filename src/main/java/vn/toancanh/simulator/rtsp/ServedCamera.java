package vn.toancanh.simulator.rtsp;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.head.HeadPosition;

/** A camera on the server, and what is wrong with it now. The fault belongs to the server's thread. */
public final class ServedCamera {
    private final ClipSpec main;
    private final ClipSpec sub;
    private final @Nullable Supplier<HeadPosition> head;
    private @Nullable Fault fault;

    /**
     * A camera that nothing is wrong with.
     *
     * @param head where its head looks, asked on the server's thread; null where it has none
     */
    public ServedCamera(ClipSpec main, ClipSpec sub, @Nullable Supplier<HeadPosition> head) {
        this.main = main;
        this.sub = sub;
        this.head = head;
    }

    public int number() {
        return sub.camera();
    }

    /** The live loop of a role. */
    public ClipSpec live(StreamRole role) {
        return role == StreamRole.MAIN ? main : sub;
    }

    @Nullable
    Supplier<HeadPosition> head() {
        return head;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    void fault(@Nullable Fault now) {
        fault = now;
    }
}
