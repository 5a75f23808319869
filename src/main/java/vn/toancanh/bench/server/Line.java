package vn.toancanh.bench.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection that speaks HTTP/1.1 (RFC 9112) in the plainest way, so that what is measured is the server and not a client
 * library. One thread.
 */
final class Line implements AutoCloseable {
    /** An answer; names of headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String text) {}

    private static final int BUFFER = 1 << 16;
    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private @Nullable String token;

    /** By plain HTTP. */
    Line(URI server) throws IOException {
        this(Reached.plain(server));
    }

    Line(Reached server) throws IOException {
        socket = server.connect();
        socket.setSoTimeout(PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        host = server.address().getHost() + ":" + server.address().getPort();
    }

    /** Sends that token with every request from now on. */
    Line with(String bearer) {
        token = bearer;
        return this;
    }

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, null, headers);
    }

    Answer post(String path, String json, String... headers) throws IOException {
        return send("POST", path, json, headers);
    }

    Answer put(String path, String... headers) throws IOException {
        return send("PUT", path, null, headers);
    }

    Answer putJson(String path, String json, String... headers) throws IOException {
        return send("PUT", path, json, headers);
    }

    private Answer send(String method, String path, @Nullable String json, String... headers) throws IOException {
        write(method, path, json, headers);
        return read();
    }

    /**
     * Sends a request and reads no more than the head of its answer.
     *
     * @return the status
     */
    int open(String path, String... headers) throws IOException {
        write("GET", path, null, headers);
        int status = status(line());
        while (!line().isEmpty()) {
            // What follows is what is wanted.
        }
        return status;
    }

    private void write(String method, String path, @Nullable String json, String... headers) throws IOException {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(256);
        head.append(method)
                .append(" /api/v1")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (json != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.write(body);
        socket.getOutputStream().write(all.toByteArray());
    }

    private Answer read() throws IOException {
        int status = status(line());
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        byte[] body = chunked ? chunks() : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static int status(String line) throws IOException {
        String[] words = line.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/")) {
            throw new IOException("no answer in HTTP: " + line);
        }
        return Integer.parseInt(words[1]);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int length = length(); length > 0; length = length()) {
            all.write(in.readNBytes(length));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int length() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    /** The next line, without its end. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server has hung up");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Waits as long for the next byte as it takes. */
    Line patient() throws IOException {
        socket.setSoTimeout(0);
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
