package vn.toancanh.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Bytes that belong to no protocol, or to one without end. */
final class Noise {
    private static final int LONG = 120 * 1024;
    /** More than the largest picture that is taken. */
    private static final int ENDLESS = 10 * 1024 * 1024;

    private static final int FRAGMENT = 60_000;

    private final RandomGenerator random;

    Noise(RandomGenerator random) {
        this.random = random;
    }

    byte[] bytes() {
        // What is long is rare, so that it does not take most of the time.
        return switch (random.nextInt(40)) {
            case 0 -> repeated("RTSP/1.0 200 OK\r\nX: ", "a", LONG);
            case 1 -> repeated("RTSP/1.0 200 OK\r\n", "X: y\r\n", LONG);
            case 2 -> repeated("RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 99999999\r\n\r\n", "z", LONG);
            case 3 -> repeated("RTSP/1.0 401 Unauthorized\r\nCSeq: 2\r\n", "WWW-Authenticate: Digest a=\"", 30_000);
            case 4 -> repeated("$\0", "\uffff", 3000);
            case 5, 6, 7, 8 ->
                "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n<html>".getBytes(StandardCharsets.US_ASCII);
            case 9, 10, 11, 12 -> new byte[1 + random.nextInt(2000)];
            default -> anything();
        };
    }

    private byte[] anything() {
        byte[] bytes = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 4000 : 200)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] repeated(String front, String part, int length) {
        return (front + part.repeat(length / part.length())).getBytes(StandardCharsets.UTF_8);
    }

    /** A picture of ten megabytes, by one fragment after another that never is the last. */
    void endlessPicture(GoodMedia media, Consumer<byte[]> to) {
        byte[] scan = new byte[FRAGMENT];
        random.nextBytes(scan);
        for (int sent = 0; sent < ENDLESS; sent += FRAGMENT) {
            ByteArrayOutputStream payload = new ByteArrayOutputStream();
            payload.writeBytes(media.fragmentHeader(sent));
            payload.writeBytes(scan);
            to.accept(media.packet(payload.toByteArray(), false));
        }
    }
}
