package vn.toancanh.bench.ptz;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
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
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.SimulatedHead;

/** A central server and heads at the ends of cables, in this process, and whoever looks at all heads again and again. Any thread. */
final class DrilledCity implements Handle {
    /** Heads name services at the address where they listen; at another one whatever is asked of them goes by the cable. */
    private static final String HEADS = "127.0.0.2";

    private static final Site SITE = new Site(new SiteId("drill"), null, "Diễn tập");
    private static final String VIEWER = "viewer";
    private static final long LOOK_MS = 5;

    private final CentralServer server;
    private final HeadServer devices;
    private final Secret password;
    private final List<DrilledHead> heads = new ArrayList<>();
    private volatile boolean ended;

    private DrilledCity(CentralServer server, HeadServer devices, Secret password) {
        this.server = server;
        this.devices = devices;
        this.password = password;
    }

    /** @param desks how many clients there will be, each with an account of its own */
    static DrilledCity start(Clock clock, Path data, int desks, int heads) throws IOException {
        Secret password = Secret.of("drill-" + clock.nanos());
        Map<String, SimulatedHead> simulated = new HashMap<>();
        for (int i = 1; i <= heads; i++) {
            simulated.put(name(i), new SimulatedHead("Simulated head", clock));
        }
        HeadServer devices = HeadServer.start(0, simulated, VIEWER, password, clock);
        DrilledCity city = new DrilledCity(CentralServer.start(ServerOptions.at(data)), devices, password);
        List<CameraEntry> entries = new ArrayList<>();
        for (int i = 1; i <= heads; i++) {
            URI device = devices.address(name(i));
            Cable cable = Cable.from(HEADS, device.getPort());
            city.heads.add(new DrilledHead(name(i), devices.head(name(i)).orElseThrow(), cable, clock));
            entries.add(camera(i, URI.create("http://" + HEADS + ":" + cable.port() + device.getPath()), password));
        }
        city.server.inventory().merge(List.of(SITE), entries);
        for (int i = 0; i < desks; i++) {
            city.server.accounts().create(user(i), user(i), Accounts.OPERATOR, password);
        }
        Threads.daemon("looks-at-heads", city::look).start();
        return city;
    }

    private static String name(int number) {
        return "h-" + number;
    }

    /** Who sits at that desk, counted from 0. */
    static String user(int desk) {
        return "drill-" + desk;
    }

    private static CameraEntry camera(int number, URI head, Secret password) {
        Camera camera = new Camera(
                new CameraId(name(number)),
                number,
                "Đầu quay " + number,
                SITE.id(),
                List.of(),
                new CameraPlace(new GeoPoint(21, 105.8), 0.0, 70.0, 60.0),
                CameraState.UNKNOWN,
                true,
                List.of(new StreamProfile("main", StreamRole.MAIN, Codec.H264, 1280, 720, 25, 2500, 50)),
                0);
        URI stream = URI.create("rtsp://" + HEADS + ":554/" + number);
        return new CameraEntry(camera, List.of(new StreamSource(StreamRole.MAIN, stream, VIEWER, password)), head);
    }

    /** Of all accounts. */
    Secret password() {
        return password;
    }

    int serverPort() {
        return server.baseUri().getPort();
    }

    List<DrilledHead> heads() {
        return heads;
    }

    private void look() {
        try {
            while (!ended) {
                heads.forEach(DrilledHead::look);
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
        server.close();
        heads.forEach(head -> head.cable().close());
        devices.close();
    }
}
