package vn.toancanh.ui.administration;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.toancanh.administration.ExportFile;
import vn.toancanh.administration.TrailService;
import vn.toancanh.base.Clock;
import vn.toancanh.catalogue.CatalogueSnapshot;

/**
 * What the view of the audit trail needs.
 *
 * @param known cameras and sites that whoever is signed in sees
 * @param files an export to be written to that file
 * @param zone in which times are told and typed
 */
public record TrailParts(
        TrailService service,
        Supplier<CatalogueSnapshot> known,
        Function<Path, ExportFile> files,
        Clock clock,
        ZoneId zone) {}
