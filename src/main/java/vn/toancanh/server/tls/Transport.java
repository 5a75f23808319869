package vn.toancanh.server.tls;

import java.nio.file.Path;

/** How a server talks to its callers. */
public sealed interface Transport {
    /** Plain HTTP, on this machine alone. */
    record Plain() implements Transport {}

    /** TLS with a certificate that the server makes at its first start and keeps among its data. */
    record Own() implements Transport {}

    /**
     * TLS with a certificate that somebody else vouches for; both files are read again when they change.
     *
     * @param certificate PEM, the server's own first, then those between it and the authority
     * @param key PEM, not encrypted, of that certificate
     */
    record Given(Path certificate, Path key) implements Transport {}
}
