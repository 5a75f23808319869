package vn.toancanh.server.relay.beside;

import org.jspecify.annotations.Nullable;

/**
 * How a relay serves.
 *
 * @param address where it listens
 * @param port 0, when asked for: any free one
 * @param camerasHere whether cameras may be on its own machine
 * @param certificate file it is known by, PEM; null: it speaks plain RTSP
 * @param key file of that certificate's key, PEM; the files' content crosses no socket, and a relay follows its changes
 */
record Serving(
        String address,
        int port,
        boolean camerasHere,
        @Nullable String certificate,
        @Nullable String key) {
    Serving {
        Absent.refuse(address);
        if (port < 0 || port > 65_535 || (certificate == null) != (key == null)) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** True where a relay that serves so does what is asked for. */
    boolean does(Serving asked) {
        return new Serving(address, asked.port == 0 ? 0 : port, camerasHere, certificate, key).equals(asked);
    }

    Serving at(int other) {
        return new Serving(address, other, camerasHere, certificate, key);
    }
}
