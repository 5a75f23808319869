package vn.toancanh.model;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;

/**
 * Where a camera's stream really is, as the central server keeps it and an inventory names it.
 *
 * @param uri rtsp or rtsps, without credentials
 * @param tlsPins SHA-256 of the certificates that are accepted of it, Base64; empty: those that the system trusts for its name;
 *     null: nothing is said of them
 * @param transport what is tried first; null: nothing is said of it
 */
public record StreamSource(
        StreamRole role,
        URI uri,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable List<String> tlsPins,
        @Nullable StreamTransport transport) {
    /** So many are enough for one that is renewed. */
    public static final int MOST_PINS = 8;

    public StreamSource {
        tlsPins = tlsPins == null ? null : List.copyOf(tlsPins);
    }

    /** One of whose certificates and transport nothing is said. */
    public StreamSource(StreamRole role, URI uri, @Nullable String user, @Nullable Secret password) {
        this(role, uri, user, password, null, null);
    }
}
