package vn.toancanh.live;

import vn.toancanh.model.Codec;

/**
 * What a stream did since it was opened, as the worker counts it.
 *
 * @param bitrateKbps over the last second
 * @param framesReceived whole access units taken from the network
 * @param framesDecoded distinct pictures that came out of the decoder
 * @param packetsLost RTP packets missing by their sequence numbers
 * @param jitterMs interarrival jitter, RFC 3550 section 6.4.1
 * @param clockJumps how often the time in its packets leapt, back or forth
 * @param width coded picture width as announced in the stream, 0 until known
 * @param height coded picture height, 0 until known
 * @param delivery how the stream comes now
 */
public record StreamStatistics(
        Codec codec,
        int width,
        int height,
        int bitrateKbps,
        long framesReceived,
        long framesDecoded,
        long packetsLost,
        double jitterMs,
        long clockJumps,
        Delivery delivery) {}
