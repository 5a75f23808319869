package vn.toancanh.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.server.relay.beside.RelayProgram;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * Central server and simulated cameras for a measurement, in this process, so that what they cost is not counted with the
 * client.
 */
public final class BenchCity implements AutoCloseable {
    /** Every fourth simulated camera codes H.265, so a few more are needed than are shown. */
    private static final int OF_FOUR = 3;

    static final String OPERATOR = "bench";

    /** What tells a relay's command line. */
    private static final String RELAY = ".RelayMain";

    private final RunFolder own;
    private final Path folder;
    private final Secret password;
    private final Simulator simulator;
    private final CentralServer server;
    private final List<CameraEntry> cameras;

    /**
     * For measurements beside others: only cameras whose small stream is 640x360 H.264 at 15 pictures a second are
     * published, and none asks for a password.
     */
    BenchCity(Ground ground, int tiles) throws IOException, InterruptedException {
        this(ground, tiles, true, StreamPolicy.Way.DIRECT, false);
    }

    /** The city as it is: cameras of both codings, each with a password; streams straight from the cameras. */
    static BenchCity whole(Ground ground, int tiles) throws IOException, InterruptedException {
        return whole(ground, tiles, StreamPolicy.Way.DIRECT);
    }

    /** The same with streams by the one way or the other. */
    static BenchCity whole(Ground ground, int tiles, StreamPolicy.Way way) throws IOException, InterruptedException {
        return new BenchCity(ground, tiles, false, way, false);
    }

    /**
     * The same, whose relay is a process of its own, beside this one.
     *
     * @param told gives what the server is told of a camera, which may name other addresses
     */
    public static BenchCity besideRelay(Ground ground, int tiles, StreamPolicy.Way way, UnaryOperator<CameraEntry> told)
            throws IOException, InterruptedException {
        return new BenchCity(ground, tiles, false, way, true, told);
    }

    private BenchCity(Ground ground, int tiles, boolean plain, StreamPolicy.Way way, boolean beside)
            throws IOException, InterruptedException {
        this(ground, tiles, plain, way, beside, UnaryOperator.identity());
    }

    private BenchCity(
            Ground ground,
            int tiles,
            boolean plain,
            StreamPolicy.Way way,
            boolean beside,
            UnaryOperator<CameraEntry> told)
            throws IOException, InterruptedException {
        own = RunFolder.make("bench");
        folder = own.path();
        int needed = plain ? (tiles * 4 + OF_FOUR - 1) / OF_FOUR + 1 : tiles;
        SimulatorOptions options = SimulatorOptions.of(needed, ground.cache().resolve("clips"));
        simulator = Simulator.start(plain ? options.withoutPasswords() : options);
        ServerOptions serving = ServerOptions.at(folder.resolve("server"));
        server = CentralServer.start(
                beside
                        ? serving.withRelayProgram(new RelayProgram(ground.relay(), folder))
                                .withOfflineGrace(Duration.ofMinutes(1))
                        : serving);
        cameras = simulator.cameras().stream()
                .filter(entry -> !plain || measured(entry))
                .limit(tiles)
                .map(told)
                .toList();
        server.inventory().merge(simulator.sites(), cameras);
        // Straight where the client alone is measured, and where a drill looks whose sockets lead to which camera.
        server.streamPolicy().everywhere(way);
        password = Secret.of(folder.getFileName() + "-" + ground.clock().nanos());
        server.accounts().create(OPERATOR, OPERATOR, Accounts.OPERATOR, password);
        ground.err().println("bench: " + needed + " cameras…");
        try {
            simulator.whenReady().get();
        } catch (ExecutionException failed) {
            throw new IOException("cameras could not be simulated: " + failed.getCause(), failed);
        }
    }

    private static boolean measured(CameraEntry entry) {
        return entry.camera().stream(StreamRole.SUB)
                .map(StreamProfile::codec)
                .filter(codec -> codec == Codec.H264)
                .isPresent();
    }

    /** A folder of this run's own, gone at its end. */
    Path folder() {
        return folder;
    }

    /** A file with the operator's password, for one client: it deletes what it has read. */
    Path passwordFile() throws IOException {
        return Files.writeString(folder.resolve("password"), password.reveal());
    }

    URI server() {
        return server.baseUri();
    }

    /** The relay's process; empty where it is in this one, or has just ended. */
    public Optional<ProcessHandle> relay() {
        return CommandLines.childWith(RELAY);
    }

    /** Its cameras, to be broken. */
    public Simulator simulator() {
        return simulator;
    }

    /** Numbers of all published cameras, as many as were asked for. */
    public List<Integer> numbers() {
        return cameras.stream()
                .map(entry -> Objects.requireNonNull(entry.camera().number()))
                .toList();
    }

    /** Address of the small stream of the camera at that place among {@link #numbers()}. */
    URI stream(int place) {
        return streams().get(place);
    }

    /** Addresses of the small streams of all published cameras. */
    List<URI> streams() {
        return cameras.stream()
                .flatMap(entry -> entry.sources().stream())
                .filter(source -> source.role() == StreamRole.SUB)
                .map(source -> source.uri())
                .toList();
    }

    /** Ends the server; the cameras stay. Gives the folder of its data, with which another may go on. */
    Path endServer() {
        server.close();
        return folder.resolve("server");
    }

    @Override
    public void close() throws IOException {
        server.close();
        simulator.close();
        own.close();
    }
}
