package vn.toancanh.bench.hands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.StreamSource;
import vn.toancanh.rtsp.wire.EventLoop;

/**
 * Ways to cameras by way of ports of this machine, over which what they send can come late or be cut, while all stays in its order and
 * nothing of it is read: as over a link that is worse than it says. Any thread; bytes on a thread of its own.
 */
final class Detours implements Handle {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Clock clock;
    private final EventLoop loop;
    private final Map<Integer, Detour> detours = new ConcurrentHashMap<>();

    /** @throws IOException where there is no selector */
    Detours(Clock clock) throws IOException {
        this.clock = clock;
        this.loop = new EventLoop("detours", clock, BUFFER_BYTES, () -> {}, () -> {});
        loop.start();
    }

    /**
     * A camera as it is reached by way of its detour, which is made where there is none yet.
     *
     * @throws UncheckedIOException where no port is to be had
     */
    CameraEntry around(CameraEntry entry) {
        int camera = Objects.requireNonNull(entry.camera().number());
        List<StreamSource> sources = entry.sources().stream()
                .map(source ->
                        new StreamSource(source.role(), around(camera, source.uri()), source.user(), source.password()))
                .toList();
        return new CameraEntry(entry.camera(), sources, entry.head());
    }

    /** The same address by way of a camera's detour. */
    URI around(int camera, URI stream) {
        Detour detour = detours.computeIfAbsent(camera, any -> make(stream));
        String after = stream.toString().replaceFirst("^rtsp://[^/]+", "");
        return URI.create("rtsp://127.0.0.1:" + detour.port() + after);
    }

    private Detour make(URI stream) {
        try {
            Detour made = new Detour(loop, clock, new InetSocketAddress(stream.getHost(), stream.getPort()));
            loop.execute(made::begin);
            return made;
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /**
     * What a camera sends comes late by that from now on; none: it comes at once, and so does what waits.
     *
     * @param cut true where its connections are cut before that
     */
    void delay(int camera, Delay delay, boolean cut) {
        Detour detour = Optional.ofNullable(detours.get(camera)).orElseThrow();
        loop.execute(() -> {
            if (cut) {
                detour.cut();
            }
            detour.delay(delay);
        });
    }

    /** Completes when the thread that moves bytes comes to it. */
    CompletableFuture<Void> turn() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        loop.execute(() -> turn.complete(null));
        return turn;
    }

    @Override
    public void close() {
        loop.execute(() -> detours.values().forEach(Detour::close));
        loop.close();
    }
}
