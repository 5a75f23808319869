package vn.toancanh.server.streams;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSink;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.RtspTimings;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.rtsp.wire.EventLoop;

/**
 * Looks which certificate a camera shows. No certificate is accepted at it, so that nothing is asked of the camera and no password
 * goes there. Any thread; blocks, for ten seconds at most.
 */
final class CertificateLook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final RtspTimings TIMINGS =
            new RtspTimings(Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofSeconds(8));

    /** A pin that no certificate has. */
    private static final List<String> NONE = List.of("");

    /**
     * What was seen.
     *
     * @param pin SHA-256 of the certificate shown, Base64; null where none was
     * @param problem why none was, in a word of the contract; null where one was
     */
    record Shown(@Nullable String pin, @Nullable String problem) {}

    private final Clock clock;
    private final Predicate<InetAddress> cameras;

    /** @param cameras where cameras may be */
    CertificateLook(Clock clock, Predicate<InetAddress> cameras) {
        this.clock = clock;
        this.cameras = cameras;
    }

    /** @param address rtsps, with a host */
    Shown at(URI address) {
        CompletableFuture<RtspFailure> ended = new CompletableFuture<>();
        EventLoop loop;
        try {
            loop = new EventLoop("certificate look", clock, RtspClient.BUFFER, () -> {}, () -> {});
        } catch (IOException noSocket) {
            return new Shown(null, "unreachable");
        }
        RtspClient client = new RtspClient(clock, new SecureRandom(), loop, cameras);
        loop.start();
        try {
            client.open(new RtspTarget(address, null, null, NONE, TIMINGS), new End(ended));
            return shown(ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return new Shown(null, "silent");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a certificate was accepted that nobody has", impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Shown(null, "silent");
        } finally {
            client.close();
            loop.close();
        }
    }

    private static Shown shown(RtspFailure failure) {
        return switch (failure.kind()) {
            case CERTIFICATE -> new Shown(failure.shownPin(), null);
            case UNREACHABLE, ENDED -> new Shown(null, "unreachable");
            case SILENT -> new Shown(null, "silent");
            case REFUSED -> new Shown(null, "notACamera");
            default -> new Shown(null, "noEncryption");
        };
    }

    private record End(CompletableFuture<RtspFailure> ended) implements RtspSink {
        @Override
        public void playing(VideoTrack track) {
            ended.completeExceptionally(new IllegalStateException("plays"));
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            ended.completeExceptionally(new IllegalStateException("plays"));
        }

        @Override
        public void ended(RtspFailure failure) {
            ended.complete(failure);
        }
    }
}
