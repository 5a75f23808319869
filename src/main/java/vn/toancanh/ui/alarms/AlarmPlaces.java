package vn.toancanh.ui.alarms;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.Camera;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Where an alarm happened, in words: cameras, site and coordinates, as far as the catalogue knows them. */
final class AlarmPlaces {
    private AlarmPlaces() {}

    /** The cameras by number and name; empty where it names none that is known. */
    static String cameras(Alarm alarm, CatalogueSnapshot known) {
        return alarm.cameras().stream()
                .flatMap(id -> known.camera(id).stream())
                .map(AlarmPlaces::title)
                .collect(Collectors.joining(", "));
    }

    private static String title(Camera camera) {
        return camera.number() == null ? camera.name() : camera.number() + " · " + camera.name();
    }

    /** The site and those above it. */
    static String site(Alarm alarm, CatalogueSnapshot known) {
        @Nullable SiteId site = alarm.site();
        return site == null
                ? ""
                : known.path(site).stream()
                        .map(Site::name)
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(" · "));
    }

    static String coordinates(Alarm alarm, Texts texts) {
        @Nullable GeoPoint place = alarm.place();
        return place == null ? "" : texts.get("alarms.coordinates", place.lat(), place.lon());
    }
}
