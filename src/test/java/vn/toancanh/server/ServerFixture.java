package vn.toancanh.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.server.accounts.Places;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;
import vn.toancanh.server.streams.StreamPolicy;

/** A started server with an administrator, an operator and a viewer, for tests. */
public final class ServerFixture implements AutoCloseable {
    public static final String PASSWORD = "dai-du-tam-ky-tu";
    public static final Site CITY = new Site(new SiteId("ha-noi"), null, "Hà Nội");
    public static final Site WARD = new Site(new SiteId("hoan-kiem"), CITY.id(), "Phường Hoàn Kiếm");

    public final CentralServer server;
    public final Contract contract;
    public final Desk anonymous;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private ServerFixture(CentralServer server, Contract contract) {
        this.server = server;
        this.contract = contract;
        this.anonymous = new Desk(http, server.baseUri(), contract, null);
    }

    /** A server on data that are there, or on those that a first start leaves. */
    public static ServerFixture start(ServerOptions options) throws IOException {
        FirstStart.into(options);
        return fresh(options);
    }

    /** Starts without anything laid down before, for a test of first starts. */
    static ServerFixture fresh(ServerOptions options) throws IOException {
        CentralServer server = CentralServer.start(options);
        for (String role : List.of("administrator", "operator", "viewer")) {
            if (!server.accounts().exists(role)) {
                server.accounts().create(role, "Ca " + role, role, Secret.of(PASSWORD));
            }
        }
        return new ServerFixture(server, Contract.read());
    }

    public static ServerFixture start(Path data) throws IOException {
        return start(ServerOptions.at(data));
    }

    /** A catalogue over a database of a test's own, with a key beside it. */
    public static Inventory inventory(Database database, Path key, EventRing ring, Clock clock) {
        return new Inventory(database, Vault.open(key), ring, clock, new Places(database, () -> {}));
    }

    /** Has desks go to the cameras themselves. */
    public ServerFixture direct() {
        server.streamPolicy().everywhere(StreamPolicy.Way.DIRECT);
        return this;
    }

    /** A desk signed in as the user named like that role. */
    public Desk desk(String role) {
        return anonymous.signIn(role, PASSWORD);
    }

    /** Cameras numbered from {@code first}, every third with a head, all in the ward. */
    public static List<CameraEntry> cameras(int first, int count) {
        List<CameraEntry> entries = new ArrayList<>(count);
        for (int number = first; number < first + count; number++) {
            entries.add(camera(number, "Ngã tư số " + number));
        }
        return entries;
    }

    public static CameraEntry camera(int number, String name) {
        Camera camera = new Camera(
                new CameraId("c-" + number),
                number,
                name,
                WARD.id(),
                number % 2 == 0 ? List.of("giao-thong") : List.of("an-ninh", "le \"hoi\""),
                new CameraPlace(
                        new GeoPoint(21 + number % 100 / 1000.0, 105.8 + number % 77 / 1000.0), 90.0, 70.0, 60.0),
                CameraState.UNKNOWN,
                number % 3 == 0,
                List.of(
                        new StreamProfile("main", StreamRole.MAIN, Codec.H264, 1280, 720, 25, 2500, 50),
                        new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 500, 30)),
                0);
        return new CameraEntry(
                camera, List.of(source(StreamRole.MAIN, number, "main"), source(StreamRole.SUB, number, "sub")));
    }

    private static StreamSource source(StreamRole role, int number, String path) {
        return new StreamSource(
                role,
                URI.create("rtsp://10.0." + number / 250 + "." + number % 250 + ":554/" + path),
                "viewer",
                Secret.of("mat-khau-" + number));
    }

    @Override
    public void close() {
        http.shutdownNow();
        server.close();
    }
}
