package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The client on a virtual screen of its own, every tile live and at rest for some seconds, and who watches its pixels: what
 * measurements of opening and switching begin with. The city is the caller's. Made, asked and closed on MAIN.
 */
final class ShownWall implements AutoCloseable {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SETTLE = Duration.ofSeconds(6);

    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final MeasuredClient client;
    private final CameraWatch watch;

    /** @throws IOException where not every tile comes to be live; nothing is left open then */
    ShownWall(Ground ground, BenchCity city, int tiles) throws IOException, InterruptedException {
        try {
            VirtualScreen screen = new VirtualScreen(WIDTH, HEIGHT);
            closing.push(screen::close);
            FrameBuffer pixels = screen.frameBuffer();
            closing.push(pixels::close);
            client = new MeasuredClient(ground, city, screen.display(), tiles);
            closing.push(client::close);
            client.awaitLive(ground.clock(), PATIENCE);
            TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
            watch = new CameraWatch(pixels, client.awaitLive(ground.clock(), PATIENCE), ground.clock());
            closing.push(watch::close);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    MeasuredClient client() {
        return client;
    }

    CameraWatch watch() {
        return watch;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }
}
