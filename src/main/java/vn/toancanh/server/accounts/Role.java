package vn.toancanh.server.accounts;

import java.util.List;

/**
 * What a group of people may do, and on which terms.
 *
 * @param builtin comes with the server and never changes
 * @param ptzPriority 0 to 100; the higher one may take a camera's head over from the lower
 * @param publishedOnly sees only cameras published for visitors
 * @param secondPerson needs somebody else's sign-in beside one's own
 * @param hours when its people may sign in; always where empty
 * @param lockMinutes after so many minutes without hands its people's desks lock by themselves, at most; 0: as the desk is set
 * @param version grows with every change; a version never changes
 * @param changedRevision the catalogue's revision at which what it sees changed last
 */
public record Role(
        String id,
        String name,
        boolean builtin,
        List<Right> rights,
        int ptzPriority,
        boolean publishedOnly,
        boolean secondPerson,
        List<SignInHours> hours,
        int lockMinutes,
        long version,
        long changedRevision) {
    /** What the contract takes as the priority of a role that names none. */
    public static final int USUAL_PRIORITY = 50;

    public Role {
        rights = List.copyOf(rights);
        hours = List.copyOf(hours);
    }

    /** One that leaves the lock of desks to the desks. */
    public Role(
            String id,
            String name,
            boolean builtin,
            List<Right> rights,
            int ptzPriority,
            boolean publishedOnly,
            boolean secondPerson,
            List<SignInHours> hours,
            long version,
            long changedRevision) {
        this(id, name, builtin, rights, ptzPriority, publishedOnly, secondPerson, hours, 0, version, changedRevision);
    }

    /** A role that is stored nowhere. */
    static Role of(String id, List<Right> rights) {
        return new Role(id, id, true, rights, USUAL_PRIORITY, false, false, List.of(), 0, 0);
    }
}
