package vn.toancanh.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends a server on this machine what no HTTP client would send. */
record RawHttp(int port) {
    /** Of an answer without a length, bytes. */
    private static final int MOST = 4_000;

    /** Sends a request as it is, then so many blanks, and gives the beginning of the answer. */
    String answer(String request, long blanks) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            send(socket.getOutputStream(), request, blanks);
            return answer(new BufferedInputStream(socket.getInputStream()));
        }
    }

    /**
     * Sends a request whose body comes only after something else has happened, when the server has let the caller in and waits for
     * it: it says so itself (RFC 9110, 10.1.1).
     *
     * @param head lines of the head, each with its end, but for those that concern the body
     */
    String answer(String head, String json, Runnable meanwhile) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Host: x\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String first = head(in);
            if (!first.startsWith("HTTP/1.1 100")) {
                return first;
            }
            meanwhile.run();
            out.write(body);
            out.flush();
            return answer(in);
        }
    }

    /** One whole answer: its head, and as much as this says that there is; without that, all until the end. A 204 is all head. */
    static String answer(InputStream in) throws IOException {
        String head = head(in);
        if (head.startsWith("HTTP/1.1 204 ")) {
            return head;
        }
        int length = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(MOST);
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            next = head.toString().endsWith("\r\n\r\n") ? -1 : in.read();
        }
        return head.toString();
    }

    /** A server that has heard enough may answer and hang up in the middle; its answer is there to be read all the same. */
    private static void send(OutputStream out, String request, long blanks) throws IOException {
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        byte[] chunk = " ".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
        try {
            for (long left = blanks; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
            out.flush();
        } catch (SocketException hungUp) {
            // What it said before is what counts.
        }
    }
}
