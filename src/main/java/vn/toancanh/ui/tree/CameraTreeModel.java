package vn.toancanh.ui.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.catalogue.SearchResult;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** What the tree lists: which sites are open, what is searched for, what stands on the wall. Outlives the view. */
public final class CameraTreeModel implements Handle {
    /** The most hits that are listed; who sees more must say more. */
    static final int MOST_HITS = 500;

    /** The most cameras put on the wall at one stroke. */
    static final int MOST_AT_ONCE = 100;

    private static final int OPEN_ALL_UP_TO = 60;

    /**
     * What is listed.
     *
     * @param rows the lines
     * @param best the line to begin with, -1 for none
     * @param found cameras that match what is searched for, -1 while nothing is
     * @param state how fresh the catalogue is
     * @param cameras how many there are in all
     */
    public record Listing(List<TreeRow> rows, int best, int found, CatalogueState state, int cameras) {
        public Listing {
            rows = List.copyOf(rows);
        }
    }

    private final Catalogue catalogue;
    private final Set<SiteId> open = new HashSet<>();
    private final Set<SiteId> folded = new HashSet<>();
    private final ReadOnlyObjectWrapper<Listing> listing;
    private final ReadOnlyObjectWrapper<Map<CameraId, Integer>> onWall = new ReadOnlyObjectWrapper<>(Map.of());
    private final List<Handle> held;
    private String query = "";
    private @Nullable SearchResult result;
    private Handle searching = Handle.NONE;

    public CameraTreeModel(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.listing = new ReadOnlyObjectWrapper<>(new Listing(List.of(), -1, -1, catalogue.state(), 0));
        openAtFirst(catalogue.snapshot());
        list();
        this.held = List.of(catalogue.onChange(this::changed), catalogue.onState(any -> list()));
    }

    /** What is listed now. */
    public ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /** The cameras on the wall, each with its tile's number. */
    public ReadOnlyObjectProperty<Map<CameraId, Integer>> onWall() {
        return onWall.getReadOnlyProperty();
    }

    /** Tells which cameras stand on the wall now. */
    public void stand(Map<CameraId, Integer> tiles) {
        if (!tiles.equals(onWall.get())) {
            onWall.set(Map.copyOf(tiles));
        }
    }

    public String query() {
        return query;
    }

    /** Searches for those words; blank shows the whole tree again. */
    public void search(String typed) {
        if (typed.equals(query)) {
            return;
        }
        query = typed;
        folded.clear();
        ask();
    }

    private void ask() {
        searching.close();
        if (query.isBlank()) {
            result = null;
            list();
            return;
        }
        searching = catalogue.search(query, MOST_HITS, answer -> {
            result = answer;
            list();
        });
    }

    /** Opens what is folded and folds what is open. */
    public void toggle(SiteId site) {
        Set<SiteId> turned = result == null ? open : folded;
        if (!turned.remove(site)) {
            turned.add(site);
        }
        list();
    }

    /** Folds everything: the tree as short as it gets. */
    public void foldAll() {
        open.clear();
        if (result != null) {
            for (TreeRow row : listing.get().rows()) {
                if (row instanceof TreeRow.OfSite site) {
                    folded.add(site.site().id());
                }
            }
        }
        list();
    }

    /** The cameras meant by a line: itself, or all below a site, as many as may be put at one stroke. */
    public List<CameraId> meant(TreeRow row) {
        return switch (row) {
            case TreeRow.OfCamera(Camera camera, int depth, var marks) -> List.of(camera.id());
            case TreeRow.OfSite site ->
                catalogue.snapshot().camerasUnder(site.site().id()).stream()
                        .limit(MOST_AT_ONCE)
                        .map(Camera::id)
                        .toList();
        };
    }

    /** The sites from the root down to where the camera stands. */
    public List<Site> path(Camera camera) {
        return catalogue.snapshot().path(camera.site());
    }

    /** The camera searched for most likely; empty where nothing was found or searched for. */
    public Optional<CameraId> bestHit() {
        return Optional.ofNullable(result)
                .flatMap(found -> found.hits().stream().findFirst())
                .map(hit -> hit.camera().id());
    }

    /** Asks the server for the cameras again. */
    public void refresh() {
        catalogue.refresh();
    }

    private void changed(CatalogueSnapshot snapshot) {
        if (listing.get().cameras() == 0) {
            openAtFirst(snapshot);
        }
        if (query.isBlank()) {
            list();
        } else {
            ask();
        }
    }

    private void openAtFirst(CatalogueSnapshot snapshot) {
        if (snapshot.roots().size() == 1 || snapshot.size() <= OPEN_ALL_UP_TO) {
            snapshot.roots().forEach(root -> openFrom(snapshot, root, snapshot.size() <= OPEN_ALL_UP_TO));
        }
    }

    private void openFrom(CatalogueSnapshot snapshot, Site site, boolean deep) {
        open.add(site.id());
        if (deep) {
            snapshot.children(site.id()).forEach(child -> openFrom(snapshot, child, true));
        }
    }

    private void list() {
        CatalogueSnapshot snapshot = catalogue.snapshot();
        SearchResult found = result;
        if (found == null) {
            listing.set(new Listing(TreeRows.whole(snapshot, open), -1, -1, catalogue.state(), snapshot.size()));
            return;
        }
        List<TreeRow> rows = TreeRows.found(snapshot, found, folded);
        listing.set(new Listing(rows, best(rows), found.total(), catalogue.state(), snapshot.size()));
    }

    private int best(List<TreeRow> rows) {
        CameraId best = bestHit().orElse(null);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(best)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        searching.close();
        held.forEach(Handle::close);
    }
}
