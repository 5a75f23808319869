package vn.toancanh.server.relay;

import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * How the relay encrypts.
 *
 * @param context with the server's certificate
 * @param pins SHA-256 of that certificate, Base64, for grants; none where the system's trust verifies it
 */
public record RelayTls(SSLContext context, List<String> pins) {
    public RelayTls {
        pins = List.copyOf(pins);
    }
}
