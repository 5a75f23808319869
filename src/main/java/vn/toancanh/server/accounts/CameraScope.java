package vn.toancanh.server.accounts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cameras a role may see, as a condition of a query over rows that have {@code site_id}, {@code tags} and
 * {@code published}. Says the same as {@link Reach#may}. Immutable; any thread.
 */
public final class CameraScope {
    private static final String AT = "%1$s.site_id IN (SELECT value FROM json_each(?))";
    private static final String TAGGED = "EXISTS (SELECT 1 FROM json_each(%1$s.tags) WHERE value = ?)";

    private final List<String> terms = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final BitSet plain = new BitSet();
    private final boolean byCameras;

    private CameraScope(Role role, SiteTree tree, Level level) {
        Sites allowed = new Sites(tree);
        Sites denied = new Sites(tree);
        for (Right right : role.rights()) {
            if (right.allowed() && right.level().compareTo(level) >= 0) {
                allowed.add(right);
            } else if (!right.allowed() && right.level().compareTo(level) <= 0) {
                denied.add(right);
            }
        }
        allow(allowed, denied);
        deny(denied);
        if (role.publishedOnly()) {
            terms.add("%1$s.published = 1");
        }
        plain.or(allowed.of(null));
        plain.andNot(denied.of(null));
        byCameras = role.publishedOnly() || !allowed.byTag.isEmpty();
        if (role.publishedOnly()) {
            plain.clear();
        }
    }

    static CameraScope of(Role role, SiteTree tree, Level level) {
        return new CameraScope(role, tree, level);
    }

    private void allow(Sites allowed, Sites denied) {
        if (allowed.everywhere.contains(null)) {
            return;
        }
        List<String> ways = new ArrayList<>();
        BitSet untagged = allowed.of(null);
        untagged.andNot(denied.of(null));
        if (!untagged.isEmpty()) {
            ways.add(at(allowed.tree, untagged));
        }
        allowed.byTag.forEach((tag, sites) -> {
            String tagged = TAGGED;
            if (!allowed.everywhere.contains(tag)) {
                tagged = at(allowed.tree, sites) + " AND " + TAGGED;
            }
            values.add(tag);
            ways.add("(" + tagged + ")");
        });
        terms.add(ways.isEmpty() ? "0" : "(" + String.join(" OR ", ways) + ")");
    }

    private void deny(Sites denied) {
        if (denied.everywhere.contains(null)) {
            terms.add("0");
        } else if (!denied.of(null).isEmpty()) {
            terms.add("NOT " + at(denied.tree, denied.of(null)));
        }
        denied.byTag.forEach((tag, sites) -> {
            String term = "NOT (" + (denied.everywhere.contains(tag) ? "" : at(denied.tree, sites) + " AND ");
            values.add(tag);
            terms.add(term + TAGGED + ")");
        });
    }

    private String at(SiteTree tree, BitSet sites) {
        values.add(JsonMapper.shared().writeValueAsString(tree.ids(sites)));
        return AT;
    }

    /** True where no camera is left out. */
    public boolean everything() {
        return terms.isEmpty();
    }

    /** The condition over the rows called {@code alias}; {@code 1} where no camera is left out. */
    public String sql(String alias) {
        return everything() ? "1" : String.join(" AND ", terms).formatted(alias);
    }

    /** What is bound to the condition's places, in their order. */
    public List<Object> values() {
        return List.copyOf(values);
    }

    /** True where which sites are seen follows from the cameras that are seen there. */
    public boolean byCameras() {
        return byCameras;
    }

    /** Numbers of the sites that are seen whatever hangs there. */
    BitSet plainSites() {
        return (BitSet) plain.clone();
    }

    /** Sites that rights name, by the tag they are narrowed to; no tag is null. */
    private static final class Sites {
        final SiteTree tree;
        final Map<String, BitSet> byTag = new LinkedHashMap<>();
        final List<@Nullable String> everywhere = new ArrayList<>();
        private final BitSet untagged = new BitSet();

        Sites(SiteTree tree) {
            this.tree = tree;
        }

        void add(Right right) {
            @Nullable String tag = right.tag();
            BitSet sites = tag == null ? untagged : byTag.computeIfAbsent(tag, key -> new BitSet());
            sites.or(tree.below(right.siteId()));
            if (right.siteId() == null) {
                everywhere.add(tag);
            }
        }

        BitSet of(@Nullable String tag) {
            return (BitSet) (tag == null ? untagged : byTag.getOrDefault(tag, new BitSet())).clone();
        }
    }
}
