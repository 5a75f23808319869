package vn.toancanh.decoder;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.base.Waiver;
import vn.toancanh.control.Lines;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.rtsp.RtspClient;

/**
 * A decoder worker: {@code DecoderMain SOCKET CLIENT-PID}. Connects to the client's socket, says whether libVLC is there,
 * and does as it is told until the socket closes or the client is gone. {@code DecoderMain --check} only looks for libVLC.
 */
@Waiver(fence = "stdout belongs to app", reason = "the answer to --check is read by whoever asked, as from any command")
@Waiver(
        fence = "exit only in app",
        reason = "it is the main class of a process of its own, and libVLC may hold any thread for ever")
public final class DecoderMain {
    private static final Logger LOG = LoggerFactory.getLogger(DecoderMain.class);

    private DecoderMain() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 1 && arguments[0].equals("--check")) {
            check();
            return;
        }
        ParentWatch parent = new ParentWatch(Long.parseLong(arguments[1]));
        parent.tieToParent();
        if (parent.orphaned()) {
            return;
        }
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(arguments[0])));
        Lines lines = new Lines(channel);
        VlcEngine engine = engine(lines);
        if (engine != null) {
            work(engine, lines, parent);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Prints libVLC's version and ends with 0, or what is missing and ends with 1. */
    private static void check() {
        String found;
        boolean good = false;
        try {
            List<String> missing = missingBefore();
            String version = "";
            if (missing.isEmpty()) {
                VlcEngine engine = new VlcEngine();
                version = engine.version();
                missing = engine.missing();
            }
            good = missing.isEmpty();
            found = good ? version : "libVLC: " + String.join(", ", missing);
        } catch (LinkageError | RuntimeException | ReflectiveOperationException absent) {
            found = "libVLC";
        }
        System.out.println(found);
        System.out.flush();
        Runtime.getRuntime().halt(good ? 0 : 1);
    }

    /** What can be seen to be missing before libVLC is loaded. */
    private static List<String> missingBefore() {
        return Unpacking.prepare() ? VlcPlaces.missingPlugins() : List.of(Word.Hello.ROOM);
    }

    private static @Nullable VlcEngine engine(Lines lines) throws IOException {
        long pid = ProcessHandle.current().pid();
        List<String> lacking = missingBefore();
        if (!lacking.isEmpty()) {
            lines.write(new Word.Hello(pid, null, lacking));
            return null;
        }
        try {
            VlcEngine engine = new VlcEngine();
            List<String> missing = engine.missing();
            lines.write(new Word.Hello(pid, engine.version(), missing));
            return missing.isEmpty() ? engine : null;
        } catch (LinkageError | RuntimeException | ReflectiveOperationException absent) {
            LOG.error("libVLC cannot be loaded", absent);
            lines.write(new Word.Hello(pid, null, List.of("libVLC")));
            return null;
        }
    }

    private static void work(VlcEngine engine, Lines lines, ParentWatch parent) throws IOException {
        RtspClient rtsp = new RtspClient(Clock.SYSTEM, new SecureRandom());
        ThreadLane lane = new ThreadLane("WORKER");
        ThreadLane vlc = new ThreadLane("VLC");
        Stage stage = new Stage(engine, vlc, Clock.SYSTEM);
        Worker worker = new Worker(lane, Clock.SYSTEM, stage, new RtspSource(rtsp), lines::write, () -> end(rtsp));
        lane.execute(worker::begin);
        lane.every(Duration.ofSeconds(1), parent::look);
        lane.every(Duration.ofSeconds(2), () -> {
            // A worker that receives nothing any more would answer every ping; one that has ended is replaced.
            if (parent.orphaned() || !rtsp.runs()) {
                end(rtsp);
            }
        });
        try {
            Order order = lines.readOrder();
            while (order != null) {
                Order next = order;
                lane.execute(() -> worker.order(next));
                order = lines.readOrder();
            }
        } catch (IOException broken) {
            LOG.info("control ended: {}", broken.getMessage());
        }
        end(rtsp);
    }

    /**
     * Ends the sessions, for which a second is allowed, and then the process at once: players that still hang must not keep
     * it, and the kernel takes everything else back.
     */
    private static void end(RtspClient rtsp) {
        rtsp.close();
        Runtime.getRuntime().halt(0);
    }
}
