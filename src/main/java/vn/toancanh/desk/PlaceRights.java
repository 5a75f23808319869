package vn.toancanh.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Handle;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * What whoever is signed in may do at one place, judged as the server judges it, denials included, as far as rights, sites and cameras
 * are known here. It only leaves out doors that are locked: the server judges again. Lane: DESK.
 */
public final class PlaceRights {
    private final SessionService sessions;
    private final Supplier<CatalogueSnapshot> cameras;
    private final Function<Runnable, Handle> onCameras;

    public PlaceRights(SessionService sessions, Catalogue catalogue) {
        this(sessions, catalogue::snapshot, listener -> catalogue.onChange(any -> listener.run()));
    }

    /** Over cameras of whose changes nothing is told. */
    public PlaceRights(SessionService sessions, Supplier<CatalogueSnapshot> cameras) {
        this(sessions, cameras, listener -> Handle.NONE);
    }

    private PlaceRights(
            SessionService sessions, Supplier<CatalogueSnapshot> cameras, Function<Runnable, Handle> onCameras) {
        this.sessions = sessions;
        this.cameras = cameras;
        this.onCameras = onCameras;
    }

    /** True where that level is reached somewhere: for doors behind which every single thing is judged. */
    public boolean anywhere(Level level) {
        return sessions.current().filter(who -> who.mayAnywhere(level)).isPresent();
    }

    /**
     * True while the server is there, where that level is reached at the site of a wall, whatever the tags of the cameras there. Who
     * sees published cameras only does nothing with walls but look.
     *
     * @param site null: the wall is the whole city's
     */
    public boolean atWall(Level level, @Nullable SiteId site) {
        return sessions.state().connection().isOnline()
                && sessions.current()
                        .filter(who -> level == Level.VIEW || !who.publishedOnly())
                        .filter(who -> who.mayAt(level, path(cameras.get(), site), List.of()))
                        .isPresent();
    }

    /**
     * True where that level is reached at any camera of an alarm; where it names none, or none of them is known here, at any camera
     * below its site. Where nothing is known of either, that is the server's to say, and whoever reaches the level anywhere may ask.
     */
    public boolean atAlarm(Level level, Alarm alarm) {
        Optional<Session> session = sessions.current().filter(who -> who.mayAnywhere(level));
        if (session.isEmpty()) {
            return false;
        }
        Session who = session.get();
        CatalogueSnapshot now = cameras.get();
        List<Camera> known =
                alarm.cameras().stream().flatMap(id -> now.camera(id).stream()).toList();
        SiteId site = alarm.site();
        if (!known.isEmpty()) {
            return known.stream().anyMatch(camera -> atCamera(who, now, level, camera));
        }
        return site == null || now.count(site) == 0 || anyBelow(who, now, level, site);
    }

    private static boolean anyBelow(Session who, CatalogueSnapshot now, Level level, SiteId site) {
        return anyAt(who, now, level, site)
                || now.children(site).stream().anyMatch(child -> anyBelow(who, now, level, child.id()));
    }

    /** Cameras of one site differ by their tags alone, and a city has many. */
    private static boolean anyAt(Session who, CatalogueSnapshot now, Level level, SiteId site) {
        List<Camera> there = now.camerasAt(site);
        if (there.isEmpty()) {
            return false;
        }
        List<SiteId> path = path(now, site);
        boolean byTags = Stream.concat(who.rights().stream(), who.denials().stream())
                .anyMatch(right -> !right.tags().isEmpty());
        return byTags
                ? there.stream().anyMatch(camera -> who.mayAt(level, path, camera.tags()))
                : who.mayAt(level, path, List.of());
    }

    /** True where somebody reaches that level at a camera. */
    static boolean atCamera(Session who, CatalogueSnapshot now, Level level, Camera camera) {
        return who.mayAt(level, path(now, camera.site()), camera.tags());
    }

    /** The site itself, though it may not be known yet, and all above it. */
    private static List<SiteId> path(CatalogueSnapshot now, @Nullable SiteId site) {
        return site == null
                ? List.of()
                : Stream.concat(Stream.of(site), now.path(site).stream().map(Site::id))
                        .toList();
    }

    /** Tells when any of it may be another, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Handle session = sessions.onChange(any -> listener.run());
        Handle known = onCameras.apply(listener);
        return () -> {
            session.close();
            known.close();
        };
    }
}
