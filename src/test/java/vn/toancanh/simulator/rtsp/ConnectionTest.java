package vn.toancanh.simulator.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connection of the simulator lets pass. */
class ConnectionTest {
    private Selector selector;
    private SelectionKey key;
    private Socket client;
    private Connection connection;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = new Socket(
                    InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
            client.setSoTimeout(10_000);
            SocketChannel channel = listener.accept();
            channel.configureBlocking(false);
            selector = Selector.open();
            key = channel.register(selector, SelectionKey.OP_READ);
            connection = new Connection(channel, key, (from, request) -> {}, 500, 0);
        }
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        client.close();
        selector.close();
    }

    private void write(int bytes) {
        connection.write(ByteBuffer.allocate(bytes));
    }

    /** Exactly so many bytes have come. */
    private void came(int bytes) throws IOException {
        assertThat(client.getInputStream().readNBytes(bytes)).hasSize(bytes);
        assertThat(client.getInputStream().available()).isZero();
    }

    private boolean wantsToWrite() {
        return (key.interestOps() & SelectionKey.OP_WRITE) != 0;
    }

    @Test
    void passesAllAtOnceWhereNothingHoldsItUp() throws IOException {
        write(1000);
        came(1000);
        assertThat(connection.congested()).isFalse();
        assertThat(wantsToWrite()).isFalse();
    }

    @Test
    void aThinLinkPassesSoMuchAndKeepsTheRestInOrder() throws IOException {
        connection.pass(300);
        write(400);
        came(300);
        assertThat(wantsToWrite()).as("not before more may pass").isFalse();
        write(550);
        came(0);
        assertThat(connection.congested()).isTrue();
        connection.pass(200);
        came(200);
        assertThat(connection.congested()).isFalse();
        connection.pass(Connection.ALL);
        came(450);
        write(5000);
        came(5000);
    }

    @Test
    void whatALinkDoesNotPassInTimeItDoesNotSaveUp() throws IOException {
        connection.pass(300);
        connection.pass(300);
        connection.pass(300);
        write(1000);
        came(300);
    }
}
