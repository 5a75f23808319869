package vn.toancanh.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The port that keeps the catalogue on this machine. Lane: DESK; returns at once, answers come on DESK. */
public interface CatalogueCache {
    /** As of when something is kept for that owner; empty where nothing is. */
    void keptAsOf(CatalogueOwner owner, Consumer<Optional<Instant>> answer);

    /** What was kept for that owner; empty where there is none or it cannot be read any more. */
    void load(CatalogueOwner owner, Consumer<Optional<CatalogueContents>> answer);

    /** Keeps the whole in place of what was kept for that owner. */
    void save(CatalogueOwner owner, CatalogueContents contents);

    /** Keeps a delta that leads from {@code before} to {@code after}; the whole, where {@code before} is not what was kept. */
    void save(CatalogueOwner owner, CatalogueContents before, CatalogueUpdate.Delta delta, CatalogueContents after);

    /** Keeps that what was kept for that owner still held at {@code asOf}. */
    void confirm(CatalogueOwner owner, Instant asOf);
}
