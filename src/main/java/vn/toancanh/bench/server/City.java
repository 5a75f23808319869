package vn.toancanh.bench.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Accounts;

/** A city of cameras in wards, none of which is there to be asked, and two accounts. */
public final class City {
    /** An administrator and an operator, with one password. */
    static final String ADMINISTRATOR = "measures";

    static final String OPERATOR = "watches";

    private static final Site TOP = new Site(new SiteId("city"), null, "Thành phố");
    private static final int WARDS = 126;

    private City() {}

    /** Fills a folder of data that no server has opened yet. */
    static void build(Path data, int cameras, Secret password) {
        build(data, cameras, password, List.of(), List.of());
    }

    /** The same with some more that can be seen. */
    static void build(Path data, int cameras, Secret password, List<Site> places, List<CameraEntry> seen) {
        try (CentralServer server = CentralServer.start(ServerOptions.at(data))) {
            server.accounts().create(ADMINISTRATOR, ADMINISTRATOR, Accounts.ADMINISTRATOR, password);
            server.accounts().create(OPERATOR, OPERATOR, Accounts.OPERATOR, password);
            server.inventory().merge(sites(), cameras(1, cameras, ""));
            if (!seen.isEmpty()) {
                server.inventory().merge(places, numbered(cameras + 1, seen));
            }
        }
    }

    /** Simulated cameras have numbers that the city's have too. */
    static List<CameraEntry> numbered(int first, List<CameraEntry> seen) {
        List<CameraEntry> entries = new ArrayList<>(seen.size());
        for (CameraEntry entry : seen) {
            Camera of = entry.camera();
            Camera other = new Camera(
                    of.id(),
                    first + entries.size(),
                    of.name(),
                    of.site(),
                    of.tags(),
                    of.place(),
                    of.state(),
                    of.ptz(),
                    of.streams(),
                    of.revision());
            entries.add(new CameraEntry(other, entry.sources()));
        }
        return entries;
    }

    /** The city and its wards. */
    public static List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        sites.add(TOP);
        for (int ward = 1; ward <= WARDS; ward++) {
            sites.add(new Site(ward(ward), TOP.id(), "Phường " + ward));
        }
        return sites;
    }

    /** A policy of streams in which every ward has a word of its own, and all mean the relay. */
    static String policy() {
        return sites().stream()
                .map(site -> "{\"siteId\":\"" + site.id().value() + "\",\"access\":\"relay\"}")
                .collect(Collectors.joining(",", "{\"sites\":[", "]}"));
    }

    private static SiteId ward(int number) {
        return new SiteId("ward-" + number);
    }

    static String id(int number) {
        return "c-" + number;
    }

    /** Cameras with numbers from {@code first} on. */
    public static List<CameraEntry> cameras(int first, int count, String mark) {
        List<CameraEntry> entries = new ArrayList<>(count);
        for (int number = first; number < first + count; number++) {
            Camera camera = new Camera(
                    new CameraId(id(number)),
                    number,
                    "Ngã tư số " + number + mark,
                    ward(1 + number % WARDS),
                    number % 2 == 0 ? List.of("giao-thong") : List.of("an-ninh"),
                    new CameraPlace(
                            new GeoPoint(20.9 + number % 997 / 4000.0, 105.7 + number % 1009 / 4000.0),
                            number % 360 * 1.0,
                            70.0,
                            60.0),
                    CameraState.UNKNOWN,
                    number % 3 == 0,
                    List.of(
                            new StreamProfile("main", StreamRole.MAIN, Codec.H264, 1280, 720, 25, 2500, 50),
                            new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 500, 30)),
                    0);
            entries.add(
                    new CameraEntry(camera, List.of(source(StreamRole.MAIN, number), source(StreamRole.SUB, number))));
        }
        return entries;
    }

    private static StreamSource source(StreamRole role, int number) {
        URI uri = URI.create(
                "rtsp://10." + number / 62_500 + "." + number / 250 % 250 + "." + number % 250 + ":554/" + role);
        return new StreamSource(role, uri, "viewer", Secret.of("camera-" + number));
    }
}
