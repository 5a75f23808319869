package vn.toancanh.server.inventory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Reach;
import vn.toancanh.server.accounts.Spot;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.store.Sql;

/** What somebody may import who may not configure everything: judged both by how it is and by how it would be. */
final class ImportReach {
    private final Reach before;
    private final Reach after;
    private final Map<String, Spot> spots;
    private final List<FieldError> wrongSites = new ArrayList<>();

    private ImportReach(Reach before, Reach after, Map<String, Spot> spots) {
        this.before = before;
        this.after = after;
        this.spots = spots;
    }

    /**
     * What somebody may import; null for somebody who may configure everything.
     *
     * @param tree of all sites as it would be
     * @param changed those of them that are new or other than before
     */
    static @Nullable ImportReach of(Sql sql, Reach reach, Map<String, Site> tree, List<Site> changed)
            throws SQLException {
        if (reach.whole(Level.CONFIGURE, null)) {
            return null;
        }
        Map<String, @Nullable String> parents = new HashMap<>();
        tree.forEach((id, site) -> parents.put(id, value(site.parent())));
        Map<String, Spot> spots = new HashMap<>();
        sql.list("SELECT id, site_id, tags, published FROM camera", row -> {
            spots.put(row.getString(1), Spot.of(row.getString(2), row.getString(3), row.getInt(4) == 1));
            return 0;
        });
        ImportReach narrowed = new ImportReach(reach, reach.over(parents), spots);
        for (Site site : changed) {
            narrowed.check(sql, site);
        }
        return narrowed;
    }

    private static @Nullable String value(@Nullable SiteId id) {
        return id == null ? null : id.value();
    }

    private void check(Sql sql, Site site) throws SQLException {
        String id = site.id().value();
        @Nullable Site was = SiteStore.find(sql, id).map(SiteStore.Stored::site).orElse(null);
        boolean stays = was != null && Objects.equals(was.parent(), site.parent());
        boolean mine = was == null || before.at(Level.CONFIGURE, id);
        boolean place = stays
                || (mayHangBelow(value(site.parent()))
                        && (was == null
                                || (before.whole(Level.CONFIGURE, id)
                                        && before.at(Level.CONFIGURE, value(was.parent())))));
        if (!mine || !place) {
            wrongSites.add(
                    new FieldError("/sites", "outside", "beyond what you may configure", null, Map.of("site", id)));
        }
    }

    /** Never below a site that is not there, nor below one that is not seen: which of both it is, is not told. */
    private boolean mayHangBelow(@Nullable String parent) {
        return after.at(Level.CONFIGURE, parent) && (parent == null || after.touches(parent));
    }

    List<FieldError> wrongSites() {
        return wrongSites;
    }

    /** A site that is there and not seen is answered like one that is not there. */
    boolean sees(String site) {
        return after.touches(site);
    }

    boolean mayChange(Camera camera) {
        @Nullable Spot was = spots.get(camera.id().value());
        Spot next = new Spot(camera.site().value(), camera.tags(), was != null && was.published());
        return (was == null || before.may(Level.CONFIGURE, was)) && after.may(Level.CONFIGURE, next);
    }
}
