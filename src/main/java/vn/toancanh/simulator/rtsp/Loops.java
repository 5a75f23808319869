package vn.toancanh.simulator.rtsp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.wire.EventLoop;
import vn.toancanh.simulator.clip.Clip;
import vn.toancanh.simulator.clip.Clips;

/** Waits for loops on behalf of those who ask for a stream. On the server's thread. */
final class Loops {
    /** Well below the eight seconds after which our own client gives an answer up. */
    private static final Duration STAND_IN_AFTER = Duration.ofSeconds(3);

    private final Clips clips;
    private final EventLoop loop;
    private final Clock clock;

    Loops(Clips clips, EventLoop loop, Clock clock) {
        this.clips = clips;
        this.loop = loop;
        this.clock = clock;
    }

    /**
     * Hands over the live loop once it is ready, or calls {@code late} after {@code patience}. A main stream whose loop is
     * still being encoded, or cannot be, shows the sub stream's instead, as a camera that is short of power does: whoever
     * asks has a picture within seconds, and the better one the next time.
     */
    void whenReady(ServedCamera camera, StreamRole role, Duration patience, Consumer<Clip> ready, Runnable late) {
        CompletableFuture<Clip> wanted = clips.get(camera.live(role), Clips.Urgency.NOW);
        if (wanted.isDone() && !wanted.isCompletedExceptionally()) {
            ready.accept(wanted.join());
            return;
        }
        boolean[] answered = {false};
        Runnable once = () -> {
            if (!answered[0]) {
                answered[0] = true;
                standIn(camera, role).ifPresentOrElse(ready, late);
            }
        };
        boolean soon = standIn(camera, role).isPresent() && STAND_IN_AFTER.compareTo(patience) < 0;
        loop.at(clock.nanos() + (soon ? STAND_IN_AFTER : patience).toNanos(), once);
        var _ = wanted.whenComplete((clip, failure) -> loop.execute(() -> {
            if (clip == null) {
                once.run();
            } else if (!answered[0]) {
                answered[0] = true;
                ready.accept(clip);
            }
        }));
    }

    private Optional<Clip> standIn(ServedCamera camera, StreamRole role) {
        CompletableFuture<Clip> small = clips.get(camera.live(StreamRole.SUB), Clips.Urgency.SOON);
        return role == StreamRole.MAIN && small.isDone() && !small.isCompletedExceptionally()
                ? Optional.of(small.join())
                : Optional.empty();
    }
}
