package vn.toancanh.live;

import vn.toancanh.model.MediaTransport;

/**
 * How a stream comes here, over the last seconds.
 *
 * @param worker number of the decoder that plays it, from 1; 0 until known
 * @param receivedFps whole access units taken from the network a second
 * @param decodedFps distinct pictures that came out of the decoder a second
 */
public record Delivery(MediaTransport transport, int worker, double receivedFps, double decodedFps) {
    /** Nothing is known yet. */
    public static final Delivery UNKNOWN = new Delivery(MediaTransport.UNKNOWN, 0, 0, 0);
}
