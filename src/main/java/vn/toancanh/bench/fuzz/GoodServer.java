package vn.toancanh.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** A well-behaved server of one stream, in one of the ways in which servers behave well. */
final class GoodServer {
    private static final String[] BASES = {
        "",
        "Content-Base: rtsp://h/a/\r\n",
        "Content-Location: rtsp://10.0.0.1/a?t=1\r\n",
        "Content-Base: rtsp://h/a?t=1/\r\n"
    };
    private static final String[] CONTROLS = {"track1", "*", "", "/x", "rtsp://h/a/track1", "?t=2", "rtsp://other/a/t"};
    private static final String[] CHALLENGES = {
        "Basic realm=\"r\"",
        "Digest realm=\"r\", nonce=\"n\"",
        "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256, opaque=\"o\"",
        "Digest realm=\"r\", nonce=\"n\", stale=TRUE"
    };

    private final RandomGenerator random;
    private final Encoding encoding;
    private final int type;
    private final boolean guarded;
    private boolean moves;

    GoodServer(Encoding encoding, int type, RandomGenerator random) {
        this.encoding = encoding;
        this.type = type;
        this.random = random;
        this.guarded = random.nextInt(4) == 0;
        this.moves = random.nextInt(8) == 0;
    }

    /** The answer to a request. */
    byte[] answer(byte[] request) {
        String text = new String(request, StandardCharsets.UTF_8);
        String method = text.substring(0, Math.max(0, text.indexOf(' ')));
        String sequence = field(text, "CSeq");
        if (guarded && !text.contains("\r\nAuthorization:") && !method.equals("OPTIONS")) {
            return said("401 Unauthorized", sequence, "WWW-Authenticate: " + pick(CHALLENGES) + "\r\n", "");
        }
        return switch (method) {
            case "OPTIONS" -> said("200 OK", sequence, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER\r\n", "");
            case "DESCRIBE" -> described(sequence);
            case "SETUP" -> setUp(text, sequence);
            default -> said("200 OK", sequence, "Session: s\r\n", "");
        };
    }

    private byte[] described(String sequence) {
        if (moves) {
            moves = random.nextInt(6) == 0;
            String location = pick(new String[] {"rtsp://other:8554/b", "/b?t=1", "rtsps://h/a", "rtsp://h/a"});
            return said(301 + random.nextInt(5) + " Moved", sequence, "Location: " + location + "\r\n", "");
        }
        return said("200 OK", sequence, pick(BASES) + "Content-Type: application/sdp\r\n", description());
    }

    private byte[] setUp(String text, String sequence) {
        String asked = field(text, "Transport");
        if (random.nextInt(6) == 0) {
            return said("461 Unsupported Transport", sequence, "", "");
        }
        String more = asked.contains("client_port") ? ";server_port=6970-6971;source=10.0.0.7" : "";
        return said("200 OK", sequence, "Session: s;timeout=2\r\nTransport: " + asked + more + "\r\n", "");
    }

    private String description() {
        String format = switch (encoding) {
            case H264 ->
                "a=rtpmap:" + type + " H264/90000\r\na=fmtp:" + type
                        + " packetization-mode=1;sprop-parameter-sets=Z0LAHtoCgPRA,aM48gA==\r\n";
            case H265 ->
                "a=rtpmap:" + type + " H265/90000\r\na=fmtp:" + type
                        + " sprop-vps=QAEMAf//;sprop-sps=QgEBAWAAAAM=;sprop-pps=RAHA8vA=\r\n";
            case JPEG -> "a=rtpmap:" + type + " JPEG/90000\r\na=x-dimensions:320,180\r\n";
        };
        return "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=x\r\na=control:" + pick(CONTROLS) + "\r\nm=video 0 RTP/AVP " + type
                + "\r\n" + format + "a=control:" + pick(CONTROLS) + "\r\nm=audio 0 RTP/AVP 8\r\na=control:t2\r\n";
    }

    private static byte[] said(String status, String sequence, String fields, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String length = content.length == 0 ? "" : "Content-Length: " + content.length + "\r\n";
        String head = "RTSP/1.0 " + status + "\r\nCSeq: " + sequence + "\r\n" + fields + length + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** The same answer with another body, whose length it tells; as it is where it has none. */
    static byte[] withBody(byte[] answer, UnaryOperator<byte[]> change) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n") + 4;
        int length = text.indexOf("Content-Length: ");
        if (length < 0 || end == answer.length) {
            return answer;
        }
        byte[] body = change.apply(text.substring(end).getBytes(StandardCharsets.ISO_8859_1));
        String head = text.substring(0, length) + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static String field(String text, String name) {
        int at = text.indexOf("\r\n" + name + ": ");
        if (at < 0) {
            return "";
        }
        int from = at + name.length() + 4;
        return text.substring(from, Math.max(from, text.indexOf('\r', from)));
    }

    private String pick(String[] all) {
        return all[random.nextInt(all.length)];
    }
}
