package vn.toancanh.ui.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.catalogue.CatalogueCache;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.catalogue.CatalogueUpdate;

/** What a machine keeps of catalogues, in memory. */
public final class Kept implements CatalogueCache {
    public final Map<CatalogueOwner, CatalogueContents> contents = new HashMap<>();

    @Override
    public void keptAsOf(CatalogueOwner owner, Consumer<Optional<Instant>> answer) {
        answer.accept(Optional.ofNullable(contents.get(owner)).map(CatalogueContents::asOf));
    }

    @Override
    public void load(CatalogueOwner owner, Consumer<Optional<CatalogueContents>> answer) {
        answer.accept(Optional.ofNullable(contents.get(owner)));
    }

    @Override
    public void save(CatalogueOwner owner, CatalogueContents whole) {
        contents.put(owner, whole);
    }

    @Override
    public void save(
            CatalogueOwner owner, CatalogueContents before, CatalogueUpdate.Delta delta, CatalogueContents after) {
        contents.put(owner, after);
    }

    @Override
    public void confirm(CatalogueOwner owner, Instant asOf) {}
}
