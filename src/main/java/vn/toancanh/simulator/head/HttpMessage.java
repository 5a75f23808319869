package vn.toancanh.simulator.head;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it comes by HTTP/1.1, as little of it as ONVIF needs.
 *
 * @param headers the last of each name, in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record HttpMessage(String method, String path, Map<String, String> headers, byte[] body) {
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_LINES = 100;
    private static final int LARGEST_BODY = 64 << 10;

    /** The next request of a connection; null where it ended. */
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] words = first.split(" ", -1);
        if (words.length != 3 || !words[1].startsWith("/")) {
            throw new ProtocolException("no request line");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_LINES) {
                throw new ProtocolException("no header");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("[0-9]{1,6}") || Integer.parseInt(length) > LARGEST_BODY) {
            throw new ProtocolException("a body of no or too great length");
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            return null;
        }
        return new HttpMessage(words[0], words[1], headers, body);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            if (line.length() >= LONGEST_LINE) {
                throw new ProtocolException("a line without end");
            }
            line.append((char) next);
        }
        return null;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** An answer as it goes onto the wire. */
    static byte[] answer(int status, String fields, String body) {
        return answer(status, "application/soap+xml; charset=utf-8", fields, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture as it goes onto the wire. */
    static byte[] picture(byte[] jpeg) {
        return answer(200, "image/jpeg", "", jpeg);
    }

    private static byte[] answer(int status, String type, String fields, byte[] content) {
        byte[] head = ("HTTP/1.1 " + status + " -\r\nContent-Type: " + type + "\r\n" + fields + "Content-Length: "
                        + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }
}
