package vn.toancanh.ui.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.catalogue.Highlight;
import vn.toancanh.catalogue.SearchHit;
import vn.toancanh.catalogue.SearchResult;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Lays the tree out as a list of lines. Pure. */
final class TreeRows {
    private TreeRows() {}

    /** The whole tree; below a site that is not among {@code open} nothing is listed. */
    static List<TreeRow> whole(CatalogueSnapshot cameras, Set<SiteId> open) {
        List<TreeRow> rows = new ArrayList<>();
        cameras.roots().forEach(root -> lay(cameras, root, 0, open, rows));
        return rows;
    }

    private static void lay(CatalogueSnapshot cameras, Site site, int depth, Set<SiteId> open, List<TreeRow> rows) {
        boolean isOpen = open.contains(site.id());
        rows.add(new TreeRow.OfSite(site, depth, isOpen, cameras.count(site.id()), List.of()));
        if (!isOpen) {
            return;
        }
        cameras.children(site.id()).forEach(child -> lay(cameras, child, depth + 1, open, rows));
        for (Camera camera : cameras.camerasAt(site.id())) {
            rows.add(new TreeRow.OfCamera(camera, depth + 1, List.of()));
        }
    }

    /** What was found, site by site, the site of the best hit first. */
    static List<TreeRow> found(CatalogueSnapshot cameras, SearchResult result, Set<SiteId> folded) {
        Map<SiteId, List<SearchHit>> bySite = new LinkedHashMap<>();
        for (SearchHit hit : result.hits()) {
            List<Site> path = cameras.path(hit.camera().site());
            SiteId site =
                    path.isEmpty() ? CatalogueSnapshot.NOWHERE : path.getLast().id();
            bySite.computeIfAbsent(site, any -> new ArrayList<>()).add(hit);
        }
        List<TreeRow> rows = new ArrayList<>();
        bySite.forEach((id, hits) -> {
            Site site = cameras.site(id).orElse(new Site(id, null, ""));
            boolean open = !folded.contains(id);
            rows.add(new TreeRow.OfSite(site, 0, open, hits.size(), marksOf(hits.getFirst(), site)));
            if (open) {
                hits.forEach(hit -> rows.add(new TreeRow.OfCamera(hit.camera(), 1, marksOf(hit))));
            }
        });
        return rows;
    }

    private static List<Highlight> marksOf(SearchHit hit) {
        return hit.highlights().stream()
                .filter(mark -> mark.field() == Highlight.Field.NAME || mark.field() == Highlight.Field.NUMBER)
                .toList();
    }

    private static List<Highlight> marksOf(SearchHit hit, Site site) {
        return hit.highlights().stream()
                .filter(mark ->
                        mark.field() == Highlight.Field.SITE && mark.text().equals(site.name()))
                .toList();
    }
}
