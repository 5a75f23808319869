package vn.toancanh.access;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import vn.toancanh.model.SiteId;

/**
 * Somebody is signed in at a central server. Holds no token.
 *
 * @param server the address signed in at, as the user gave it, without a trailing slash
 * @param user the name signed in with
 * @param displayName the person's or desk's name as shown
 * @param roles names of the user's roles, as the server calls them
 * @param rights what the server said this user may do, as far as known; empty with an older server
 * @param administrator true where the server said so
 * @param denials rights taken away, each with its level and all above; they win over {@code rights}
 * @param ptzPriority 0 to 100; the higher one may take a camera's head over from the lower
 * @param publishedOnly true for a visitor, who sees only cameras published for visitors
 * @param lockMinutes after so many minutes without hands the desk locks by itself, at most; 0: as the desk is set
 */
public record Session(
        URI server,
        String user,
        String displayName,
        List<String> roles,
        List<Right> rights,
        boolean administrator,
        List<Right> denials,
        int ptzPriority,
        boolean publishedOnly,
        int lockMinutes) {
    /** What the contract takes where a server tells none. */
    public static final int USUAL_PRIORITY = 50;

    public Session {
        roles = List.copyOf(roles);
        rights = List.copyOf(rights);
        denials = List.copyOf(denials);
    }

    /** Of a role that leaves the lock to the desk. */
    public Session(
            URI server,
            String user,
            String displayName,
            List<String> roles,
            List<Right> rights,
            boolean administrator,
            List<Right> denials,
            int ptzPriority,
            boolean publishedOnly) {
        this(server, user, displayName, roles, rights, administrator, denials, ptzPriority, publishedOnly, 0);
    }

    /** With nothing taken away. */
    public Session(
            URI server,
            String user,
            String displayName,
            List<String> roles,
            List<Right> rights,
            boolean administrator) {
        this(server, user, displayName, roles, rights, administrator, List.of(), USUAL_PRIORITY, false);
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
                || rights.stream()
                        .anyMatch(right -> right.level().compareTo(level) >= 0
                                && denials.stream()
                                        .noneMatch(
                                                denial -> denial.level().compareTo(level) <= 0 && denial.spans(right)));
    }

    /**
     * True where that level is reached at a camera, or where the server told no rights at all. The server judges again.
     *
     * @param path the camera's site and all above it, as far as they are known
     * @param tags the camera's own
     */
    public boolean mayAt(Level level, Collection<SiteId> path, Collection<String> tags) {
        return administrator
                || rights.isEmpty()
                || (rights.stream().anyMatch(right -> right.level().compareTo(level) >= 0 && right.bearsOn(path, tags))
                        && denials.stream()
                                .noneMatch(
                                        denial -> denial.level().compareTo(level) <= 0 && denial.bearsOn(path, tags)));
    }
}
