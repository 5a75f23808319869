package vn.toancanh.simulator.clip;

import vn.toancanh.base.Handle;
import vn.toancanh.simulator.head.HeadPosition;

/** Codes what a head sees while it moves, a picture at a time. Any thread; nothing here blocks. */
public interface LiveCoder extends Handle {
    /**
     * Has a picture painted and coded. The first one, and one in each key interval from there, becomes a key frame.
     *
     * @param count the running count of the picture, greater than the last
     */
    void code(long count, HeadPosition at);

    /** Told what comes of it; on a thread of the coder. */
    interface Listener {
        /** A picture is coded; in the order in which they were asked for, none left out. */
        void coded(long count, HeadPosition at, Clip.Frame frame);

        /** The coder has ended by itself, or could not begin. Not called once it is closed. */
        void ended();
    }
}
