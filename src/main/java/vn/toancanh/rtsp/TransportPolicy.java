package vn.toancanh.rtsp;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the media of a stream may come, and what is tried first. Over TLS it is always TCP: UDP would not be encrypted. */
public enum TransportPolicy {
    /** Over the RTSP connection; by UDP where the server refuses that (461), or agrees and then no packet comes. */
    TCP_FIRST(Transport.TCP, Transport.UDP),
    /** By UDP; over a new RTSP connection where the server refuses (461) or no packet comes. */
    UDP_FIRST(Transport.UDP, Transport.TCP),
    TCP_ONLY(Transport.TCP),
    UDP_ONLY(Transport.UDP);

    private final Transport first;
    private final @Nullable Transport second;

    TransportPolicy(Transport only) {
        this.first = only;
        this.second = null;
    }

    TransportPolicy(Transport first, Transport second) {
        this.first = first;
        this.second = second;
    }

    /** What is tried, in turn; empty where nothing is left. */
    List<Transport> order(boolean encrypted) {
        return Stream.of(first, second)
                .filter(each -> each != null && !(encrypted && each == Transport.UDP))
                .toList();
    }
}
