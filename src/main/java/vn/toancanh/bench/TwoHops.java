package vn.toancanh.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;

/**
 * The least that two hops cost on this machine now: somebody posts to a door by a connection that is open already, the door posts the same
 * to another one, and that one notes when it had come. No words are understood on the way. One exchange at a time.
 */
final class TwoHops implements AutoCloseable {
    private static final int BODY = 600;
    private static final byte[] MESSAGE = ("POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + BODY + "\r\n\r\n"
                    + "x".repeat(BODY))
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER =
            "HTTP/1.1 202 -\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Clock clock;
    private final ServerSocket far;
    private final ServerSocket near;
    private final Socket caller;
    private volatile long cameNanos;

    TwoHops(Clock clock) throws IOException {
        this.clock = clock;
        far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        near = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Threads.daemon("hop-far", this::standAtFarDoor).start();
        Threads.daemon("hop-near", this::standAtNearDoor).start();
        caller = call(near);
    }

    private static Socket call(ServerSocket door) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.getLocalPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void standAtFarDoor() {
        try (Socket guest = far.accept()) {
            guest.setTcpNoDelay(true);
            while (hears(guest, MESSAGE.length)) {
                cameNanos = clock.nanos();
                guest.getOutputStream().write(ANSWER);
            }
        } catch (IOException over) {
            // The measure is over.
            return;
        }
    }

    private void standAtNearDoor() {
        try (Socket guest = near.accept();
                Socket on = call(far)) {
            guest.setTcpNoDelay(true);
            while (hears(guest, MESSAGE.length)) {
                on.getOutputStream().write(MESSAGE);
                if (!hears(on, ANSWER.length)) {
                    return;
                }
                guest.getOutputStream().write(ANSWER);
            }
        } catch (IOException over) {
            // The measure is over.
            return;
        }
    }

    /** False where the other end has hung up. */
    private static boolean hears(Socket from, int length) throws IOException {
        InputStream in = from.getInputStream();
        return in.readNBytes(length).length == length;
    }

    /** One exchange: from the first word until the far door has it, milliseconds. */
    double millis() throws IOException {
        long begun = clock.nanos();
        caller.getOutputStream().write(MESSAGE);
        if (!hears(caller, ANSWER.length)) {
            throw new IOException("a door has hung up");
        }
        return (cameNanos - begun) / 1e6;
    }

    @Override
    public void close() throws IOException {
        caller.close();
        near.close();
        far.close();
    }
}
