package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@link EveryEndpointTest} asks about cameras of one tag, asked about others by those whose rights are cut: by level within a
 * ward, by a tag, by the denial of a tag or of a ward. Cameras 1 (an-ninh), 2 and 6 (giao-thong, 6 with a head) hang in the first
 * ward, 102 (giao-thong, with a head) in the other; every body is a right one, so that nothing but the right decides.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WardCallersTest {
    private static final List<String> CALLERS =
            List.of("viewer-ward", "manager-ward", "configurator-ward", "tagged", "denied", "but-for-a-ward");

    private static final String TABLE = """
            GET    /cameras/c-1              1    200 200 200 404 404 200
            GET    /cameras/c-2              2    200 200 200 200 200 200
            GET    /cameras/c-102            102  404 404 404 200 404 404
            POST   /stream-sessions          1    200 200 200 404 404 200
            POST   /stream-sessions          2    200 200 200 200 200 200
            POST   /stream-sessions          102  404 404 404 200 404 404
            GET    /cameras/c-6/ptz/lock     6    200 200 200 200 200 200
            DELETE /cameras/c-6/ptz/lock     6    403 204 204 204 204 204
            DELETE /cameras/c-102/ptz/lock   102  403 404 404 204 404 404
            POST   /alarms                   1    403 201 201 422 422 201
            POST   /alarms                   2    403 201 201 201 201 201
            POST   /alarms                   102  403 422 422 201 422 422
            GET    /alarms/{alarm}           1    200 200 200 404 404 200
            GET    /alarms/{alarm}           2    200 200 200 200 200 200
            GET    /alarms/{alarm}           102  404 404 404 200 404 404
            PATCH  /alarms/{alarm}           1    403 412 412 404 404 412
            PATCH  /alarms/{alarm}           102  404 404 404 412 404 404
            PUT    /alarms/{alarm}/snapshot  1    403 204 204 404 404 204
            PUT    /alarms/{alarm}/snapshot  2    403 204 204 204 204 204
            PUT    /alarms/{alarm}/snapshot  102  403 404 404 204 404 404
            POST   /records                  1    201 201 201 422 422 201
            POST   /records                  2    201 201 201 201 201 201
            POST   /records                  102  422 422 422 201 422 422
            POST   /bookmarks                1    201 201 201 422 422 201
            POST   /bookmarks                102  422 422 422 201 422 422
            POST   /webhooks                 1    403 403 201 403 403 201
            POST   /webhooks                 102  403 403 422 403 403 422
            GET    /users                    1    403 403 200 403 403 200
            GET    /camera-certificates      1    403 403 200 403 403 200
            PUT    /cameras/c-2/published    2    403 403 204 403 403 204
            PUT    /cameras/c-102/published  102  403 403 404 403 403 404
            GET    /sites/cua-nam            102  404 404 404 200 404 404
            GET    /stream-policy            1    403 403 403 403 403 403
            PUT    /alarm-procedures/chay    1    403 403 403 403 403 403
            GET    /audit                    1    403 200 200 403 403 200
            """;

    private record Row(String method, String path, int camera, List<Integer> expected) {
        static Row of(String line) {
            String[] words = line.strip().split("\\s+", -1);
            List<Integer> expected = new ArrayList<>();
            for (int i = 3; i < words.length; i++) {
                expected.add(Integer.valueOf(words[i]));
            }
            assertThat(expected).as(line).hasSize(CALLERS.size());
            return new Row(words[0], words[1], Integer.parseInt(words[2]), expected);
        }
    }

    private final List<Desk> desks = new ArrayList<>();
    private byte[] picture = new byte[0];
    private Wards wards;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        wards = Wards.start(data);
        List<String> grants = List.of(
                Wards.grant("view", "hoan-kiem"),
                Wards.grant("manage", "hoan-kiem"),
                Wards.grant("configure", "hoan-kiem"),
                "{\"level\":\"operate\",\"tag\":\"giao-thong\"}",
                Wards.grant("operate", "hoan-kiem") + "," + Wards.denial("view", "", "an-ninh"),
                "{\"level\":\"configure\"}," + Wards.denial("view", "cua-nam", ""));
        for (int i = 0; i < CALLERS.size(); i++) {
            wards.user(CALLERS.get(i), wards.role("Vai " + CALLERS.get(i), grants.get(i), ""));
            desks.add(wards.signIn(CALLERS.get(i)));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", png);
        picture = png.toByteArray();
    }

    @AfterAll
    void stop() {
        wards.close();
    }

    @Test
    void everybodyIsAnsweredByHisRightAlone() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.lines().map(Row::of).toList()) {
            String path = row.path().contains("{alarm}") ? row.path().replace("{alarm}", alarmOf(row)) : row.path();
            for (int i = 0; i < CALLERS.size(); i++) {
                int status = ask(desks.get(i), row, path);
                if (status != row.expected().get(i)) {
                    wrong.add("%s %s of %d by %s: %d, not %d"
                            .formatted(
                                    row.method(),
                                    row.path(),
                                    row.camera(),
                                    CALLERS.get(i),
                                    status,
                                    row.expected().get(i)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String alarmOf(Row row) {
        return wards.admin
                .post("/alarms", alarm(row), "Idempotency-Key", fresh())
                .json()
                .path("id")
                .asString();
    }

    private int ask(Desk desk, Row row, String path) {
        if (path.endsWith("/snapshot")) {
            return desk.putBytes(path, "image/png", picture).status();
        }
        boolean takesBody = List.of("POST", "PUT", "PATCH").contains(row.method());
        Desk.Answer answer = desk.send(
                row.method(), path, takesBody ? body(row) : null, "If-Match", "\"999999\"", "Idempotency-Key", fresh());
        return answer.status() == 200 && path.equals("/stream-sessions")
                ? answer.json().at("/items/0/problem/status").asInt(200)
                : answer.status();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static String site(Row row) {
        return row.camera() > 100 ? "cua-nam" : "hoan-kiem";
    }

    private static String alarm(Row row) {
        return "{\"type\":\"lineCrossed\",\"priority\":5,\"cameraIds\":[\"c-" + row.camera()
                + "\"],\"title\":\"A\",\"raisedAt\":\"2026-11-21T07:00:00Z\"}";
    }

    private static String body(Row row) {
        String camera = "\"c-" + row.camera() + "\"";
        String at = "\"2026-11-20T23:00:00Z\"";
        return switch (row.path()) {
            case "/stream-sessions" -> "{\"streams\":[{\"cameraId\":" + camera + ",\"role\":\"sub\"}]}";
            case "/alarms" -> alarm(row);
            case "/alarms/{alarm}" -> "{\"state\":\"acknowledged\"}";
            case "/records" ->
                "{\"id\":\"" + fresh() + "\",\"kind\":\"patrol\",\"title\":\"R\",\"cameraIds\":[" + camera
                        + "],\"siteId\":\"" + site(row) + "\",\"beganAt\":" + at + ",\"endedAt\":" + at
                        + ",\"signedAt\":" + at + ",\"content\":{}}";
            case "/bookmarks" ->
                "{\"id\":\"" + fresh() + "\",\"cameraId\":" + camera + ",\"at\":" + at + ",\"title\":\"B\"}";
            case "/webhooks" ->
                "{\"name\":\"AI\",\"siteId\":\"" + site(row) + "\",\"mostPriority\":80,\"perMinute\":30}";
            case "/alarm-procedures/chay" -> "{\"text\":\"Gọi 114\"}";
            case "/users" -> "";
            default -> "{\"published\":false}";
        };
    }
}
