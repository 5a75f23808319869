package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamSource;

/** No password of a camera can be read in the database, its write-ahead log or a copy of it. */
@Tag("slow")
class AtRestTest {
    private static final String FIRST = "Bi-mat-cua-camera-";
    private static final String LATER = "Da-doi-thanh-cai-khac-";
    private static final int CAMERAS = 300;

    @TempDir
    Path data;

    private static List<CameraEntry> cameras(String password) {
        return ServerFixture.cameras(1, CAMERAS).stream()
                .map(entry -> new CameraEntry(
                        entry.camera(),
                        entry.sources().stream()
                                .map(source -> new StreamSource(
                                        source.role(),
                                        source.uri(),
                                        source.user(),
                                        Secret.of(password + entry.camera().number())))
                                .toList()))
                .toList();
    }

    @Test
    void noPasswordOfACameraLiesInTheOpen() throws IOException, SQLException {
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), cameras(FIRST));
            fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), cameras(LATER));
            fixture.server.inventory().remove(cameras(LATER).getFirst().camera().id());
            copy();
            assertThat(found(data).keySet())
                    .as("what was looked through")
                    .contains("central.db", "central.db-wal", "copy.db");
            found(data).forEach((file, seen) -> assertThat(seen).as(file).isEmpty());
            // The seal opens: it is not that nothing was kept.
            String grant = fixture.direct()
                    .desk("operator")
                    .post("/stream-sessions", "{\"streams\":[{\"cameraId\":\"c-7\",\"role\":\"main\"}]}")
                    .body();
            assertThat(grant).contains(LATER + "7");
        }
        found(data)
                .forEach((file, seen) ->
                        assertThat(seen).as(file + " after the end").isEmpty());
    }

    /** As copies before an upgrade are made. */
    private void copy() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("central.db"));
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, data.resolve("copy.db").toString());
            statement.execute();
        }
    }

    @Test
    void whatLiesInTheOpenIsFound() throws IOException {
        Files.writeString(data.resolve("a"), "x" + FIRST + "12");
        Files.write(data.resolve("b"), (LATER + "3").getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(
                data.resolve("c"), Base64.getEncoder().encodeToString(FIRST.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(data.resolve("d"), HexFormat.of().formatHex(LATER.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(data.resolve("e"), "nothing");
        found(data).forEach((file, seen) -> assertThat(seen.isEmpty()).as(file).isEqualTo(file.equals("e")));
    }

    /** By file, in which shapes a password was found. */
    private static Map<String, Set<String>> found(Path folder) throws IOException {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Set<String> seen = new TreeSet<>();
            for (String password : List.of(FIRST, LATER)) {
                shapes(password).stream().filter(text::contains).forEach(seen::add);
            }
            all.put(folder.relativize(file).toString(), seen);
        }
        return all;
    }

    private static List<String> shapes(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        List<String> shapes = new ArrayList<>(List.of(
                password,
                new String(password.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            // Base64 of the middle, whatever stands before it.
            int from = (3 - before) % 3;
            int length = (bytes.length - from) / 3 * 3;
            shapes.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, from + length)));
        }
        return shapes;
    }
}
