package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;

/** Between real sockets of this machine. What is held up is held up by a clock that only runs on by hand. */
@Timeout(30)
class DetoursTest {
    private static final int CAMERA = 1209;
    private static final Duration LATE = Duration.ofSeconds(4);

    /** Read by the loop's thread. */
    private static final class HandClock implements Clock {
        final AtomicLong nanos = new AtomicLong(1_000_000_000L);

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public java.time.Instant now() {
            return java.time.Instant.EPOCH;
        }
    }

    private final HandClock clock = new HandClock();
    private ServerSocketChannel camera;
    private Detours detours;
    private URI around;

    @BeforeEach
    void begin() throws IOException {
        camera = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        detours = new Detours(clock);
        int port = camera.socket().getLocalPort();
        around = detours.around(CAMERA, URI.create("rtsp://127.0.0.1:" + port + "/camera/1209/sub"));
    }

    @AfterEach
    void end() throws IOException {
        detours.close();
        camera.close();
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), around.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void say(SocketChannel from, String text) throws IOException {
        from.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String heard(Socket by, int count) throws IOException {
        byte[] bytes = new byte[count];
        new DataInputStream(by.getInputStream()).readFully(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private void pass(Duration time) throws Exception {
        clock.nanos.addAndGet(time.toNanos());
        detours.turn().get(5, TimeUnit.SECONDS);
    }

    private void delay(Delay delay, boolean cut) throws Exception {
        detours.delay(CAMERA, delay, cut);
        detours.turn().get(5, TimeUnit.SECONDS);
    }

    private Delay late() {
        return new Delay(clock.nanos(), LATE, Duration.ZERO);
    }

    /** What was said has come to the detour when what is asked after it has come to the camera: nothing else tells. */
    private void isThere(Socket asking, SocketChannel answering) throws Exception {
        for (int i = 0; i < 20; i++) {
            asking.getOutputStream().write('?');
            assertThat(answering.read(ByteBuffer.allocate(1))).isOne();
        }
    }

    @Test
    void theAddressIsTheSameButForThePort() throws IOException {
        assertThat(around.getPath()).isEqualTo("/camera/1209/sub");
        URI other = URI.create("rtsp://127.0.0.1:1/camera/1209/main");
        assertThat(detours.around(CAMERA, other).getPort()).isEqualTo(around.getPort());
    }

    @Test
    void whatACameraSendsIsAsLateAsIsToldAndWhatIsAskedOfItIsNot() throws Exception {
        try (Socket asking = ask();
                SocketChannel answering = camera.accept()) {
            say(answering, "one");
            assertThat(heard(asking, 3)).isEqualTo("one");
            delay(late(), false);
            say(answering, "two");
            isThere(asking, answering);
            pass(LATE.minusMillis(1));
            say(answering, "three");
            isThere(asking, answering);
            assertThat(asking.getInputStream().available()).isZero();
            pass(Duration.ofMillis(1));
            assertThat(heard(asking, 3)).isEqualTo("two");
            assertThat(asking.getInputStream().available()).isZero();
            pass(LATE);
            assertThat(heard(asking, 5)).isEqualTo("three");
        }
    }

    @Test
    void whatItHeldUpComesAtOnceWhenItIsQuickAgain() throws Exception {
        try (Socket asking = ask();
                SocketChannel answering = camera.accept()) {
            delay(late(), false);
            say(answering, "held");
            isThere(asking, answering);
            answering.shutdownOutput();
            delay(Delay.NONE, false);
            assertThat(heard(asking, 4)).isEqualTo("held");
            assertThat(asking.getInputStream().read())
                    .as("the end of the camera's")
                    .isNegative();
        }
    }

    @Test
    void aCutEndsBothSidesAndWhoComesAnewIsLateFromTheFirstByte() throws Exception {
        try (Socket asking = ask();
                SocketChannel answering = camera.accept()) {
            delay(late(), true);
            assertThat(asking.getInputStream().read()).isNegative();
            assertThat(answering.read(ByteBuffer.allocate(1))).isNegative();
        }
        try (Socket asking = ask();
                SocketChannel answering = camera.accept()) {
            say(answering, "RTSP");
            isThere(asking, answering);
            assertThat(asking.getInputStream().available()).isZero();
            pass(LATE);
            assertThat(heard(asking, 4)).isEqualTo("RTSP");
        }
    }

    @Test
    void whoeverLeavesLeavesTheCameraToo() throws Exception {
        Socket asking = ask();
        try (SocketChannel answering = camera.accept()) {
            delay(late(), false);
            asking.close();
            assertThat(answering.read(ByteBuffer.allocate(1))).isNegative();
        }
    }

    @Test
    void aCameraThatIsAwayIsAway() throws Exception {
        camera.close();
        try (Socket asking = ask()) {
            assertThat(asking.getInputStream().read()).isNegative();
        }
    }

    @Test
    void noMoreIsHeldThanIsSaidAndAllOfItComesInItsOrder() throws Exception {
        try (Socket asking = ask();
                SocketChannel answering = camera.accept()) {
            delay(late(), false);
            answering.configureBlocking(false);
            int sent = fill(answering);
            assertThat(sent).isBetween(Crossing.MOST_BYTES, 2 * Crossing.MOST_BYTES);
            delay(Delay.NONE, false);
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(asking.getInputStream()));
            for (int i = 0; i < sent / Integer.BYTES; i++) {
                assertThat(in.readInt()).isEqualTo(i);
            }
        }
    }

    /** Sends numbers until nothing more goes, however often the loop had its turn; how many bytes went. */
    private int fill(SocketChannel into) throws Exception {
        ByteBuffer numbers = ByteBuffer.allocate(4 * Crossing.MOST_BYTES);
        for (int i = 0; numbers.hasRemaining(); i++) {
            numbers.putInt(i);
        }
        numbers.flip();
        int idle = 0;
        while (idle < 300 && numbers.hasRemaining()) {
            idle = into.write(numbers) > 0 ? 0 : idle + 1;
            detours.turn().get(5, TimeUnit.SECONDS);
        }
        return numbers.position();
    }
}
