package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * A server of a city with two wards, a junction in the first, and people whose rights are narrowed. Cameras 1 to 6 hang in the
 * first ward, 7 and 8 at its junction, 101 to 106 in the second ward; even numbers are tagged {@code giao-thong}, odd ones
 * {@code an-ninh}.
 */
public final class Wards implements AutoCloseable {
    public static final Site OTHER = new Site(new SiteId("cua-nam"), ServerFixture.CITY.id(), "Phường Cửa Nam");
    static final Site JUNCTION = new Site(new SiteId("trang-tien"), ServerFixture.WARD.id(), "Ngã tư Tràng Tiền");

    final ServerFixture fixture;
    Desk admin;

    private Wards(ServerFixture fixture) {
        this.fixture = fixture;
        this.admin = fixture.desk("administrator");
    }

    /** The city's administrator with a new session. */
    void signInAgain() {
        admin = fixture.desk("administrator");
    }

    static Wards start(Path data) throws IOException {
        return start(ServerOptions.at(data));
    }

    static Wards start(ServerOptions options) throws IOException {
        Wards wards = new Wards(ServerFixture.start(options));
        List<CameraEntry> cameras = new ArrayList<>(ServerFixture.cameras(1, 6));
        cameras.add(camera(7, JUNCTION));
        cameras.add(camera(8, JUNCTION));
        for (int number = 101; number <= 106; number++) {
            cameras.add(camera(number, OTHER));
        }
        wards.put(cameras);
        return wards;
    }

    void put(List<CameraEntry> cameras) {
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD, OTHER, JUNCTION), cameras);
    }

    /** One that hangs at that site. */
    public static CameraEntry camera(int number, Site site) {
        CameraEntry entry = ServerFixture.camera(number, "Ngã tư số " + number);
        return with(entry, site, entry.camera().tags());
    }

    static CameraEntry with(CameraEntry entry, Site site, List<String> tags) {
        Camera of = entry.camera();
        return new CameraEntry(
                new Camera(
                        of.id(),
                        of.number(),
                        of.name(),
                        site.id(),
                        tags,
                        of.place(),
                        of.state(),
                        of.ptz(),
                        of.streams(),
                        of.revision()),
                entry.sources());
    }

    /** Makes a role; {@code more} are further fields, beginning with a comma. */
    String role(String name, String grants, String more) {
        Desk.Answer answer = admin.post("/roles", roleBody(name, grants, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    static String roleBody(String name, String grants, String more) {
        return "{\"name\":\"%s\",\"grants\":[%s]%s}".formatted(name, grants, more);
    }

    static String grant(String level, String site) {
        return "{\"level\":\"%s\",\"siteId\":\"%s\"}".formatted(level, site);
    }

    static String denial(String level, String site, String tag) {
        return "{\"level\":\"%s\",\"siteId\":%s,\"tag\":%s,\"effect\":\"deny\"}"
                .formatted(level, quoted(site), quoted(tag));
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "null" : "\"" + text + "\"";
    }

    /** Makes a user; tells the id. */
    String user(String name, String roleId) {
        Desk.Answer answer = admin.post("/users", userBody(name, roleId));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    static String userBody(String name, String roleId) {
        return "{\"username\":\"%s\",\"displayName\":\"Bàn %s\",\"roleId\":\"%s\",\"password\":\"%s\"}"
                .formatted(name, name, roleId, ServerFixture.PASSWORD);
    }

    Desk signIn(String name) {
        return fixture.anonymous.signIn(name, ServerFixture.PASSWORD);
    }

    /** A desk of somebody who may do that at the first ward. */
    Desk atFirstWard(String level) {
        user(
                "phuong-" + level,
                role("Phường " + level, grant(level, ServerFixture.WARD.id().value()), ""));
        return signIn("phuong-" + level);
    }

    static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item ->
                ids.add(item.isString() ? item.asString() : item.path("id").asString()));
        return ids;
    }

    static List<String> cameras(Desk desk, String query) {
        return ids(desk.get("/cameras?limit=500" + query).json().path("items"));
    }

    String etag(String path) {
        return admin.get(path).header("ETag");
    }

    @Override
    public void close() {
        fixture.close();
    }
}
