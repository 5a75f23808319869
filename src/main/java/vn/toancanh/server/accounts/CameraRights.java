package vn.toancanh.server.accounts;

/** What somebody may do at one camera. Any thread; may read the database. */
@FunctionalInterface
public interface CameraRights {
    /** False too where there is no such camera, so that an answer never tells which there are. */
    boolean may(Principal who, Level level, String cameraId);
}
