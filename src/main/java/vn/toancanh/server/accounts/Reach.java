package vn.toancanh.server.accounts;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a role may do where, over the tree of sites as it was at one revision. Immutable; any thread. */
public final class Reach {
    private final Role role;
    private final SiteTree tree;
    private final CameraScope scope;

    Reach(Role role, SiteTree tree) {
        this.role = role;
        this.tree = tree;
        this.scope = CameraScope.of(role, tree, Level.VIEW);
    }

    /** The same role over another tree: what it would reach. */
    public Reach over(Map<String, @Nullable String> parents) {
        return new Reach(role, new SiteTree(parents, tree.movedRevision()));
    }

    public Role role() {
        return role;
    }

    SiteTree tree() {
        return tree;
    }

    /** The cameras that may be seen, for queries. */
    public CameraScope scope() {
        return scope;
    }

    /** The catalogue's revision since which what is seen follows from the cameras' own changes alone. */
    long settledRevision() {
        return scope.everything() ? role.changedRevision() : Math.max(role.changedRevision(), tree.movedRevision());
    }

    public boolean may(Level level, Spot camera) {
        if (role.publishedOnly() && !camera.published()) {
            return false;
        }
        boolean allowed = false;
        for (Right right : role.rights()) {
            if (bears(right, camera)) {
                if (!right.allowed() && right.level().compareTo(level) <= 0) {
                    return false;
                }
                allowed |= right.allowed() && right.level().compareTo(level) >= 0;
            }
        }
        return allowed;
    }

    private boolean bears(Right right, Spot camera) {
        @Nullable String site = right.siteId();
        @Nullable String tag = right.tag();
        return (site == null || tree.within(camera.siteId(), site))
                && (tag == null || camera.tags().contains(tag));
    }

    /** True where a right without site and tag reaches that level: for what concerns the whole city. */
    public boolean everywhere(Level level) {
        return cityWide(level, true) && !cityWide(level, false);
    }

    private boolean cityWide(Level level, boolean allowed) {
        return role.rights().stream()
                .filter(right -> right.isCityWide() && right.allowed() == allowed)
                .anyMatch(right -> allowed
                        ? right.level().compareTo(level) >= 0
                        : right.level().compareTo(level) <= 0);
    }

    /** True where that level is reached somewhere: for doors behind which every single thing is checked. */
    public boolean anywhere(Level level) {
        return role.rights().stream()
                .filter(right -> right.allowed() && right.level().compareTo(level) >= 0)
                .anyMatch(right -> role.rights().stream()
                        .noneMatch(denial -> !denial.allowed()
                                && denial.level().compareTo(level) <= 0
                                && spans(denial, right.siteId(), right.tag())));
    }

    /** True where that level holds at a site and for all that hangs there, whatever its tags. */
    public boolean at(Level level, @Nullable String site) {
        return role.rights().stream()
                        .anyMatch(right ->
                                right.allowed() && right.level().compareTo(level) >= 0 && spans(right, site, null))
                && role.rights().stream()
                        .noneMatch(denial -> !denial.allowed()
                                && denial.level().compareTo(level) <= 0
                                && denial.tag() == null
                                && spans(denial, site, null));
    }

    /** The same for all below that site too, whatever their tags; for the whole city where it is null. */
    public boolean whole(Level level, @Nullable String site) {
        return at(level, site)
                && !role.publishedOnly()
                && role.rights().stream()
                        .noneMatch(denial -> !denial.allowed()
                                && denial.level().compareTo(level) <= 0
                                && meet(denial.siteId(), site));
    }

    /**
     * True where whoever holds this could give the other role: all that it allows lies within what this allows at level
     * {@code with}, and what is denied here is denied there too. Says no rather than yes where it is not sure.
     */
    public boolean covers(Role other, Level with) {
        List<Right> given = other.rights().stream().filter(Right::allowed).toList();
        return !given.isEmpty()
                && (!role.publishedOnly() || other.publishedOnly())
                && other.ptzPriority() <= role.ptzPriority()
                && given.stream().allMatch(right -> covers(right, with) && keepsDenials(right, other));
    }

    /**
     * True where its people may manage all that another role reaches: then they can vouch for its people at sign-in. What is denied
     * to them, if only a part of it, must be out of the other's sight. Says no rather than yes where it is not sure.
     */
    boolean vouchesFor(Role other) {
        return anywhere(Level.MANAGE)
                && (!role.publishedOnly() || other.publishedOnly())
                && other.rights().stream()
                        .filter(Right::allowed)
                        .allMatch(right -> manages(right) && reachesNothingDenied(right, other));
    }

    private boolean manages(Right reached) {
        return role.rights().stream()
                .anyMatch(mine -> mine.allowed()
                        && mine.level().compareTo(Level.MANAGE) >= 0
                        && spans(mine, reached.siteId(), reached.tag()));
    }

    private boolean reachesNothingDenied(Right reached, Role other) {
        return role.rights().stream()
                .filter(denial -> !denial.allowed()
                        && denial.level().compareTo(Level.MANAGE) <= 0
                        && meet(denial.siteId(), reached.siteId()))
                .allMatch(denial -> other.rights().stream()
                        .anyMatch(kept -> !kept.allowed()
                                && kept.level() == Level.VIEW
                                && spans(kept, denial.siteId(), denial.tag())));
    }

    private boolean covers(Right given, Level with) {
        return role.rights().stream()
                .anyMatch(mine -> mine.allowed()
                        && mine.level().compareTo(with) >= 0
                        && mine.level().compareTo(given.level()) >= 0
                        && spans(mine, given.siteId(), given.tag()));
    }

    private boolean keepsDenials(Right given, Role other) {
        return role.rights().stream()
                .filter(denial -> !denial.allowed() && meet(denial.siteId(), given.siteId()))
                .allMatch(denial -> other.rights().stream()
                        .anyMatch(kept -> !kept.allowed()
                                && kept.level().compareTo(denial.level()) <= 0
                                && spans(kept, denial.siteId(), denial.tag())));
    }

    /**
     * The sites that may be seen, parents before what is below them: those that a right names with all below, and for rights
     * narrowed to tags or to published cameras those where such a camera hangs, with what is above within the right.
     *
     * @param withCameras sites where a camera hangs that may be seen; needed where {@link CameraScope#byCameras}
     */
    public List<String> sites(Collection<String> withCameras) {
        BitSet seen = scope.plainSites();
        for (String site : withCameras) {
            for (@Nullable String at = site; at != null && allowedAbove(at); at = tree.parent(at)) {
                seen.set(tree.number(at));
            }
        }
        return tree.ids(seen);
    }

    /** True where some right, if for some tags only, bears on a site that is not denied as a whole. */
    public boolean touches(String site) {
        return allowedAbove(site)
                && role.rights().stream()
                        .noneMatch(denial -> !denial.allowed()
                                && denial.level() == Level.VIEW
                                && denial.tag() == null
                                && spans(denial, site, null));
    }

    private boolean allowedAbove(String site) {
        return tree.has(site)
                && role.rights().stream()
                        .anyMatch(right ->
                                right.allowed() && (right.siteId() == null || tree.within(site, right.siteId())));
    }

    /** True where a right bears on all of a site (everywhere where null) and a tag (any where null). */
    private boolean spans(Right right, @Nullable String site, @Nullable String tag) {
        @Nullable String above = right.siteId();
        return (above == null || (site != null && tree.within(site, above)))
                && (right.tag() == null || right.tag().equals(tag));
    }

    private boolean meet(@Nullable String one, @Nullable String other) {
        return one == null || other == null || tree.within(one, other) || tree.within(other, one);
    }
}
