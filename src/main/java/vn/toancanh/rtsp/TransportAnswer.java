package vn.toancanh.rtsp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered about the transport.
 *
 * @param interleaved media come over the RTSP connection
 */
record TransportAnswer(boolean interleaved, int rtpChannel, int rtcpChannel) {
    private static final Pattern CHANNELS =
            Pattern.compile("interleaved\\s*=\\s*(\\d{1,3})(?:\\s*-\\s*(\\d{1,3}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TCP = Pattern.compile("RTP/AVPF?/TCP", Pattern.CASE_INSENSITIVE);

    static TransportAnswer parse(String value) {
        Matcher channels = CHANNELS.matcher(value);
        if (!channels.find()) {
            return new TransportAnswer(TCP.matcher(value).find(), 0, 1);
        }
        int rtp = Integer.parseInt(channels.group(1));
        int rtcp = channels.group(2) == null ? rtp + 1 : Integer.parseInt(channels.group(2));
        return new TransportAnswer(rtp < 256 && rtcp < 256, rtp, rtcp);
    }
}
