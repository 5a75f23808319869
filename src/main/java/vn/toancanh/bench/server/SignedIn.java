package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Secret;

/**
 * A session that is renewed again and again, across kills too, as a desk does it: where no answer comes, the same token is
 * presented once more. Gives the access token that is good now. Any thread; {@link #run} on one of its own.
 */
final class SignedIn implements Supplier<String>, Runnable {
    private static final long EVERY_MS = 1500;
    private static final long AGAIN_MS = 200;
    private static final int UNAUTHORIZED = 401;

    private final URI server;
    private final AtomicInteger renewed = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String access;
    private String refresh;

    private SignedIn(URI server, JsonNode tokens) {
        this.server = server;
        this.access = tokens.path("accessToken").asString();
        this.refresh = tokens.path("refreshToken").asString();
    }

    static SignedIn as(URI server, String user, Secret password) throws IOException {
        try (Line line = new Line(server)) {
            return new SignedIn(server, ServerBenchmark.signIn(line, user, password));
        }
    }

    @Override
    public String get() {
        return access;
    }

    /** How often it was renewed. */
    int renewed() {
        return renewed.get();
    }

    /** 1 where the server did not take its token, though nobody else had it. */
    int lost() {
        return lost.get();
    }

    void end() {
        ended.countDown();
    }

    @Override
    public void run() {
        long wait = EVERY_MS;
        try {
            while (lost.get() == 0 && !ended.await(wait, TimeUnit.MILLISECONDS)) {
                wait = renew() ? EVERY_MS : AGAIN_MS;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** False where no answer came. */
    boolean renew() {
        try (Line line = new Line(server)) {
            Line.Answer answer = line.post("/sessions/refresh", "{\"refreshToken\":\"" + refresh + "\"}");
            if (answer.status() == UNAUTHORIZED) {
                lost.incrementAndGet();
                return false;
            }
            ServerBenchmark.expect(200, answer);
            JsonNode tokens = new JsonMapper().readTree(answer.text());
            refresh = tokens.path("refreshToken").asString();
            access = tokens.path("accessToken").asString();
            renewed.incrementAndGet();
            return true;
        } catch (IOException away) {
            return false;
        }
    }
}
