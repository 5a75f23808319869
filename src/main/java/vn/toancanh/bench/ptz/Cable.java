package vn.toancanh.bench.ptz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * The cable to a port of this machine, which can be pulled: then what is sent by it is lost, new connections come to nothing, and
 * neither end is told. Any thread.
 */
final class Cable implements Handle {
    private static final int PIECE = 8192;

    private final ServerSocket door;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    private Cable(ServerSocket door, int port) {
        this.door = door;
        this.port = port;
    }

    /**
     * A cable from any free port at that address.
     *
     * @param host an address of this machine
     * @param port where it leads
     */
    static Cable from(String host, int port) throws IOException {
        Cable cable = new Cable(new ServerSocket(0, 64, InetAddress.getByName(host)), port);
        Threads.virtual("cable", cable::welcome).start();
        return cable;
    }

    /** Where it begins. */
    int port() {
        return door.getLocalPort();
    }

    /** Pulls it. */
    void pull() {
        pulled = true;
    }

    /** Plugs it in again: connections that were held by it meanwhile end. */
    void plug() {
        if (pulled) {
            endAll();
            pulled = false;
        }
    }

    private void endAll() {
        ends.forEach(Cable::end);
        ends.clear();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                ends.add(near);
                Threads.virtual("cable-end", () -> join(near)).start();
            } catch (IOException ended) {
                // Closed, or one that has gone again.
            }
        }
    }

    private void join(Socket near) {
        try {
            if (pulled) {
                lose(near);
                return;
            }
            Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
            ends.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Threads.virtual("cable-back", () -> pass(far, near)).start();
            pass(near, far);
        } catch (IOException nobody) {
            end(near);
        }
    }

    /** Takes whatever is sent, to no avail. */
    private static void lose(Socket near) throws IOException {
        InputStream in = near.getInputStream();
        byte[] piece = new byte[PIECE];
        while (in.read(piece) >= 0) {
            // lost
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (!pulled) {
                    out.write(piece, 0, read);
                }
            }
        } catch (IOException gone) {
            // Told to the other end below, where the cable is there.
            ends.remove(from);
        }
        if (!pulled) {
            end(from);
            end(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() {
        end(door);
        endAll();
    }

    private static void end(ServerSocket door) {
        try {
            door.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }
}
