package vn.toancanh.rtsp.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes RTSP messages and interleaved frames (RFC 2326 section 10.12) out of received bytes, for clients and servers.
 * Keeps no bytes itself: what is not whole stays in the caller's buffer. Allocates nothing for interleaved frames. One
 * parser a connection, one thread at a time.
 */
public final class RtspParser {
    /** What takes the parts, in their order, during {@link RtspParser#parse}. */
    public interface Handler {
        /** A frame on an interleaved channel: {@code length} bytes of {@code data} from index {@code offset}, valid during the call. */
        void interleaved(int channel, ByteBuffer data, int offset, int length);

        void message(RtspMessage message);
    }

    private static final int DOLLAR = '$';

    private final RtspLimits limits;
    /** How far from the buffer's position the end of the head was already looked for. */
    private int searched;
    /** Bytes that the message at the buffer's position will have, where its head is known. */
    private int awaited;

    public RtspParser(RtspLimits limits) {
        this.limits = limits;
    }

    /**
     * Hands over every whole part between position and limit, and leaves the position at the first that is not whole. The
     * caller compacts, reads on and calls again; the buffer must hold {@link RtspLimits#bufferBytes()}.
     *
     * @throws RtspFormatException where the bytes are no RTSP or break a limit; the connection is of no more use then
     */
    public void parse(ByteBuffer in, Handler handler) throws RtspFormatException {
        while (in.hasRemaining()) {
            int at = in.position();
            int first = in.get(at);
            if (first == DOLLAR) {
                if (!frame(in, at, handler)) {
                    return;
                }
            } else if (first == '\r' || first == '\n') {
                in.position(at + 1);
            } else if (!message(in, at, first, handler)) {
                return;
            }
        }
    }

    private static boolean frame(ByteBuffer in, int at, Handler handler) {
        if (in.remaining() < 4) {
            return false;
        }
        int length = in.getShort(at + 2) & 0xffff;
        if (in.remaining() < 4 + length) {
            return false;
        }
        in.position(at + 4 + length);
        handler.interleaved(in.get(at + 1) & 0xff, in, at + 4, length);
        return true;
    }

    private boolean message(ByteBuffer in, int at, int first, Handler handler) throws RtspFormatException {
        if (in.remaining() < awaited) {
            return false;
        }
        if (!isLetter(first)) {
            throw new RtspFormatException("neither a message nor an interleaved frame");
        }
        int headLength = headLength(in, at);
        if (headLength < 0) {
            return false;
        }
        byte[] head = new byte[headLength];
        in.get(at, head);
        List<String> lines = lines(head);
        Headers headers = headers(lines);
        int bodyLength = bodyLength(headers);
        if (in.remaining() < headLength + bodyLength) {
            awaited = headLength + bodyLength;
            return false;
        }
        searched = 0;
        awaited = 0;
        byte[] body = bodyLength == 0 ? RtspMessage.NO_BODY : new byte[bodyLength];
        in.get(at + headLength, body);
        in.position(at + headLength + bodyLength);
        handler.message(started(lines.getFirst(), headers, body));
        return true;
    }

    /** Bytes up to and with the empty line, or -1 where it has not come yet. */
    private int headLength(ByteBuffer in, int at) throws RtspFormatException {
        int end = Math.min(in.limit(), at + limits.head());
        for (int i = at + Math.max(0, searched - 2); i < end; i++) {
            if (in.get(i) != '\n') {
                continue;
            }
            if (endsHead(in, at, i)) {
                searched = i - at;
                return i + 1 - at;
            }
        }
        searched = end - at;
        if (in.limit() - at >= limits.head()) {
            throw new RtspFormatException("head above " + limits.head() + " bytes");
        }
        return -1;
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** True where the line feed at {@code i} follows another one, with or without a carriage return between. */
    private static boolean endsHead(ByteBuffer in, int at, int i) {
        int before = i > at && in.get(i - 1) == '\r' ? i - 2 : i - 1;
        return before >= at && in.get(before) == '\n';
    }

    private List<String> lines(byte[] head) throws RtspFormatException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] != '\n') {
                if (head[i] >= 0 && head[i] < ' ' && head[i] != '\t' && head[i] != '\r') {
                    throw new RtspFormatException("control character in a head");
                }
                continue;
            }
            int end = i > start && head[i - 1] == '\r' ? i - 1 : i;
            if (end - start > limits.line()) {
                throw new RtspFormatException("line above " + limits.line() + " bytes");
            }
            String line = new String(head, start, end - start, StandardCharsets.UTF_8);
            start = i + 1;
            if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && lines.size() > 1) {
                lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
            if (lines.size() > limits.fields() + 1) {
                throw new RtspFormatException("more than " + limits.fields() + " header lines");
            }
        }
        if (lines.isEmpty()) {
            throw new RtspFormatException("a head without a line");
        }
        return lines;
    }

    private static Headers headers(List<String> lines) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(lines.size());
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            // A line without a colon is skipped, as every client does: cameras do send them.
            if (colon > 0) {
                String value = line.substring(colon + 1).strip().replace('\r', ' ');
                fields.add(Map.entry(line.substring(0, colon).strip(), value));
            }
        }
        return Headers.ofFields(fields);
    }

    private int bodyLength(Headers headers) throws RtspFormatException {
        if (headers.first("Content-Length").isEmpty()) {
            return 0;
        }
        long length = headers.number("Content-Length")
                .orElseThrow(() -> new RtspFormatException("Content-Length is no number"));
        if (length > limits.body()) {
            throw new RtspFormatException("body above " + limits.body() + " bytes");
        }
        return (int) length;
    }

    private static RtspMessage started(String line, Headers headers, byte[] body) throws RtspFormatException {
        String[] words = line.strip().split("[ \t]+", 3);
        if (words[0].regionMatches(true, 0, "RTSP/", 0, 5)) {
            if (words.length < 2 || !words[1].matches("[1-5][0-9][0-9]")) {
                throw new RtspFormatException("a status line without a status");
            }
            return new RtspResponse(Integer.parseInt(words[1]), words.length > 2 ? words[2] : "", headers, body);
        }
        if (words.length != 3 || !words[2].startsWith("RTSP/1.")) {
            throw new RtspFormatException("neither a request line nor a status line");
        }
        if (!RtspRequest.isAddress(words[1])) {
            throw new RtspFormatException("a request line without an address");
        }
        return new RtspRequest(words[0], words[1], headers, body);
    }
}
