package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Lane;
import vn.toancanh.server.http.ApiProblem;

/** What lives on the PTZ lane, asked from other threads, which wait for it. */
record LaneState(Lane lane, HeadControl control) {
    /** A first movement may have to ask a slow device about itself first. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /**
     * Does the work on the lane. Blocks; never on the lane itself.
     *
     * @throws ApiProblem as the work does, or 502 where it takes too long
     */
    <T extends @Nullable Object> T ask(Function<HeadControl, T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        lane.execute(() -> {
            try {
                answer.complete(work.apply(control));
            } catch (RuntimeException refused) {
                answer.completeExceptionally(refused);
            }
        });
        return await(answer);
    }

    /** Waits for an answer, with the same ends. */
    static <T extends @Nullable Object> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof ApiProblem problem) {
                throw problem;
            }
            throw new IllegalStateException("fault on the PTZ lane", refused.getCause());
        } catch (TimeoutException late) {
            throw Heads.noAnswer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ApiProblem.passing(503, "busy", "The server ends", 1);
        }
    }
}
