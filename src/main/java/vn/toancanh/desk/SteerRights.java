package vn.toancanh.desk;

import java.util.Optional;
import java.util.function.Supplier;
import vn.toancanh.access.Level;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadLease;
import vn.toancanh.ptz.Steering;

/** Whose heads whoever is signed in may steer, and from whom he may take one. Lane: DESK. */
final class SteerRights {
    private final Steering steering;
    private final SessionService sessions;
    private final Supplier<CatalogueSnapshot> cameras;

    SteerRights(Steering steering, SessionService sessions, Supplier<CatalogueSnapshot> cameras) {
        this.steering = steering;
        this.sessions = sessions;
        this.cameras = cameras;
    }

    /** True where he may steer the head of that camera. */
    boolean steers(CameraId camera) {
        return steering.offered() && reaches(camera, Level.OPERATE);
    }

    /** True where he manages a camera that has a head. */
    boolean manages(CameraId camera) {
        return reaches(camera, Level.MANAGE);
    }

    private boolean reaches(CameraId id, Level level) {
        CatalogueSnapshot now = cameras.get();
        Optional<Camera> camera = now.camera(id).filter(Camera::ptz);
        Optional<Session> session = sessions.state().signedIn();
        return camera.isPresent()
                && session.isPresent()
                && PlaceRights.atCamera(session.get(), now, level, camera.get());
    }

    /** True where there is a head that he may steer. */
    boolean anywhere() {
        CatalogueSnapshot now = cameras.get();
        return steering.offered()
                && sessions.current()
                        .filter(who -> who.mayAnywhere(Level.OPERATE))
                        .filter(who -> now.cameras().stream()
                                .anyMatch(camera ->
                                        camera.ptz() && PlaceRights.atCamera(who, now, Level.OPERATE, camera)))
                        .isPresent();
    }

    /** True where he goes before whoever holds a head. */
    boolean outranks(HeadLease lease) {
        return sessions.state()
                .signedIn()
                .filter(session -> session.ptzPriority() > lease.priority())
                .isPresent();
    }
}
