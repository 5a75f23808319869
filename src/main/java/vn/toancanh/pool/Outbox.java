package vn.toancanh.pool;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;
import vn.toancanh.control.Order;

/**
 * Orders on their way to one worker. A socket takes a few hundred of them from whoever writes, and then makes him wait until
 * the worker reads; one that has stopped reading must not hold up the lane that finds that out. Put from any thread, written
 * by a thread of its own.
 */
final class Outbox implements Handle {
    /** Where orders go; may wait. */
    @FunctionalInterface
    interface Sink {
        void write(Order order) throws IOException;
    }

    /** A wall of a hundred tiles turns its whole layout over in a few hundred orders. */
    static final int MOST = 2000;

    private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>(MOST);
    private final Thread writer;

    /** @param broken called once the sink takes no more, on the writer's thread */
    Outbox(String name, Sink sink, Runnable broken) {
        writer = Threads.daemon(name, () -> write(sink, broken));
        writer.start();
    }

    private void write(Sink sink, Runnable broken) {
        try {
            while (true) {
                sink.write(waiting.take());
            }
        } catch (IOException | RuntimeException gone) {
            broken.run();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Sends it, soon. Never waits.
     *
     * @throws IOException where too many wait already
     */
    void put(Order order) throws IOException {
        if (!waiting.offer(order)) {
            throw new IOException(MOST + " orders wait for a worker that does not read");
        }
    }

    /** What waits is not sent any more. */
    @Override
    public void close() {
        writer.interrupt();
    }
}
