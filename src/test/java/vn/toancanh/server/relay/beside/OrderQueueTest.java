package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orders to a relay that reads, and to one that does not; the socket is real. */
@Timeout(180)
class OrderQueueTest {
    @TempDir
    Path folder;

    private ServerSocketChannel door;
    private ControlSocket server;
    private ControlSocket relay;

    @BeforeEach
    void connect() throws IOException {
        Path file = folder.resolve("s");
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(file));
        server = ControlSocket.connect(file);
        relay = new ControlSocket(door.accept());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        relay.close();
        door.close();
    }

    private static Order cut(int number) {
        return new Order.Cut(List.of("g-" + number), List.of());
    }

    @Test
    void ordersComeInTheirOrder() throws Exception {
        try (OrderQueue queue = OrderQueue.to(server, 1000)) {
            for (int i = 0; i < 1000; i++) {
                assertThat(queue.add(cut(i))).isTrue();
            }
            for (int i = 0; i < 1000; i++) {
                assertThat(relay.read(Order.class)).isEqualTo(cut(i));
            }
        }
    }

    @Test
    void whoeverGivesAnOrderToOneThatTakesNoneDoesNotWaitAndItIsLetGoOf() throws Exception {
        OrderQueue queue = OrderQueue.to(server, 100);
        int taken = 0;
        while (queue.add(cut(taken)) && taken < 1_000_000) {
            taken++;
        }
        assertThat(taken).as("what the socket and the queue hold").isBetween(100, 999_999);
        assertThat(queue.add(cut(0))).isFalse();
        int read = 0;
        try {
            while (relay.read(Order.class) != null) {
                read++;
            }
        } catch (IOException cutOff) {
            // In the middle of a line, perhaps.
            assertThat(cutOff).isNotNull();
        }
        assertThat(read).isBetween(0, taken);
    }

    @Test
    void aWallThatWaitsCountsAsManyAsItHasStreams() {
        Order wall = new Order.Admit(IntStream.range(0, ControlSocket.A_LINE)
                .mapToObj(i -> BesideRig.good("g-" + i))
                .toList());
        OrderQueue queue = OrderQueue.to(server, 10 * ControlSocket.A_LINE);
        int taken = 0;
        while (queue.add(wall) && taken < 10 * ControlSocket.A_LINE) {
            taken++;
        }
        assertThat(taken).as("ten of them, and what the socket holds").isBetween(10, 5 * ControlSocket.A_LINE);
    }

    @Test
    void whereTheRelayIsGoneNothingIsTaken() throws Exception {
        OrderQueue queue = OrderQueue.to(server, 100);
        relay.close();
        int given = 0;
        while (queue.add(cut(given)) && given < 1_000_000) {
            given++;
            Thread.onSpinWait();
        }
        assertThat(queue.add(cut(0))).isFalse();
        queue.close();
        assertThat(queue.add(cut(0))).isFalse();
    }
}
