package vn.toancanh.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Secret;
import vn.toancanh.server.ServerFixture;

/**
 * What an answer leaves to the server's garbage collector, in whose pauses others wait. Bounds are well above what was counted, and
 * below what it comes to where a list is made that nobody gets, or each note is looked through by every pattern.
 */
@Tag("slow")
class AnswersCostTest {
    private static final int WALL = 64;
    private static final int ROUNDS = 8;
    /** As many as one session may hold, nearly. */
    private static final int WALLS = 10;

    private static final String LIST = "/cameras?limit=2000";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private ServerFixture fixture;
    private Line line;

    private interface Asking {
        void ask() throws IOException;
    }

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 4 * WALL));
        line = new Line(fixture.server.baseUri());
    }

    @AfterEach
    void stop() throws IOException {
        line.close();
        fixture.close();
    }

    /**
     * Bytes a request, by all threads but this one, which asks. Whatever else goes on can only add to that: the least of some rounds
     * counts, and those before it give the code time to be compiled.
     */
    private long cost(int requests, Asking one) throws IOException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            line.with(ServerBenchmark.token(line, "viewer", Secret.of(ServerFixture.PASSWORD)));
            long before = others();
            for (int i = 0; i < requests; i++) {
                one.ask();
            }
            least = Math.min(least, (others() - before) / requests);
        }
        return least;
    }

    private long others() {
        return threads.getTotalThreadAllocatedBytes() - threads.getCurrentThreadAllocatedBytes();
    }

    @Test
    void anUnchangedAnswerMakesNoListOfCameras() throws IOException {
        line.with(ServerBenchmark.token(line, "viewer", Secret.of(ServerFixture.PASSWORD)));
        Line.Answer whole = line.get(LIST);
        String tag = whole.headers().getOrDefault("etag", "");
        assertThat(whole.text().length()).as("the list").isGreaterThan(60_000);
        long bytes = cost(200, () -> ServerBenchmark.expect(304, line.get(LIST, "If-None-Match", tag)));
        assertThat(bytes).as("bytes").isBetween(1_000L, (long) whole.text().length());
    }

    @Test
    void aWallOfGrantsCostsLessThanAMegabyte() throws IOException {
        String wishes = IntStream.rangeClosed(1, WALL)
                .mapToObj(number -> "{\"cameraId\":\"" + City.id(number) + "\",\"role\":\"sub\"}")
                .collect(Collectors.joining(",", "{\"streams\":[", "]}"));
        long bytes = cost(WALLS, () -> ServerBenchmark.expect(200, line.post("/stream-sessions", wishes)));
        assertThat(bytes).as("bytes").isBetween(100_000L, 1_000_000L);
    }
}
