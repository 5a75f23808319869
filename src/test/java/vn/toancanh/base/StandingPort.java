package vn.toancanh.base;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that goes away in a test and comes back where it was. A port that the system chose is also one
 * that it gives to outgoing connections: whoever calls the absent server again and again may be given that very port,
 * and the server finds it taken when it comes back. These lie below the range that Linux chooses from.
 */
public final class StandingPort {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private StandingPort() {}

    /** A free one. */
    public static int free() throws IOException {
        IOException taken = new IOException("no port asked for");
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                taken = e;
            }
        }
        throw taken;
    }
}
