package vn.toancanh.rtsp;

import java.util.List;
import java.util.Locale;

/** How the media of a stream may come, and what is tried first. Over TLS it is always TCP: UDP would not be encrypted. */
public enum TransportPolicy {
    /** Over the RTSP connection; by UDP where the server refuses that (461), or agrees and then no packet comes. */
    TCP_FIRST(Transport.TCP, Transport.UDP),
    /** By UDP; over a new RTSP connection where the server refuses (461) or no packet comes. */
    UDP_FIRST(Transport.UDP, Transport.TCP),
    TCP_ONLY(Transport.TCP),
    UDP_ONLY(Transport.UDP);

    // None of these lists can be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Transport> order;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Transport> encrypted;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> words;

    TransportPolicy(Transport... order) {
        this.order = List.of(order);
        this.encrypted =
                this.order.stream().filter(each -> each != Transport.UDP).toList();
        this.words = this.order.stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The policy of what a grant names.
     *
     * @param words {@code tcp} and {@code udp} in the order in which they are to be tried; others are passed over. Where nothing is
     *     left, as usual
     */
    public static TransportPolicy of(List<String> words) {
        List<String> known = words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("tcp") || word.equals("udp"))
                .distinct()
                .toList();
        if (known.isEmpty()) {
            return TCP_FIRST;
        }
        boolean tcp = known.getFirst().equals("tcp");
        return known.size() > 1 ? tcp ? TCP_FIRST : UDP_FIRST : tcp ? TCP_ONLY : UDP_ONLY;
    }

    /** The same as a grant names it. */
    public List<String> words() {
        return words;
    }

    /** What is tried, in turn; empty where nothing is left. */
    List<Transport> order(boolean byTls) {
        return byTls ? encrypted : order;
    }
}
