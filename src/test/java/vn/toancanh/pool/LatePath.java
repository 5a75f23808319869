package vn.toancanh.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import vn.toancanh.base.Threads;

/** A way to a camera by which all that it says comes later by some time, in order; what it is asked comes at once. On loopback. */
final class LatePath implements AutoCloseable {
    private static final int PIECE = 16 * 1024;
    /** More than any test has under way. */
    private static final int MOST_PIECES = 20_000;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Piece(byte[] bytes, long at) {}

    private final URI camera;
    private final ServerSocket listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long byNanos;

    LatePath(URI camera, Duration by) throws IOException {
        this.camera = camera;
        later(by);
        Threads.daemon("late path", this::accept).start();
    }

    /** The camera, by this way. */
    URI address() {
        return URI.create("rtsp://127.0.0.1:" + listener.getLocalPort() + camera.getPath());
    }

    /** From now on so late; what is under way comes at once where that is less. */
    void later(Duration by) {
        byNanos = by.toNanos();
    }

    private void accept() {
        while (true) {
            try {
                Socket viewer = listener.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), camera.getPort());
                BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>(MOST_PIECES);
                open.add(viewer);
                open.add(there);
                Threads.daemon("late path", () -> copy(viewer, there)).start();
                Threads.daemon("late path", () -> take(there, underWay)).start();
                Threads.daemon("late path", () -> bring(viewer, underWay)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    private static void take(Socket from, BlockingQueue<Piece> into) {
        byte[] piece = new byte[PIECE];
        try (from) {
            InputStream in = from.getInputStream();
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                into.add(new Piece(Arrays.copyOf(piece, got), System.nanoTime()));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void bring(Socket to, BlockingQueue<Piece> from) {
        try (to) {
            OutputStream out = to.getOutputStream();
            while (true) {
                Piece next = from.take();
                while (System.nanoTime() - next.at() < byNanos) {
                    LockSupport.parkNanos(5_000_000);
                }
                out.write(next.bytes());
            }
        } catch (IOException | InterruptedException gone) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
