package vn.toancanh.access;

import java.net.URI;
import java.util.List;

/**
 * Somebody is signed in at a central server. Holds no token.
 *
 * @param server the address signed in at, as the user gave it, without a trailing slash
 * @param user the name signed in with
 * @param displayName the person's or desk's name as shown
 * @param roles names of the user's roles, as the server calls them
 * @param rights what the server said this user may do, as far as known; empty with an older server
 * @param administrator true where the server said so
 */
public record Session(
        URI server, String user, String displayName, List<String> roles, List<Right> rights, boolean administrator) {
    public Session {
        roles = List.copyOf(roles);
        rights = List.copyOf(rights);
    }

    public boolean isAdministrator() {
        return administrator;
    }

    /** Somebody whom the server has not confirmed yet, as the name was typed; holds no right. */
    public static Session unconfirmed(URI server, String user) {
        return new Session(server, user, user, List.of(), List.of(), false);
    }

    /** True where some right reaches that level anywhere, or where the server told no rights at all. */
    public boolean mayAnywhere(Level level) {
        return administrator
                || rights.isEmpty()
                || rights.stream().anyMatch(right -> right.level().compareTo(level) >= 0);
    }
}
