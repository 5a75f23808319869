package vn.toancanh.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * The sites as a tree, whatever came: a site whose parent is not known, or that is its own ancestor, stands at the root.
 * Immutable.
 */
final class SiteTree {
    private final Map<SiteId, Site> byId;
    private final Map<SiteId, List<Site>> children = new HashMap<>();
    private final List<Site> roots;

    SiteTree(Collection<Site> sites, NameOrder order) {
        Map<SiteId, Site> known = LinkedHashMap.newLinkedHashMap(sites.size());
        sites.forEach(site -> known.put(site.id(), site));
        known.replaceAll((id, site) -> reachesRoot(site, known) ? site : new Site(id, null, site.name()));
        byId = known;
        List<Site> top = new ArrayList<>();
        Map<SiteId, List<Site>> below = new HashMap<>();
        for (Site site : known.values()) {
            SiteId parent = site.parent();
            if (parent == null) {
                top.add(site);
            } else {
                below.computeIfAbsent(parent, any -> new ArrayList<>()).add(site);
            }
        }
        roots = order.sorted(top, Site::name);
        below.forEach((parent, list) -> children.put(parent, order.sorted(list, Site::name)));
    }

    private static boolean reachesRoot(Site site, Map<SiteId, Site> known) {
        Set<SiteId> seen = new HashSet<>();
        SiteId parent = site.parent();
        while (parent != null) {
            Site above = known.get(parent);
            if (above == null || parent.equals(site.id())) {
                return false;
            }
            if (!seen.add(parent)) {
                // A ring further up, which its own members break.
                return true;
            }
            parent = above.parent();
        }
        return true;
    }

    List<Site> roots() {
        return roots;
    }

    List<Site> children(SiteId site) {
        return children.getOrDefault(site, List.of());
    }

    Optional<Site> find(SiteId site) {
        return Optional.ofNullable(byId.get(site));
    }

    boolean contains(SiteId site) {
        return byId.containsKey(site);
    }

    /** From the root down to the site itself; empty where it is not known. */
    List<Site> path(SiteId site) {
        List<Site> path = new ArrayList<>();
        @Nullable Site at = byId.get(site);
        while (at != null) {
            path.addFirst(at);
            SiteId parent = at.parent();
            at = parent == null ? null : byId.get(parent);
        }
        return List.copyOf(path);
    }
}
