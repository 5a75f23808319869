package vn.toancanh.server.relay;

import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * How the relay encrypts.
 *
 * @param context with the server's certificate
 * @param pins tells the SHA-256 of the certificate that is shown now, Base64, for grants; none where the system's trust verifies it
 */
public record RelayTls(SSLContext context, Supplier<List<String>> pins) {}
