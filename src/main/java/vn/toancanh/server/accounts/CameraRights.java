package vn.toancanh.server.accounts;

import java.util.Collection;

/** What somebody may do at one camera. Any thread; may read the database. */
@FunctionalInterface
public interface CameraRights {
    /** False too where there is no such camera, so that an answer never tells which there are. */
    boolean may(Principal who, Level level, String cameraId);

    /** These will be asked about at once: whoever reads the database for them may do so in one go. */
    default void expect(Collection<String> cameraIds) {}
}
