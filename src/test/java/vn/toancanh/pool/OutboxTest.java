package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.control.Order;

@Timeout(30)
class OutboxTest {
    private static List<Order> closes(int count) {
        return IntStream.rangeClosed(1, count).<Order>mapToObj(Order.Close::new).toList();
    }

    @Test
    void ordersGoOutInTheirOrder() throws Exception {
        BlockingQueue<Order> written = new LinkedBlockingQueue<>();
        try (Outbox outbox = new Outbox("orders", written::add, () -> {})) {
            for (Order order : closes(500)) {
                outbox.put(order);
            }
            for (Order order : closes(500)) {
                assertThat(written.take()).isEqualTo(order);
            }
        }
    }

    @Test
    void aWorkerThatDoesNotReadHoldsNobodyUpAndIsGivenUpInTheEnd() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Outbox outbox = new Outbox("orders", order -> await(never), () -> {})) {
            for (Order order : closes(Outbox.MOST)) {
                outbox.put(order);
            }
            assertThatThrownBy(() -> closes(2).forEach(order -> put(outbox, order)))
                    .hasMessageContaining("does not read");
        }
    }

    private static void put(Outbox outbox, Order order) {
        try {
            outbox.put(order);
        } catch (IOException full) {
            throw new IllegalStateException(full.getMessage(), full);
        }
    }

    private static void await(CountDownLatch never) throws IOException {
        try {
            never.await();
        } catch (InterruptedException closed) {
            throw new IOException(closed);
        }
    }

    @Test
    void aSocketThatBreaksIsTold() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (Outbox outbox = new Outbox(
                "orders",
                order -> {
                    throw new IOException("broken pipe");
                },
                told::countDown)) {
            outbox.put(new Order.Close(1));
            told.await();
        }
    }
}
