package vn.toancanh.simulator.rtsp;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client written with a plain socket and a second reading of RFC 2326 and RFC 7616, to test the server with. */
public final class RawRtspClient implements AutoCloseable {
    /** An answer: status, fields by lower-case name, body. */
    public record Answer(int status, Map<String, String> fields, String body) {}

    /** An interleaved frame. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    public record Packet(int channel, byte[] bytes) {
        public boolean rtp() {
            return channel % 2 == 0;
        }

        public int sequence() {
            return (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        }

        public boolean marker() {
            return (bytes[1] & 0x80) != 0;
        }

        public int time() {
            return (bytes[4] & 0xFF) << 24 | (bytes[5] & 0xFF) << 16 | (bytes[6] & 0xFF) << 8 | (bytes[7] & 0xFF);
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final String user;
    private final String password;
    private final String algorithm;
    private @Nullable String realm;
    private @Nullable String nonce;
    private int uses;
    private int sequence;
    private String session = "";

    public RawRtspClient(int port, String user, String password, String algorithm, int receiveBuffer)
            throws IOException {
        this.socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(60_000);
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 1 << 16));
        this.user = user;
        this.password = password;
        this.algorithm = algorithm;
    }

    /** How long to wait for bytes, milliseconds. */
    public void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Sends a request and waits for its answer, passing over packets; once more with credentials where asked for. */
    public Answer ask(String method, String uri, String... fields) throws IOException {
        Answer answer = once(method, uri, fields);
        if (answer.status == 401) {
            String challenge = challenge(answer);
            realm = value(challenge, "realm");
            nonce = value(challenge, "nonce");
            uses = 0;
            answer = once(method, uri, fields);
        }
        String given = answer.fields.get("session");
        if (given != null) {
            session = given.replaceFirst(";.*", "");
        }
        return answer;
    }

    /** DESCRIBE, SETUP and PLAY; the status of the first that was refused, else 200. */
    public int play(String uri) throws IOException {
        Answer described = ask("DESCRIBE", uri, "Accept: application/sdp");
        if (described.status != 200) {
            return described.status;
        }
        Answer setUp = ask("SETUP", uri + "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
        return setUp.status != 200 ? setUp.status : ask("PLAY", uri).status;
    }

    private Answer once(String method, String uri, String... fields) throws IOException {
        StringBuilder text = new StringBuilder(method + " " + uri + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n");
        for (String field : fields) {
            text.append(field).append("\r\n");
        }
        if (!session.isEmpty()) {
            text.append("Session: ").append(session).append("\r\n");
        }
        if (nonce != null) {
            text.append("Authorization: ").append(authorization(method, uri)).append("\r\n");
        }
        socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        while (true) {
            int first = in.read();
            if (first == '$') {
                packet();
            } else if (first < 0) {
                throw new EOFException("closed");
            } else {
                return answer((char) first);
            }
        }
    }

    /** The next interleaved frame; answers are passed over. */
    public Packet next() throws IOException {
        while (true) {
            int first = in.read();
            if (first == '$') {
                return packet();
            } else if (first < 0) {
                throw new EOFException("closed");
            }
            var unused = answer((char) first);
            assert unused.status > 0;
        }
    }

    private Packet packet() throws IOException {
        int channel = in.readUnsignedByte();
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return new Packet(channel, bytes);
    }

    private Answer answer(char first) throws IOException {
        String status = first + line();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + "\n" + b);
        }
        byte[] body = new byte[Integer.parseInt(fields.getOrDefault("content-length", "0"))];
        in.readFully(body);
        return new Answer(Integer.parseInt(status.split(" ", 3)[1]), fields, new String(body, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private String challenge(Answer answer) {
        return answer.fields
                .getOrDefault("www-authenticate", "")
                .lines()
                .filter(line -> line.contains("algorithm=" + algorithm))
                .findFirst()
                .orElseThrow();
    }

    private String authorization(String method, String uri) {
        String count = String.format("%08x", ++uses);
        String a1 = hash(user + ":" + realm + ":" + password);
        String response = hash(a1 + ":" + nonce + ":" + count + ":abcd:auth:" + hash(method + ":" + uri));
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", algorithm=" + algorithm + ", qop=auth, nc=" + count + ", cnonce=\"abcd\", response=\"" + response
                + "\"";
    }

    private String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String value(String challenge, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
