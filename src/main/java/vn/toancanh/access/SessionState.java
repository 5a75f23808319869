package vn.toancanh.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in and how the connection stands, at one moment.
 *
 * @param session null exactly where the connection is {@code SIGNED_OUT}; an expired session is still named, and one that
 *     is waited for is named already
 */
public record SessionState(@Nullable Session session, Connection connection) {
    public static final SessionState SIGNED_OUT = new SessionState(null, Connection.SIGNED_OUT);

    public SessionState {
        if ((session == null) != (connection.phase() == Connection.Phase.SIGNED_OUT)) {
            throw new IllegalArgumentException("session " + session + " while " + connection);
        }
    }

    public Optional<Session> signedIn() {
        return Optional.ofNullable(session);
    }
}
