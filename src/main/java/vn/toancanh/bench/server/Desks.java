package vn.toancanh.bench.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;

/** Many desks that listen to the server's events, each with a session of its own. */
final class Desks implements AutoCloseable {
    private static final String WANTED = "event: layout.changed";

    /** One event on its way to all of them. */
    private record Round(AtomicLongArray heardAt, CountDownLatch left) {}

    private final Clock clock;
    private final List<Line> lines = new ArrayList<>();
    private final AtomicReference<@Nullable Round> round = new AtomicReference<>();

    Desks(Clock clock) {
        this.clock = clock;
    }

    /** One more desk, with its own token. */
    void join(Reached server, String token) throws IOException {
        Line line = new Line(server).with(token);
        int status = line.open("/events/stream?channels=layout", "Accept", "text/event-stream");
        if (status != 200) {
            throw new IOException("a desk may not listen: " + status);
        }
        line.patient();
        int number = lines.size();
        lines.add(line);
        Threads.virtual("desk-" + number, () -> listen(number, line)).start();
    }

    private void listen(int number, Line line) {
        try {
            while (true) {
                if (line.line().equals(WANTED)) {
                    Round now = round.get();
                    if (now != null && now.heardAt.compareAndSet(number, 0, clock.nanos())) {
                        now.left.countDown();
                    }
                }
            }
        } catch (IOException closed) {
            // The measure is over.
            return;
        }
    }

    int count() {
        return lines.size();
    }

    /** Does something that the server tells of, and gives for each desk how long it took until it heard; milliseconds. */
    List<Double> hear(Publishing work, long patienceMillis) throws IOException, InterruptedException {
        Round now = new Round(new AtomicLongArray(lines.size()), new CountDownLatch(lines.size()));
        round.set(now);
        long begun = clock.nanos();
        work.publish();
        if (!now.left.await(patienceMillis, TimeUnit.MILLISECONDS)) {
            throw new IOException(now.left.getCount() + " desks heard nothing");
        }
        List<Double> took = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            took.add((now.heardAt.get(i) - begun) / 1e6);
        }
        return took;
    }

    /** Makes the server tell something. */
    interface Publishing {
        void publish() throws IOException;
    }

    @Override
    public void close() throws IOException {
        for (Line line : lines) {
            line.close();
        }
    }
}
