package vn.toancanh.simulator;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.clip.ClipEncoder;
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.clip.ClipStore;
import vn.toancanh.simulator.clip.Clips;
import vn.toancanh.simulator.clip.FfmpegCoders;
import vn.toancanh.simulator.head.HeadServer;
import vn.toancanh.simulator.head.ProbeAnswers;
import vn.toancanh.simulator.head.SimulatedHead;
import vn.toancanh.simulator.head.SimulatedMedia;
import vn.toancanh.simulator.rtsp.RtspServer;
import vn.toancanh.simulator.rtsp.ServedCamera;
import vn.toancanh.simulator.rtsp.ServerFigures;
import vn.toancanh.simulator.rtsp.ServerSettings;
import vn.toancanh.simulator.strip.Schedule;

/**
 * A city of simulated cameras on one RTSP server of this machine, and of simulated heads beside it, whose cameras show what they see. Sub streams are encoded from the start, in the order of
 * the cameras; main streams when first asked for. Any thread.
 */
public final class Simulator implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final String USER = "toancanh";

    /** Streams at a time that show a head moving; each takes a part of a processor. */
    private static final int MOST_CODERS = 4;

    private final City city;
    private final Clips clips;
    private final FfmpegCoders coders;
    private final RtspServer server;
    private final HeadServer heads;
    private final Secret password;
    private final CompletableFuture<Void> ready;

    private Simulator(
            City city,
            Clips clips,
            FfmpegCoders coders,
            RtspServer server,
            HeadServer heads,
            Secret password,
            CompletableFuture<Void> ready) {
        this.city = city;
        this.clips = clips;
        this.coders = coders;
        this.server = server;
        this.heads = heads;
        this.password = password;
        this.ready = ready;
    }

    /**
     * Starts serving at once; loops become ready one after another. Heads are steered at the port after that of the streams.
     *
     * @throws FailureException CONFLICT where the port is taken
     */
    public static Simulator start(SimulatorOptions options) {
        City city = new City(options.cameras());
        Secret password = newPassword();
        Map<String, SimulatedHead> heads = new HashMap<>();
        city.heads().forEach(number -> heads.put(number, new SimulatedHead("Simulated head", Clock.SYSTEM)));
        List<ServedCamera> served = served(city, heads);
        Clips clips = new Clips(new ClipStore(options.cache()), new ClipEncoder(options.ffmpeg()), options.encoders());
        FfmpegCoders coders = new FfmpegCoders(options.ffmpeg(), MOST_CODERS);
        try {
            RtspServer server = RtspServer.start(settings(options, password), served, clips, coders, Clock.SYSTEM);
            HeadServer steered = devices(city, heads, options, password, server);
            return new Simulator(
                    city, clips, coders, server, steered, password, prepare(served, clips, options.progress()));
        } catch (FailureException taken) {
            clips.close();
            throw taken;
        }
    }

    private static List<ServedCamera> served(City city, Map<String, SimulatedHead> heads) {
        List<ServedCamera> served = new ArrayList<>();
        for (int i = 0; i < city.size(); i++) {
            ClipSpec sub = city.loop(i, StreamRole.SUB);
            SimulatedHead head = heads.get(Integer.toString(sub.camera()));
            served.add(new ServedCamera(city.loop(i, StreamRole.MAIN), sub, head == null ? null : head::position));
        }
        return served;
    }

    private static ServerSettings settings(SimulatorOptions options, Secret password) {
        ServerSettings usual = ServerSettings.usual(USER, password);
        return new ServerSettings(
                options.port(),
                USER,
                password,
                options.open(),
                options.burst(),
                options.patience(),
                usual.queueBytes(),
                usual.schedule());
    }

    /** Every camera has a device that tells of its pictures; some have a head too. */
    private static HeadServer devices(
            City city, Map<String, SimulatedHead> heads, SimulatorOptions options, Secret password, RtspServer server) {
        Map<String, SimulatedHead> all = new HashMap<>(heads);
        Map<String, SimulatedMedia> media = new HashMap<>();
        for (int i = 0; i < city.size(); i++) {
            String number = Integer.toString(City.FIRST_NUMBER + i);
            SimulatedHead device =
                    all.computeIfAbsent(number, fixed -> new SimulatedHead("Simulated camera", false, Clock.SYSTEM));
            media.put(number, Snapshots.of(city, i, device, server.port()));
        }
        try {
            return HeadServer.start(options.headPort(), all, media, USER, password, Clock.SYSTEM);
        } catch (FailureException taken) {
            server.close();
            throw taken;
        }
    }

    private static CompletableFuture<Void> prepare(List<ServedCamera> served, Clips clips, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        List<CompletableFuture<Void>> loops = new ArrayList<>();
        List<ClipSpec> wanted =
                served.stream().map(camera -> camera.live(StreamRole.SUB)).toList();
        Set<ClipSpec> toDraw =
                wanted.stream().filter(loop -> !clips.keeps(loop)).collect(Collectors.toSet());
        for (ClipSpec loop : wanted) {
            loops.add(clips.get(loop, Clips.Urgency.SOON).thenRun(() -> {
                if (toDraw.contains(loop)) {
                    progress.ready(done.incrementAndGet(), toDraw.size());
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(loops.toArray(CompletableFuture<?>[]::new));
        // Where all are kept, one word says so instead of one a loop.
        return toDraw.isEmpty() ? all.thenRun(() -> progress.ready(served.size(), served.size())) : all;
    }

    private static Secret newPassword() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(HexFormat.of().formatHex(bytes));
    }

    /** True of the id of a simulated camera, of this city or another. */
    public static boolean simulates(CameraId id) {
        return id.value().startsWith(City.ID);
    }

    /** The cameras with their streams' addresses, user and password. */
    public List<CameraEntry> cameras() {
        return city.entries(server.port(), heads::address, USER, password);
    }

    /** The tree of sites the cameras hang in; parents stand before their children. */
    public List<Site> sites() {
        return city.sites();
    }

    /** Port of the RTSP server on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** When which picture is due. */
    public Schedule schedule() {
        return Schedule.STANDARD;
    }

    /** Completes when all sub streams are encoded; fails with a {@link FailureException} where one cannot be. */
    public CompletableFuture<Void> whenReady() {
        return ready.copy();
    }

    /** Makes a camera fail, until it is cleared or fails otherwise. */
    public void inject(CameraId camera, Fault fault) {
        inject(camera, fault, nanos -> {});
    }

    /**
     * Makes a camera fail, until it is cleared or fails otherwise.
     *
     * @param begun told when the fault begins to show in a stream that is watched, {@code Clock.nanos()}, a moment that
     *     may lie a little ahead; on the server's thread, once a watched stream
     */
    public void inject(CameraId camera, Fault fault, LongConsumer begun) {
        server.inject(number(camera), fault, begun);
    }

    /** Makes a camera whole again. */
    public void clear(CameraId camera) {
        server.inject(number(camera), null, nanos -> {});
    }

    /** The head of a camera that has one. */
    public Optional<SimulatedHead> head(CameraId camera) {
        return heads.head(Integer.toString(number(camera))).filter(SimulatedHead::turns);
    }

    /** How and with what a camera's head is steered, by ONVIF; empty where it has none. */
    public Optional<DeviceAddress> headAddress(CameraId camera) {
        return head(camera)
                .map(head -> new DeviceAddress(heads.address(Integer.toString(number(camera))), USER, password));
    }

    /**
     * Has the devices answer whoever of this machine looks for devices on the network. Where that cannot be, since the machine has no
     * such network or another program keeps the port for itself, nobody finds them so, and nothing else changes.
     */
    public Handle answerProbes() {
        List<ProbeAnswers.Device> devices = cameras().stream()
                .map(CameraEntry::camera)
                .map(camera -> new ProbeAnswers.Device(
                        camera.number() + " " + camera.name(),
                        camera.ptz() ? "Simulated head" : "Simulated camera",
                        heads.address(String.valueOf(camera.number()))))
                .toList();
        try {
            return ProbeAnswers.start(ProbeAnswers.PORT, devices);
        } catch (IOException taken) {
            LOG.info("simulated cameras answer no probes: {}", taken.getMessage());
            return Handle.NONE;
        }
    }

    /**
     * Where a device answers.
     *
     * @param service address of its own service
     */
    public record DeviceAddress(URI service, String user, Secret password) {}

    /** What the server does now. */
    public CompletableFuture<ServerFigures> figures() {
        return server.figures();
    }

    /** The control by lines of text, as {@code ./wall simulate} reads them. */
    public SimulatorControl control() {
        return new SimulatorControl(this);
    }

    private int number(CameraId camera) {
        return cameras().stream()
                .map(CameraEntry::camera)
                .filter(each -> each.id().equals(camera))
                .map(each -> each.number())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no camera " + camera));
    }

    /** Drops all watchers and ends all encoding. */
    @Override
    public void close() {
        heads.close();
        server.close();
        coders.close();
        clips.close();
    }
}
