package vn.toancanh.simulator.clip;

import java.util.Optional;

/** Where coders come from. */
@FunctionalInterface
public interface LiveCoders {
    /**
     * A coder for a stream; empty while as many are at work as may be.
     *
     * @param live the loop of the stream
     */
    Optional<LiveCoder> begin(ClipSpec live, LiveCoder.Listener listener);
}
