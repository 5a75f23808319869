package vn.toancanh.live;

import org.jspecify.annotations.Nullable;
import vn.toancanh.model.MediaTransport;

/**
 * How a stream comes here, over the last seconds.
 *
 * @param worker number of the decoder that plays it, from 1; 0 until known
 * @param receivedFps whole access units taken from the network a second
 * @param decodedFps distinct pictures that came out of the decoder a second
 * @param age of the picture that was on show when this was told, at its publishing; null where nothing is known
 * @param timeStands units come, and all of the last seconds are of one time: an old picture is repeated
 * @param awaitsKey no key frame has come since the stream was opened, so that no picture can be made of what comes
 * @param tickRate RTP ticks a second that the camera was found to stamp with, below 0: backwards; 0: as it should
 */
public record Delivery(
        MediaTransport transport,
        int worker,
        double receivedFps,
        double decodedFps,
        @Nullable PictureAge age,
        boolean timeStands,
        boolean awaitsKey,
        int tickRate) {
    /** Of a camera that stamps its pictures as it should. */
    public Delivery(
            MediaTransport transport,
            int worker,
            double receivedFps,
            double decodedFps,
            @Nullable PictureAge age,
            boolean timeStands,
            boolean awaitsKey) {
        this(transport, worker, receivedFps, decodedFps, age, timeStands, awaitsKey, 0);
    }

    /** Nothing is known yet. */
    public static final Delivery UNKNOWN = new Delivery(MediaTransport.UNKNOWN, 0, 0, 0, null, false, false);
}
