package vn.toancanh.decoder;

import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.control.Order;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.SenderClock;

/** Where a worker's streams come from: RTSP in the product, made units in tests. Lane: WORKER. */
@FunctionalInterface
interface VideoSource {
    /** A session under way. Closing it returns at once; its sink may be called until then, and a last time meanwhile. */
    interface Session extends Handle {
        /** RTP packets missing by their sequence numbers. */
        long packetsLost();

        /** Interarrival jitter, milliseconds. */
        double jitterMillis();

        /** The camera's wall clock by its newest report; null until one came. */
        @Nullable
        SenderClock senderClock();

        /** RTP ticks a second that the camera stamps with instead of what it should, below 0: backwards; 0: as it should. */
        default int tickRate() {
            return 0;
        }

        /** How much older than they seem its units may be, nanoseconds, because its way was slow when it was opened; 0: they are not. */
        default long behindNanos() {
            return 0;
        }

        /** How the video comes, as far as that is agreed. */
        MediaTransport transport();
    }

    /** Begins a session; what goes wrong is told to the sink. */
    Session open(Order.Open order, RtspSink sink);
}
