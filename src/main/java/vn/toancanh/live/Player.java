package vn.toancanh.live;

import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;

/**
 * A stream being decoded somewhere else. All calls on DESK, all return at once; {@link #close()} is final and nothing is
 * told afterwards. A player does not reconnect by itself: a failure ends it, and its owner opens another.
 */
public interface Player extends Handle {
    /** Where its pictures are; the same object across resizes and worker restarts, until the player rests. */
    PictureSource pictures();

    /** Asks for pictures of another size; the old ones go on until the first new one is there. */
    void resize(PixelSize size);

    /** Makes less of the stream, or more again; without a gap. */
    void ease(Effort effort);

    /** Makes no more pictures, and goes on receiving the stream, so that {@link #resize} brings some at once. */
    void rest();

    /** What a player tells its owner, on DESK. */
    interface Listener {
        /** About once a second while it plays. */
        void statistics(StreamStatistics statistics);

        /** Its server has answered that it plays; pictures follow, from the next key frame on. Again where its worker was replaced. */
        default void playing() {}

        /**
         * The stream was open in decoders that crashed and plays in one of its own.
         *
         * @param quarantined false: that is over
         */
        default void quarantined(boolean quarantined) {}

        /** The last call: the player has ended by itself. */
        void failed(Failure failure);
    }
}
