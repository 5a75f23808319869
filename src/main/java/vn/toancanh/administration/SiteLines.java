package vn.toancanh.administration;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * Sites as a tree laid out in lines, each below the one it hangs in, by name. A site whose parent is not known, or that would
 * be above itself, stands at the root. Immutable; any thread.
 */
public final class SiteLines {
    public static final SiteLines NONE = new SiteLines(List.of());

    /**
     * One line.
     *
     * @param depth 0 at the root
     * @param path the names from the root down to it, with {@code ›} between
     */
    public record Line(Site site, int depth, String path) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<SiteId, Line> byId = new HashMap<>();

    public SiteLines(Collection<Site> sites) {
        Map<SiteId, Site> known = new LinkedHashMap<>();
        sites.forEach(site -> known.put(site.id(), site));
        Map<SiteId, List<Site>> below = new HashMap<>();
        List<Site> roots = new ArrayList<>();
        for (Site site : known.values()) {
            SiteId parent = site.parent();
            if (parent == null || !known.containsKey(parent) || isAboveItself(site, known)) {
                roots.add(site);
            } else {
                below.computeIfAbsent(parent, any -> new ArrayList<>()).add(site);
            }
        }
        Collator order = Collator.getInstance(Locale.of("vi"));
        add(roots, below, Comparator.comparing(Site::name, order::compare), null);
    }

    private static boolean isAboveItself(Site site, Map<SiteId, Site> known) {
        Set<SiteId> seen = new LinkedHashSet<>();
        @Nullable Site at = site;
        while (at != null && seen.add(at.id())) {
            SiteId parent = at.parent();
            at = parent == null ? null : known.get(parent);
        }
        return at != null && at.id().equals(site.id());
    }

    private void add(List<Site> sites, Map<SiteId, List<Site>> below, Comparator<Site> order, @Nullable Line above) {
        sites.sort(order);
        for (Site site : sites) {
            Line line = new Line(
                    site,
                    above == null ? 0 : above.depth() + 1,
                    above == null ? site.name() : above.path() + " › " + site.name());
            lines.add(line);
            byId.put(site.id(), line);
            add(below.getOrDefault(site.id(), new ArrayList<>()), below, order, line);
        }
    }

    public List<Line> all() {
        return List.copyOf(lines);
    }

    public Optional<Line> find(SiteId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The lines in whose path every typed word begins one, without regard to case and tone marks; all where nothing is typed. */
    public List<Line> matching(String typed) {
        TypedWords words = new TypedWords(typed);
        return lines.stream().filter(line -> words.occurIn(line.path())).toList();
    }

    /** That site and all above it, as far as they are known, the nearest first. */
    public List<SiteId> above(SiteId site) {
        List<SiteId> path = new ArrayList<>(List.of(site));
        @Nullable Line at = byId.get(site);
        while (at != null && at.depth() > 0) {
            SiteId parent = at.site().parent();
            at = parent == null ? null : byId.get(parent);
            if (at != null) {
                path.add(at.site().id());
            }
        }
        return path;
    }

    /** True for that site itself and all below it. */
    public boolean within(SiteId site, SiteId above) {
        @Nullable Line at = byId.get(site);
        while (at != null) {
            if (at.site().id().equals(above)) {
                return true;
            }
            SiteId parent = at.depth() == 0 ? null : at.site().parent();
            at = parent == null ? null : byId.get(parent);
        }
        return false;
    }
}
