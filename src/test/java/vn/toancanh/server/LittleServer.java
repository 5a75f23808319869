package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@link SmallServer} and whoever asks it: its administrator, others that he lets in, and those who neither read nor come to an end. */
final class LittleServer implements AutoCloseable {
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx160m");

    /** What little a caller takes in who does not read, bytes. */
    private static final int LITTLE = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Socket> sockets = new ArrayList<>();
    private final SmallServer server;
    final String admin;

    LittleServer(Path folder) throws IOException, InterruptedException {
        server = new SmallServer(folder, LITTLE_MEMORY);
        admin = token("admin", server.password);
    }

    private String token(String user, String password) throws IOException, InterruptedException {
        return json(send("", "POST", "/sessions", "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}"))
                .path("accessToken")
                .asString();
    }

    /** The token of somebody new, of a role that every server has. */
    String letIn(String user, String role) throws IOException, InterruptedException {
        String password = "dai-du-tam-ky-tu";
        assertThat(ask(
                                "POST",
                                "/users",
                                "{\"username\":\"" + user + "\",\"displayName\":\"" + user + "\",\"roleId\":\"" + role
                                        + "\",\"password\":\"" + password + "\"}")
                        .statusCode())
                .isEqualTo(201);
        return token(user, password);
    }

    /** A site, for what must stand somewhere. */
    void found(String site) throws IOException, InterruptedException {
        assertThat(ask("POST", "/sites", "{\"id\":\"" + site + "\",\"name\":\"Gốc\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    HttpRequest request(String token, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri + "/api/v1" + path))
                .timeout(PATIENCE)
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .setHeader("If-Match", "\"0\"")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    HttpResponse<String> send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(request(token, method, path, body));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    /** By its administrator. */
    HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        return send(admin, method, path, body);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /**
     * Begins a request as it stands, on a connection of its own that lasts until the end of the test and takes little in.
     *
     * @param token empty: nobody's
     * @param length that its body will have, bytes, as it says; negative: it has none
     */
    Socket begin(String token, String method, String path, String type, int length) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(LITTLE);
        socket.connect(new InetSocketAddress(server.uri.getHost(), server.uri.getPort()));
        String head = method + " /api/v1" + path + " HTTP/1.1\r\nHost: x\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + (length < 0 ? "" : "Content-Type: " + type + "\r\nContent-Length: " + length + "\r\n") + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Asks, and does not read what it is answered. */
    void readsNothing(String token, String path) throws IOException {
        begin(token, "GET", path, "", -1);
    }

    /** Sends as much as is taken, on a thread of its own: what finds no room is not read, and would hold the test up. */
    static void sends(Socket socket, byte[] body, int length) {
        Thread.ofVirtual().start(() -> {
            try {
                socket.getOutputStream().write(body, 0, length);
            } catch (IOException refused) {
                // The server has heard enough, or the test is over.
            }
        });
    }

    void lives() throws IOException, InterruptedException {
        assertThat(server.process.isAlive()).as("the server lives").isTrue();
        assertThat(ask("GET", "/health", "").statusCode()).isEqualTo(200);
    }

    /** Asks again and again for some seconds, while what was begun does its worst. */
    void livesOn() throws IOException, InterruptedException {
        for (int i = 0; i < 25; i++) {
            lives();
            assertThat(send("", "GET", "/info", "").statusCode()).isEqualTo(200);
            Thread.sleep(200);
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }
}
