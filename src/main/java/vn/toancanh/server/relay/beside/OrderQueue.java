package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * Orders on their way to one relay. Whoever gives one never waits, for he may be the one who writes to the database: a thread of
 * its own writes them, in their order. A relay that takes so few that the queue is full is let go of: its socket is closed, and
 * whoever reads there learns it. Any thread.
 */
final class OrderQueue implements Handle {
    /** More than all desks of a city can lose at once; some tens of megabytes for as long as a stopped relay is not given up. */
    static final int MOST = 131_072;

    private static final Logger LOG = LoggerFactory.getLogger(OrderQueue.class);

    private final ControlSocket socket;
    private final BlockingQueue<Order> waiting;
    private final Thread writer;
    private volatile boolean closed;

    private OrderQueue(ControlSocket socket, int most) {
        this.socket = socket;
        this.waiting = new ArrayBlockingQueue<>(most);
        this.writer = Threads.daemon("relay-orders", this::write);
    }

    /** One that writes from now on. */
    static OrderQueue to(ControlSocket socket, int most) {
        OrderQueue queue = new OrderQueue(socket, most);
        queue.writer.start();
        return queue;
    }

    /** Gives an order; false where nobody will hear it. */
    boolean add(Order order) {
        if (closed) {
            return false;
        }
        if (waiting.offer(order)) {
            return true;
        }
        LOG.warn("the relay has not taken {} orders: it is let go of", waiting.size());
        close();
        return false;
    }

    private void write() {
        try {
            while (!closed) {
                socket.write(waiting.take());
            }
        } catch (IOException gone) {
            // Another one is told everything that stands.
            LOG.debug("the relay does not hear: {}", gone.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Closes the socket too; what still waits is not said any more. */
    @Override
    public void close() {
        closed = true;
        socket.close();
        waiting.clear();
        writer.interrupt();
    }
}
