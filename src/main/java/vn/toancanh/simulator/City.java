package vn.toancanh.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.head.HeadPosition;

/**
 * The simulated city: real places of Hà Nội, each with a camera or several, numbered from {@value #FIRST_NUMBER}. The same
 * count of cameras always makes the same city.
 */
final class City {
    /** Ids of simulated cameras begin with it. */
    static final String ID = "sim-";

    static final int FIRST_NUMBER = 1201;

    private static final String PLACES = "/vn/toancanh/simulator/places.txt";
    private static final SiteId CITY = new SiteId("ha-noi");
    private static final SiteId TRAFFIC = new SiteId("ha-noi-csgt");
    private static final String[] WAYS = {"", " – hướng Bắc", " – hướng Đông", " – hướng Nam", " – hướng Tây"};

    private record Place(String name, double lat, double lon, String ward) {}

    private final List<Site> sites = new ArrayList<>();
    private final List<Camera> cameras = new ArrayList<>();

    City(int count) {
        List<Place> places = places();
        Map<String, SiteId> wards = new LinkedHashMap<>();
        sites.add(new Site(CITY, null, "Thành phố Hà Nội"));
        sites.add(new Site(TRAFFIC, CITY, "Công an TP – Giao thông"));
        for (int i = 0; i < count; i++) {
            Place place = places.get(i % places.size());
            SiteId ward = wards.computeIfAbsent(place.ward, name -> ward(wards.size() + 1, name));
            cameras.add(camera(i, place, i / places.size(), i % 2 == 0 ? TRAFFIC : ward));
        }
    }

    List<Site> sites() {
        return List.copyOf(sites);
    }

    int size() {
        return cameras.size();
    }

    /** Numbers of the cameras with a head, as they stand in addresses. */
    List<String> heads() {
        return cameras.stream()
                .filter(Camera::ptz)
                .map(camera -> String.valueOf(camera.number()))
                .toList();
    }

    /** The loop of a camera's stream. */
    ClipSpec loop(int i, StreamRole role) {
        Camera camera = cameras.get(i);
        Codec codec = camera.streams().getFirst().codec();
        String caption = (FIRST_NUMBER + i) + "  " + camera.name();
        return new ClipSpec(FIRST_NUMBER + i, i, caption, role, codec, ClipSpec.Showing.LIVE, 0)
                .seenFrom(camera.ptz() ? HeadPosition.AHEAD : null);
    }

    /**
     * The cameras with their addresses on a server.
     *
     * @param heads where a head answers, by its camera's number
     */
    List<CameraEntry> entries(int port, Function<String, URI> heads, String user, Secret password) {
        List<CameraEntry> entries = new ArrayList<>();
        for (Camera camera : cameras) {
            List<StreamSource> sources = new ArrayList<>();
            for (StreamProfile stream : camera.streams()) {
                String role = stream.role() == StreamRole.MAIN ? "main" : "sub";
                URI uri = URI.create("rtsp://127.0.0.1:" + port + "/camera/" + camera.number() + "/" + role);
                sources.add(new StreamSource(stream.role(), uri, user, password));
            }
            @Nullable URI head = camera.ptz() ? heads.apply(String.valueOf(camera.number())) : null;
            entries.add(new CameraEntry(camera, sources, head));
        }
        return entries;
    }

    private SiteId ward(int count, String name) {
        SiteId id = new SiteId("ha-noi-phuong-" + count);
        sites.add(new Site(id, CITY, "Phường " + name));
        return id;
    }

    private static Camera camera(int i, Place place, int round, SiteId site) {
        int number = FIRST_NUMBER + i;
        SplittableRandom random = new SplittableRandom(number);
        String name = place.name + (round == 0 ? "" : round < WAYS.length ? WAYS[round] : " – số " + (round + 1));
        GeoPoint point = new GeoPoint(
                place.lat + (round == 0 ? 0 : (random.nextDouble() - 0.5) * 8e-4),
                place.lon + (round == 0 ? 0 : (random.nextDouble() - 0.5) * 8e-4));
        CameraPlace where =
                new CameraPlace(point, (double) random.nextInt(72) * 5, 62.0, (double) (60 + 10 * random.nextInt(13)));
        Codec codec = i % 4 == 3 ? Codec.H265 : Codec.H264;
        List<StreamProfile> streams =
                List.of(profile(number, StreamRole.MAIN, codec), profile(number, StreamRole.SUB, codec));
        List<String> tags = List.of(i % 2 == 0 ? "giao thông" : "phường");
        return new Camera(
                new CameraId(ID + number), number, name, site, tags, where, CameraState.ONLINE, i % 3 == 1, streams, 1);
    }

    private static StreamProfile profile(int number, StreamRole role, Codec codec) {
        ClipSpec spec = new ClipSpec(number, 0, "", role, codec, ClipSpec.Showing.LIVE, 0);
        return new StreamProfile(
                role == StreamRole.MAIN ? "main" : "sub",
                role,
                codec,
                spec.width(),
                spec.height(),
                spec.rate(),
                spec.kilobits(),
                spec.keyInterval());
    }

    private static List<Place> places() {
        try (InputStream in = City.class.getResourceAsStream(PLACES)) {
            if (in == null) {
                throw new IllegalStateException("the list of places is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(part -> new Place(part[0], Double.parseDouble(part[1]), Double.parseDouble(part[2]), part[3]))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
