package vn.toancanh.server.relay.beside;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;

/**
 * What a relay beside a server is started with.
 *
 * @param folder of sockets, see {@link RelayBeside#folder}
 * @param version of the product
 * @param secret from the data's key
 * @param port 0 for any free one
 * @param camerasHere whether cameras may be on this machine
 * @param certificate file it is known by; null: plain RTSP
 * @param key file of its key
 * @param pins tells the certificate's SHA-256, Base64, for grants
 * @param grace how long it goes on without a server
 */
public record RelaySetup(
        RelayProgram program,
        Path folder,
        String version,
        Secret secret,
        String address,
        int port,
        boolean camerasHere,
        @Nullable Path certificate,
        @Nullable Path key,
        Supplier<List<String>> pins,
        Duration grace) {
    Serving serving() {
        return new Serving(address, port, camerasHere, text(certificate), text(key));
    }

    private static @Nullable String text(@Nullable Path file) {
        return file == null ? null : file.toAbsolutePath().toString();
    }
}
