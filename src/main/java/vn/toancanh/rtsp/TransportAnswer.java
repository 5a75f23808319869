package vn.toancanh.rtsp;

import java.net.InetAddress;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered about the transport, RFC 2326 section 12.39.
 *
 * @param first interleaved channel or UDP port of RTP; 0 as a port where the server names none
 * @param second the same of RTCP
 * @param source address that packets will come from; null where the server does not say
 */
record TransportAnswer(
        Kind kind, int first, int second, @Nullable InetAddress source) {
    /** How media will come. */
    enum Kind {
        INTERLEAVED,
        DATAGRAMS,
        MULTICAST,
        /** Nothing that we know, or numbers that cannot be. */
        OTHER
    }

    private static final int MOST_CHANNEL = 255;
    private static final int MOST_PORT = 65_535;

    /** Reads the value of {@code Transport}; an empty one says that it shall be as {@code asked}. */
    static TransportAnswer parse(String value, Transport asked) {
        if (value.isBlank()) {
            return asked == Transport.TCP
                    ? new TransportAnswer(Kind.INTERLEAVED, 0, 1, null)
                    : new TransportAnswer(Kind.DATAGRAMS, 0, 0, null);
        }
        int comma = value.indexOf(',');
        String[] parts = (comma < 0 ? value : value.substring(0, comma)).split(";", -1);
        Numbers channels = null;
        Numbers ports = new Numbers(0, 0);
        InetAddress source = null;
        boolean multicast = false;
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            String name = pair[0].strip().toLowerCase(Locale.ROOT);
            String text = pair.length < 2 ? "" : pair[1].strip();
            switch (name) {
                case "multicast" -> multicast = true;
                case "destination" -> multicast |= isMulticast(text);
                case "interleaved" -> channels = Numbers.of(text, MOST_CHANNEL);
                case "server_port" -> ports = Numbers.of(text, MOST_PORT);
                case "source" -> source = literal(text);
                default -> {}
            }
        }
        String protocol = parts[0].strip().toUpperCase(Locale.ROOT);
        boolean tcp = protocol.matches("RTP/AVPF?/TCP");
        if (multicast) {
            return new TransportAnswer(Kind.MULTICAST, 0, 0, source);
        }
        if (channels != null || tcp) {
            Numbers found = channels == null ? new Numbers(0, 1) : channels;
            return new TransportAnswer(
                    found.valid() ? Kind.INTERLEAVED : Kind.OTHER, found.first, found.second, source);
        }
        boolean udp = protocol.matches("RTP/AVPF?(/UDP)?") && ports.valid();
        return new TransportAnswer(udp ? Kind.DATAGRAMS : Kind.OTHER, ports.first, ports.second, source);
    }

    /** {@code 4-5}, or {@code 4} that means the same. */
    private record Numbers(int first, int second) {
        static final Numbers NONE = new Numbers(-1, -1);

        static Numbers of(String text, int most) {
            int dash = text.indexOf('-');
            OptionalInt first = number(dash < 0 ? text : text.substring(0, dash), most);
            OptionalInt second =
                    dash < 0 ? OptionalInt.of(first.orElse(0) + 1) : number(text.substring(dash + 1), most);
            return first.isEmpty() || second.isEmpty() || second.getAsInt() > most
                    ? NONE
                    : new Numbers(first.getAsInt(), second.getAsInt());
        }

        private static OptionalInt number(String text, int most) {
            String digits = text.strip();
            if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > most) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(Integer.parseInt(digits));
        }

        boolean valid() {
            return first >= 0;
        }
    }

    private static boolean isMulticast(String text) {
        InetAddress address = literal(text);
        return address != null && address.isMulticastAddress();
    }

    /** Never a name: looking one up would wait, and whom it names is the server's word alone. */
    private static @Nullable InetAddress literal(String text) {
        try {
            return text.isEmpty() ? null : InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
