package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.store.Sql;

/**
 * The tree of sites as it was at one revision, numbered so that everything below a site is one stretch of numbers: whether
 * one site lies below another costs two look-ups, however deep the tree. Immutable; any thread.
 */
public final class SiteTree {
    static final SiteTree EMPTY = new SiteTree(Map.of(), 0);

    private record Stretch(int first, int last) {}

    private final List<String> order = new ArrayList<>();
    private final Map<String, Stretch> stretches = new HashMap<>();
    private final Map<String, @Nullable String> parents;
    private final long movedRevision;

    /** @param parents of every site by its id, {@code null} at a root; sites that are above themselves are left out */
    SiteTree(Map<String, @Nullable String> parents, long movedRevision) {
        this.movedRevision = movedRevision;
        this.parents = new HashMap<>(parents);
        Map<String, List<String>> children = new HashMap<>();
        List<String> roots = new ArrayList<>();
        parents.forEach((id, parent) -> {
            if (parent == null || !parents.containsKey(parent)) {
                roots.add(id);
            } else {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
            }
        });
        roots.forEach(root -> enter(root, children));
    }

    /** Without calling itself, for an import may hang thousands of sites below each other. */
    private void enter(String root, Map<String, List<String>> children) {
        Deque<String> entering = new ArrayDeque<>(List.of(root));
        Deque<String> open = new ArrayDeque<>();
        Map<String, Integer> firsts = new HashMap<>();
        while (!entering.isEmpty()) {
            String id = entering.pop();
            if (id.equals(open.peek()) && firsts.containsKey(id)) {
                open.pop();
                stretches.put(id, new Stretch(firsts.getOrDefault(id, 0), order.size()));
                continue;
            }
            firsts.put(id, order.size());
            order.add(id);
            open.push(id);
            entering.push(id);
            children.getOrDefault(id, List.of()).forEach(entering::push);
        }
    }

    static SiteTree load(Sql sql) throws SQLException {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        sql.list("SELECT id, parent_id FROM site WHERE gone = 0", row -> {
            parents.put(row.getString(1), row.getString(2));
            return 0;
        });
        return new SiteTree(parents, sql.number("SELECT max(moved_revision) FROM site"));
    }

    /** The catalogue's revision at which a site last got another parent; 0 where none ever did. */
    long movedRevision() {
        return movedRevision;
    }

    public boolean has(String site) {
        return stretches.containsKey(site);
    }

    /** True where {@code site} is {@code above} or lies below it; false where either is unknown. */
    public boolean within(String site, String above) {
        @Nullable Stretch inner = stretches.get(site);
        @Nullable Stretch outer = stretches.get(above);
        return inner != null && outer != null && inner.first >= outer.first && inner.first < outer.last;
    }

    /** Numbers of a site and of all below it; of all there are where it is null. */
    BitSet below(@Nullable String site) {
        BitSet numbers = new BitSet(order.size());
        if (site == null) {
            numbers.set(0, order.size());
            return numbers;
        }
        @Nullable Stretch stretch = stretches.get(site);
        if (stretch != null) {
            numbers.set(stretch.first, stretch.last);
        }
        return numbers;
    }

    /** The site above; null at a root, and where there is no such site. */
    @Nullable
    String parent(String site) {
        return parents.get(site);
    }

    int number(String site) {
        @Nullable Stretch stretch = stretches.get(site);
        return stretch == null ? -1 : stretch.first;
    }

    /** Their ids, parents before what is below them. */
    List<String> ids(BitSet numbers) {
        return numbers.stream().mapToObj(order::get).toList();
    }
}
