package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.catalogue.Phrases;
import vn.toancanh.catalogue.SearchHit;
import vn.toancanh.desk.PaletteEntry.OfAction;
import vn.toancanh.desk.PaletteEntry.OfCamera;
import vn.toancanh.desk.PaletteEntry.OfLayout;
import vn.toancanh.desk.PaletteEntry.OfSalvo;
import vn.toancanh.desk.PaletteEntry.OfSite;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.WallState;

/**
 * The command palette: cameras, places, layouts, salvos and actions found by a few letters, what was chosen last first. Lane: DESK;
 * the cameras are searched on COMPUTE.
 */
public final class PaletteDesk {
    /** The most lines of one kind, and of cameras. */
    public static final int MOST_OF_KIND = 6;

    public static final int MOST_CAMERAS = 40;

    /** The most cameras of a place that are shown at one stroke. */
    public static final int MOST_AT_ONCE = 100;

    /**
     * What is listed.
     *
     * @param typed for which
     * @param cameras how many cameras match in all
     */
    public record Listing(String typed, List<PaletteEntry> entries, int cameras) {
        public Listing {
            entries = List.copyOf(entries);
        }
    }

    private final Catalogue catalogue;
    private final LayoutLibrary layouts;
    private final CallUpDesk callUp;
    private final RecentChoices recent;
    private BiConsumer<LayoutId, WallDesk> opener;
    private List<PaletteAction> actions = List.of();
    private List<LayoutLibrary.Entry> known = List.of();
    private Phrases<PaletteEntry> phrases = Phrases.of(List.of(), any -> "");
    private Phrases<Site> places = Phrases.of(List.of(), any -> "");
    private CatalogueSnapshot placesOf = CatalogueSnapshot.EMPTY;
    private Handle searching = Handle.NONE;
    private long opening;

    public PaletteDesk(Catalogue catalogue, LayoutLibrary layouts, CallUpDesk callUp, RecentChoices recent) {
        this.opener = (id, wall) -> layouts.get(id, answer -> {
            if (answer instanceof Outcome.Done<Layout>(Layout found)) {
                wall.showLayout(found);
            }
        });
        this.catalogue = catalogue;
        this.layouts = layouts;
        this.callUp = callUp;
        this.recent = recent;
    }

    /** Who opens a layout on a wall, and says so where it cannot be had; until then that is said by nobody. */
    public void opensBy(BiConsumer<LayoutId, WallDesk> who) {
        opener = who;
    }

    /**
     * Somebody opens the palette.
     *
     * @param offered what can be done in that window
     * @param words what a salvo is called
     * @param changed more is known now than before: what was typed is to be searched again
     */
    public void open(List<PaletteAction> offered, IntFunction<String> words, Runnable changed) {
        actions = List.copyOf(offered);
        long number = ++opening;
        index(words);
        layouts.list(answer -> {
            if (number == opening
                    && answer instanceof Outcome.Done<List<LayoutLibrary.Entry>>(List<LayoutLibrary.Entry> list)
                    && !list.equals(known)) {
                known = List.copyOf(list);
                index(words);
                changed.run();
            }
        });
    }

    /** Nobody is signed in: what was listed is not for the next one. */
    public void forget() {
        opening++;
        searching.close();
        known = List.of();
        phrases = Phrases.of(List.of(), any -> "");
    }

    private void index(IntFunction<String> words) {
        Map<PaletteEntry, String> named = new LinkedHashMap<>();
        known.forEach(layout -> named.put(new OfLayout(layout), layout.name()));
        callUp.salvos().all().forEach(salvo -> named.put(new OfSalvo(salvo), words.apply(salvo.number())));
        actions.forEach(action -> named.put(new OfAction(action), action.words()));
        phrases = Phrases.of(List.copyOf(named.keySet()), entry -> named.getOrDefault(entry, ""));
        if (!placesOf.equals(catalogue.snapshot())) {
            placesOf = catalogue.snapshot();
            places = Phrases.of(placesOf.sites(), Site::name);
        }
    }

    /** Lists what fits, for the last that was typed alone. Nothing typed: what was chosen last, then what can be done. */
    public void search(String typed, Consumer<Listing> answer) {
        searching.close();
        if (typed.isBlank()) {
            List<PaletteEntry> entries = new ArrayList<>(recents());
            actions.stream()
                    .map(OfAction::new)
                    .filter(each -> !entries.contains(each))
                    .forEach(entries::add);
            answer.accept(new Listing(typed, entries, -1));
            return;
        }
        searching = catalogue.search(typed, MOST_CAMERAS, result -> {
            List<PaletteEntry> entries = new ArrayList<>();
            boolean number =
                    !result.hits().isEmpty() && result.hits().getFirst().rank() == SearchHit.Rank.NUMBER;
            List<PaletteEntry> cameras = result.hits().stream()
                    .<PaletteEntry>map(hit -> new OfCamera(hit.camera()))
                    .toList();
            if (number) {
                entries.add(cameras.getFirst());
            }
            entries.addAll(phrases.search(typed, 2 * MOST_OF_KIND));
            places.search(typed, MOST_OF_KIND).stream()
                    .map(site -> new OfSite(site, placesOf.count(site.id())))
                    .forEach(entries::add);
            entries.addAll(number ? cameras.subList(1, cameras.size()) : cameras);
            answer.accept(new Listing(typed, recent.first(entries, number ? 1 : 0), result.total()));
        });
    }

    private List<PaletteEntry> recents() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (String name : recent.names()) {
            String own = name.substring(name.indexOf(' ') + 1);
            Optional<? extends PaletteEntry> entry = switch (name.substring(0, Math.max(0, name.indexOf(' ')))) {
                case "camera" -> catalogue.snapshot().camera(new CameraId(own)).map(OfCamera::new);
                case "site" ->
                    catalogue
                            .snapshot()
                            .site(new SiteId(own))
                            .map(site -> new OfSite(site, catalogue.snapshot().count(site.id())));
                case "layout" ->
                    known.stream()
                            .filter(each -> each.id().value().equals(own))
                            .findFirst()
                            .map(OfLayout::new);
                case "salvo" ->
                    callUp.salvos().all().stream()
                            .filter(each -> own.equals(Integer.toString(each.number())))
                            .findFirst()
                            .map(OfSalvo::new);
                default ->
                    actions.stream()
                            .filter(each -> each.id().equals(own))
                            .findFirst()
                            .map(OfAction::new);
            };
            entry.ifPresent(entries::add);
        }
        return entries;
    }

    /** Does what a line says, on that wall; what somebody names so comes there also while layouts are not to be changed. */
    public void choose(PaletteEntry entry, WallDesk wall) {
        recent.chosen(entry.name());
        if (entry instanceof OfAction(PaletteAction action)) {
            action.run().run();
            return;
        }
        wall.changes().freely(() -> bring(entry, wall));
    }

    private void bring(PaletteEntry entry, WallDesk wall) {
        switch (entry) {
            case OfCamera(Camera camera) -> wall.showCameraWhereItFits(camera.id());
            case OfSite(Site site, int cameras) ->
                wall.showAll(catalogue.snapshot().camerasUnder(site.id()).stream()
                        .limit(MOST_AT_ONCE)
                        .map(Camera::id)
                        .toList());
            case OfLayout(LayoutLibrary.Entry layout) -> opener.accept(layout.id(), wall);
            case OfSalvo(var salvo) -> callUp.throwOnto(wall, salvo, WallState.NONE);
            case OfAction(PaletteAction action) -> action.run().run();
        }
    }

    /** Shows cameras and nothing else, in the shape that fits them best; also while layouts are not to be changed, as {@link #choose} does. */
    public void chooseAll(List<Camera> cameras, WallDesk wall) {
        cameras.reversed().forEach(camera -> recent.chosen(new OfCamera(camera).name()));
        wall.changes()
                .freely(() -> wall.showAll(cameras.stream().map(Camera::id).toList()));
    }
}
