package vn.toancanh.bench.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;

/**
 * Cameras whose pictures are coded wrongly: every second picture is spoiled before it is cut into packets, so that the
 * damage gets to the decoder. Beside each a sound one with the same footage. On loopback; one thread a connection.
 */
public final class BrokenCameras implements AutoCloseable {
    private final List<Footage> footage;
    private final Clock clock;
    private final long seed;
    private final ServerSocket listener;
    private final AtomicLong spoiled = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public BrokenCameras(List<Footage> footage, Clock clock, long seed) throws IOException {
        this.footage = List.copyOf(footage);
        this.clock = clock;
        this.seed = seed;
        this.listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Threads.daemon("broken-cameras", this::accept).start();
    }

    /** Where the stream of that footage is. */
    public URI address(int index, boolean broken) {
        return URI.create(
                "rtsp://127.0.0.1:" + listener.getLocalPort() + "/" + (broken ? "broken" : "sound") + "/" + index);
    }

    /** Spoiled pictures sent so far. */
    public long spoiled() {
        return spoiled.get();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                SplittableRandom random = new SplittableRandom(seed * 31 + connections.incrementAndGet());
                Threads.daemon("broken-camera", () -> serve(socket, random)).start();
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(Socket socket, SplittableRandom random) {
        try (socket) {
            new BrokenCamera(socket, footage, clock, random, spoiled::incrementAndGet).serve();
        } catch (IOException gone) {
            // Whoever watched has left, as players do that have seen enough.
            return;
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
