package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
    /** Grants and other orders that may wait, more than all desks can lose at once: some tens of megabytes while a stopped relay is not given up. */
    static final int MOST = 131_072;

    private static final Logger LOG = LoggerFactory.getLogger(OrderQueue.class);

    private final ControlSocket socket;
    private final int most;
    private final BlockingQueue<Order> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger weight = new AtomicInteger();
    private final Thread writer;
    private volatile boolean closed;

    private OrderQueue(ControlSocket socket, int most) {
        this.socket = socket;
        this.most = most;
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
        if (weight.addAndGet(weight(order)) <= most) {
            waiting.add(order);
            return true;
        }
        LOG.warn("the relay has not taken {} orders: it is let go of", waiting.size());
        close();
        return false;
    }

    /** An order that lets a wall in holds as much memory as one for each of its streams. */
    private static int weight(Order order) {
        return order instanceof Order.Admit wall ? Math.max(1, wall.grants().size()) : 1;
    }

    private void write() {
        try {
            while (!closed) {
                Order next = waiting.take();
                weight.addAndGet(-weight(next));
                socket.write(next);
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
