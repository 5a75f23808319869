package vn.toancanh.rtsp.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A session description, RFC 4566, as far as RTSP needs it. Reading is lenient: lines it does not know are skipped.
 *
 * @param attributes {@code a=} lines of the session, a flag's value being empty
 */
public record Sdp(String name, List<Attribute> attributes, List<Media> media) {
    private static final int MOST_LINES = 2000;
    private static final int MOST_MEDIA = 32;

    /** An {@code a=} line. */
    public record Attribute(String name, String value) {}

    /**
     * An {@code m=} line with what belongs to it.
     *
     * @param kind {@code video}, {@code audio}, {@code application}
     * @param protocol such as {@code RTP/AVP}
     * @param payloadTypes RTP payload types, 0 to 127, preferred first
     */
    public record Media(
            String kind, int port, String protocol, List<Integer> payloadTypes, List<Attribute> attributes) {
        public Media {
            payloadTypes = List.copyOf(payloadTypes);
            attributes = List.copyOf(attributes);
        }

        public Optional<String> attribute(String name) {
            return find(attributes, name);
        }

        /** The encoding and what follows it, such as {@code H264/90000}. */
        public Optional<String> rtpmap(int payloadType) {
            return numbered("rtpmap", payloadType);
        }

        /** Format parameters by name in lower case; a flag's value is empty. */
        public Map<String, String> fmtp(int payloadType) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : numbered("fmtp", payloadType).orElse("").split(";", -1)) {
                String pair = part.strip();
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    String key = equals < 0 ? pair : pair.substring(0, equals).strip();
                    parameters.putIfAbsent(
                            key.toLowerCase(Locale.ROOT),
                            equals < 0 ? "" : pair.substring(equals + 1).strip());
                }
            }
            return parameters;
        }

        private Optional<String> numbered(String name, int payloadType) {
            for (Attribute attribute : attributes) {
                String[] words = attribute.value().split("[ \t]+", 2);
                if (attribute.name().equalsIgnoreCase(name)
                        && words.length == 2
                        && words[0].equals(Integer.toString(payloadType))) {
                    return Optional.of(words[1].strip());
                }
            }
            return Optional.empty();
        }
    }

    public Sdp {
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
    }

    public Optional<String> attribute(String name) {
        return find(attributes, name);
    }

    /**
     * Reads a description.
     *
     * @throws RtspFormatException where it is none, or larger than any camera's
     */
    public static Sdp parse(String text) throws RtspFormatException {
        String[] lines = text.split("\r\n|\n|\r", MOST_LINES + 1);
        if (lines.length > MOST_LINES) {
            throw new RtspFormatException("SDP above " + MOST_LINES + " lines");
        }
        String name = "";
        List<Attribute> sessionAttributes = new ArrayList<>();
        List<Media> media = new ArrayList<>();
        List<Attribute> current = sessionAttributes;
        boolean version = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.length() < 2 || line.charAt(1) != '=') {
                continue;
            }
            String value = line.substring(2).strip();
            switch (line.charAt(0)) {
                case 'v' -> version = true;
                case 's' -> name = value;
                case 'a' -> current.add(attributeOf(value));
                case 'm' -> {
                    closeMedia(media, current);
                    if (media.size() >= MOST_MEDIA) {
                        throw new RtspFormatException("SDP above " + MOST_MEDIA + " media");
                    }
                    media.add(mediaOf(value));
                    current = new ArrayList<>();
                }
                default -> {}
            }
        }
        closeMedia(media, current);
        if (!version && media.isEmpty()) {
            throw new RtspFormatException("no SDP");
        }
        return new Sdp(name, sessionAttributes, media);
    }

    /** The lines of this description. */
    public String write() {
        StringBuilder text = new StringBuilder("v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\ns=");
        text.append(name.isEmpty() ? "-" : name).append("\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n");
        attributes.forEach(attribute -> line(text, attribute));
        for (Media one : media) {
            text.append("m=").append(one.kind()).append(' ').append(one.port()).append(' ');
            text.append(one.protocol());
            one.payloadTypes().forEach(type -> text.append(' ').append(type));
            text.append("\r\n");
            one.attributes().forEach(attribute -> line(text, attribute));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Attribute attribute) {
        text.append("a=").append(attribute.name());
        if (!attribute.value().isEmpty()) {
            text.append(':').append(attribute.value());
        }
        text.append("\r\n");
    }

    private static void closeMedia(List<Media> media, List<Attribute> current) {
        if (!media.isEmpty()) {
            Media open = media.removeLast();
            media.add(new Media(open.kind(), open.port(), open.protocol(), open.payloadTypes(), current));
        }
    }

    private static Attribute attributeOf(String value) {
        int colon = value.indexOf(':');
        return colon < 0
                ? new Attribute(value, "")
                : new Attribute(
                        value.substring(0, colon), value.substring(colon + 1).strip());
    }

    private static Media mediaOf(String value) throws RtspFormatException {
        String[] words = value.split("[ \t]+", -1);
        if (words.length < 3) {
            throw new RtspFormatException("a media line with too few words");
        }
        List<Integer> types = new ArrayList<>();
        for (int i = 3; i < words.length && types.size() < 128; i++) {
            if (words[i].matches("[0-9]{1,3}") && Integer.parseInt(words[i]) < 128) {
                types.add(Integer.valueOf(words[i]));
            }
        }
        String port = words[1].replaceFirst("/.*", "");
        return new Media(words[0], port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0, words[2], types, List.of());
    }

    private static Optional<String> find(List<Attribute> attributes, String name) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(name)) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }
}
