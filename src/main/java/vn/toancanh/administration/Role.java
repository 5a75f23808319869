package vn.toancanh.administration;

import java.util.List;

/**
 * What a group of people may do, and on which terms.
 *
 * @param id empty for one that is not stored yet
 * @param builtin comes with the server and never changes
 * @param grants what is allowed and denied
 * @param ptzPriority 0 to 100; the higher one may take a camera's head over from the lower
 * @param publishedOnly its people see only cameras published for visitors
 * @param secondPerson its people need somebody else's sign-in beside their own
 * @param hours when they may sign in; always where empty
 * @param lockMinutes after so many minutes without hands their desks lock by themselves, at most; 0: as the desk is set
 * @param users how many have it
 * @param understood false where a newer server says more of it than is known here: it must not be written back
 * @param version as it was seen; 0 for one that is not stored yet
 */
public record Role(
        String id,
        String name,
        boolean builtin,
        List<Grant> grants,
        int ptzPriority,
        boolean publishedOnly,
        boolean secondPerson,
        List<Hours> hours,
        int lockMinutes,
        int users,
        boolean understood,
        long version) {
    /** What the contract takes as the priority of a role that names none. */
    public static final int USUAL_PRIORITY = 50;

    public Role {
        grants = List.copyOf(grants);
        hours = List.copyOf(hours);
    }

    /** One that leaves the lock to the desks. */
    public Role(
            String id,
            String name,
            boolean builtin,
            List<Grant> grants,
            int ptzPriority,
            boolean publishedOnly,
            boolean secondPerson,
            List<Hours> hours,
            int users,
            boolean understood,
            long version) {
        this(id, name, builtin, grants, ptzPriority, publishedOnly, secondPerson, hours, 0, users, understood, version);
    }

    /** A role that nobody has yet and that allows nothing. */
    public static Role fresh(int priority) {
        return new Role("", "", false, List.of(), priority, false, false, List.of(), 0, true, 0);
    }

    /** A new role that says the same. */
    public Role copy(String newName) {
        return new Role(
                "",
                newName,
                false,
                grants,
                ptzPriority,
                publishedOnly,
                secondPerson,
                hours,
                lockMinutes,
                0,
                understood,
                0);
    }

    /** The same as if that version had been seen. */
    public Role seen(long other) {
        return new Role(
                id,
                name,
                builtin,
                grants,
                ptzPriority,
                publishedOnly,
                secondPerson,
                hours,
                lockMinutes,
                users,
                understood,
                other);
    }
}
