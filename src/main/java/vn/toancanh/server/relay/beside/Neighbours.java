package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;

/** Finds the relay that an earlier server of the same data has left, and starts new ones. One thread at a time; blocks. */
final class Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final Duration START = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 20;

    private final Path folder;
    private final RelayProgram program;
    private final Secret secret;
    private final Proof proof;
    private final String version;
    private final Clock clock;
    private final Lane lane;

    /** @param folder of sockets */
    Neighbours(Path folder, RelayProgram program, Secret secret, String version, Clock clock, Lane lane) {
        this.folder = folder;
        this.program = program;
        this.secret = secret;
        this.proof = new Proof(secret);
        this.version = version;
        this.clock = clock;
        this.lane = lane;
    }

    /**
     * The one that serves as asked. All others are ended: of another version, other settings, another key.
     *
     * @throws IOException where the folder cannot be read
     */
    Optional<Neighbour> find(Serving asked) throws IOException {
        @Nullable Neighbour found = null;
        for (Path file : MeetingPlace.sockets(folder)) {
            @Nullable Neighbour each = met(file);
            if (each != null && found == null && each.isOf(version) && does(each.serving(), asked)) {
                LOG.info("goes on with the relay of process {}", each.pid());
                found = each;
            } else if (each != null) {
                LOG.warn(
                        "ends the relay of process {}, version {}",
                        each.pid(),
                        each.hello().version());
                each.end();
            }
        }
        return Optional.ofNullable(found);
    }

    /** One that serves nothing yet takes any order. */
    private static boolean does(@Nullable Serving serving, Serving asked) {
        return serving == null || serving.does(asked);
    }

    private @Nullable Neighbour met(Path file) throws IOException {
        ControlSocket socket;
        try {
            socket = ControlSocket.connect(file);
        } catch (IOException nobody) {
            Files.deleteIfExists(file);
            return null;
        }
        try {
            return Neighbour.meet(socket, file, proof, lane);
        } catch (IOException stranger) {
            LOG.warn("{} is not of ours: {}", file, stranger.toString());
            removeStranger(file);
            return null;
        }
    }

    /** A relay that does not know us any more keeps its port. Only what is the same user's and the same Java is killed. */
    private static void removeStranger(Path file) throws IOException {
        ProcessHandle.Info own = ProcessHandle.current().info();
        Neighbour.process(file)
                .filter(each -> each.info().command().isPresent()
                        && each.info().command().equals(own.command())
                        && each.info().user().equals(own.user()))
                .ifPresent(Neighbour::kill);
        Files.deleteIfExists(file);
    }

    /**
     * A new one, which serves nothing yet.
     *
     * @throws IOException where it does not start
     */
    Neighbour start() throws IOException {
        Process process = new ProcessBuilder(program.command().apply(List.of(folder.toString(), version)))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write((secret.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return met(process);
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private Neighbour met(Process process) throws IOException {
        Path file = MeetingPlace.socket(folder, process.pid());
        long begun = clock.nanos();
        while (process.isAlive() && clock.nanos() - begun < START.toNanos()) {
            if (Files.exists(file)) {
                @Nullable ControlSocket socket = listening(file);
                if (socket != null) {
                    return Neighbour.meet(socket, file, proof, lane);
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stopped);
            }
        }
        throw new IOException("the relay's process does not start");
    }

    /** Null where the file is there and nobody listens yet. */
    private static @Nullable ControlSocket listening(Path file) {
        try {
            return ControlSocket.connect(file);
        } catch (IOException notYet) {
            return null;
        }
    }
}
