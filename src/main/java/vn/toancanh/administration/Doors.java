package vn.toancanh.administration;

import java.util.Set;
import vn.toancanh.model.SiteId;

/**
 * What of administration whoever is signed in is shown at all; the server judges every request again.
 *
 * @param own his own password and sessions
 * @param people users, roles and sites, as far as the server lists them
 * @param wholeCity rights for the whole city may be given
 * @param policy which way streams take
 * @param publishing cameras may be shown to visitors, each as far as he configures it
 * @param certificates certificates of cameras may be accepted, of each that he configures
 * @param trail the audit trail, but for what concerns places that are denied to him
 * @param trailInPart of that only what concerns places that he manages, people whose rights lie there alone, and himself
 * @param validity accounts may be limited to days
 * @param configured sites that may be changed, each with all below it
 * @param denied sites where that is taken away again, each with all below it
 * @param user his own user name
 * @param role the id of his own role; empty where the server told none
 * @param mostPriority the highest PTZ priority he may give
 */
public record Doors(
        boolean own,
        boolean people,
        boolean wholeCity,
        boolean policy,
        boolean publishing,
        boolean certificates,
        boolean trail,
        boolean trailInPart,
        boolean validity,
        Set<SiteId> configured,
        Set<SiteId> denied,
        String user,
        String role,
        int mostPriority) {
    /** Nothing at all. */
    public static final Doors NONE =
            new Doors(false, false, false, false, false, false, false, false, false, Set.of(), Set.of(), "", "", 0);

    public Doors {
        configured = Set.copyOf(configured);
        denied = Set.copyOf(denied);
    }

    /** True where there is more than his own account. */
    public boolean any() {
        return people || trail;
    }

    /** True where a site of these may be changed. */
    public boolean configures(SiteLines lines, SiteId site) {
        boolean allowed = wholeCity || configured.stream().anyMatch(above -> lines.within(site, above));
        return allowed && denied.stream().noneMatch(above -> lines.within(site, above));
    }
}
