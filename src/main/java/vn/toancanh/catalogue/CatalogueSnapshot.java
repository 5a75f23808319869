package vn.toancanh.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * All cameras and sites at one moment, with every lookup prepared. Immutable, any thread; made away from DESK, since a
 * city takes some tenths of a second. Lists are in the order of {@link NameOrder}.
 */
public final class CatalogueSnapshot {
    /** The site of cameras whose own is not known; there only while such cameras are. Its name is empty: the tree words it. */
    public static final SiteId NOWHERE = new SiteId("-");

    /** No cameras, as of the beginning of time. */
    public static final CatalogueSnapshot EMPTY = of(new CatalogueContents(List.of(), List.of(), Instant.EPOCH, ""));

    private final CatalogueContents contents;
    private final SiteTree tree;
    private final Map<CameraId, Camera> byId;
    private final Map<Integer, Camera> byNumber;
    private final Map<SiteId, List<Camera>> bySite = new HashMap<>();
    private final Map<SiteId, Integer> counts = new HashMap<>();
    private final SearchIndex search;

    private CatalogueSnapshot(CatalogueContents contents) {
        this.byId = LinkedHashMap.newLinkedHashMap(contents.cameras().size());
        this.byNumber = HashMap.newHashMap(contents.cameras().size());
        contents.cameras().forEach(camera -> byId.put(camera.id(), camera));
        for (Camera camera : byId.values()) {
            Integer number = camera.number();
            if (number != null) {
                byNumber.putIfAbsent(number, camera);
            }
        }
        this.contents = byId.size() == contents.cameras().size()
                ? contents
                : new CatalogueContents(
                        contents.sites(), List.copyOf(byId.values()), contents.asOf(), contents.syncToken());
        NameOrder order = new NameOrder();
        Map<SiteId, List<Camera>> found = new HashMap<>();
        SiteTree known = new SiteTree(contents.sites(), order);
        List<Camera> ordered = order.sorted(byId.values(), Camera::name);
        for (Camera camera : ordered) {
            SiteId site = known.contains(camera.site()) ? camera.site() : NOWHERE;
            found.computeIfAbsent(site, any -> new ArrayList<>()).add(camera);
        }
        this.tree = found.containsKey(NOWHERE) && !known.contains(NOWHERE) ? withNowhere(contents, order) : known;
        found.forEach((site, cameras) -> bySite.put(site, List.copyOf(cameras)));
        tree.roots().forEach(this::count);
        this.search = SearchIndex.of(ordered, this::path);
    }

    /** The snapshot of those contents; of cameras with the same id the last counts, of those with the same number the first. */
    public static CatalogueSnapshot of(CatalogueContents contents) {
        return new CatalogueSnapshot(contents);
    }

    private static SiteTree withNowhere(CatalogueContents contents, NameOrder order) {
        List<Site> sites = new ArrayList<>(contents.sites());
        sites.add(new Site(NOWHERE, null, ""));
        return new SiteTree(sites, order);
    }

    private int count(Site site) {
        int sum = camerasAt(site.id()).size();
        for (Site child : children(site.id())) {
            sum += count(child);
        }
        counts.put(site.id(), sum);
        return sum;
    }

    CatalogueContents contents() {
        return contents;
    }

    /** When the server last said so, by the server's clock. */
    public Instant asOf() {
        return contents.asOf();
    }

    /** All cameras, in the server's order. */
    public List<Camera> cameras() {
        return contents.cameras();
    }

    /** All sites, in the server's order. */
    public List<Site> sites() {
        return contents.sites();
    }

    public int size() {
        return byId.size();
    }

    public Optional<Camera> camera(CameraId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Camera> number(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The sites at the top. */
    public List<Site> roots() {
        return tree.roots();
    }

    /** The sites directly below that one. */
    public List<Site> children(SiteId site) {
        return tree.children(site);
    }

    public Optional<Site> site(SiteId id) {
        return tree.find(id);
    }

    /** The sites from the root down to that one, itself included; of an unknown site: that of {@link #NOWHERE}, if it is there. */
    public List<Site> path(SiteId site) {
        return tree.path(tree.contains(site) ? site : NOWHERE);
    }

    /** The cameras standing directly at that site. */
    public List<Camera> camerasAt(SiteId site) {
        return bySite.getOrDefault(site, List.of());
    }

    /** The cameras at that site and everywhere below it, site by site from the top. */
    public List<Camera> camerasUnder(SiteId site) {
        List<Camera> all = new ArrayList<>(count(site));
        collect(site, all);
        return List.copyOf(all);
    }

    private void collect(SiteId site, List<Camera> all) {
        all.addAll(camerasAt(site));
        children(site).forEach(child -> collect(child.id(), all));
    }

    /** How many cameras {@link #camerasUnder} would give. */
    public int count(SiteId site) {
        return counts.getOrDefault(site, 0);
    }

    /** The search over these cameras. */
    public SearchIndex search() {
        return search;
    }
}
