package vn.toancanh.bench;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.bench.server.City;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueCache;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.catalogue.CatalogueSource;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.PaletteDesk;
import vn.toancanh.desk.RecentChoices;
import vn.toancanh.desk.SalvoDesk;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.LayoutLibrary;

/** A command palette over a city's cameras that are told at once and kept nowhere. */
final class PaletteCity {
    private PaletteCity() {}

    /** Waits until the cameras are known. */
    static PaletteDesk open(ThreadLane desk, ThreadLane compute, int cameras) throws Exception {
        CatalogueContents contents = new CatalogueContents(
                City.sites(),
                City.cameras(1, cameras, "").stream()
                        .map(entry -> entry.camera())
                        .toList(),
                Instant.EPOCH,
                "");
        CompletableFuture<PaletteDesk> opened = new CompletableFuture<>();
        desk.execute(() -> {
            Catalogue catalogue = new Catalogue(new AtOnce(contents), new Nowhere(), desk, compute);
            Preferences preferences = new Preferences(Map.of(), new Unkept(), desk);
            CallUpDesk callUp =
                    new CallUpDesk(desk, catalogue::snapshot, List::of, wall -> true, new SalvoDesk(preferences));
            PaletteDesk palette = new PaletteDesk(catalogue, new NoLayouts(), callUp, new RecentChoices(preferences));
            catalogue.onChange(any -> {
                palette.open(actions(), number -> "Nhóm " + number, () -> {});
                opened.complete(palette);
            });
            catalogue.open(new CatalogueOwner(URI.create("https://bench.invalid"), BenchCity.OPERATOR));
        });
        return opened.get();
    }

    private static List<PaletteAction> actions() {
        List<PaletteAction> all = new ArrayList<>();
        GridShape.ALL.forEach(shape -> all.add(new PaletteAction(shape.id(), "Chia ô " + shape.id(), "", () -> {})));
        return all;
    }

    private record AtOnce(CatalogueContents contents) implements CatalogueSource {
        @Override
        public void fetch(String syncToken, Consumer<Outcome<CatalogueUpdate>> answer) {
            answer.accept(Outcome.done(new CatalogueUpdate.Whole(contents)));
        }

        @Override
        public Handle onNews(Runnable listener) {
            return Handle.NONE;
        }
    }

    private static final class Nowhere implements CatalogueCache {
        @Override
        public void keptAsOf(CatalogueOwner owner, Consumer<Optional<Instant>> answer) {
            answer.accept(Optional.empty());
        }

        @Override
        public void load(CatalogueOwner owner, Consumer<Optional<CatalogueContents>> answer) {
            answer.accept(Optional.empty());
        }

        @Override
        public void save(CatalogueOwner owner, CatalogueContents whole) {}

        @Override
        public void save(
                CatalogueOwner owner, CatalogueContents before, CatalogueUpdate.Delta delta, CatalogueContents after) {}

        @Override
        public void confirm(CatalogueOwner owner, Instant asOf) {}
    }

    private static final class Unkept implements PreferenceStore {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(String name, String value) {}
    }

    private static final class NoLayouts implements LayoutLibrary {
        private static <T> Outcome<T> none() {
            return Outcome.failed(Failure.of(Failure.Kind.NOT_FOUND, "there is no server"));
        }

        @Override
        public void list(Consumer<Outcome<List<Entry>>> answer) {
            answer.accept(none());
        }

        @Override
        public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
            answer.accept(none());
        }

        @Override
        public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
            answer.accept(none());
        }

        @Override
        public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
            answer.accept(none());
        }

        @Override
        public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
            answer.accept(none());
        }
    }
}
