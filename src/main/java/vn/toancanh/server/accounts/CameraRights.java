package vn.toancanh.server.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What somebody may do at one camera. Any thread; may read the database. */
@FunctionalInterface
public interface CameraRights {
    /** False too where there is no such camera, so that an answer never tells which there are. */
    boolean may(Principal who, Level level, String cameraId);

    /**
     * The first camera by its id, at a site or below it, at which they may do that; empty where there is none.
     *
     * @param cameras ids of all that hang there, for who has no quicker way
     */
    default Optional<String> firstBelow(Principal who, Level level, String siteId, Supplier<List<String>> cameras) {
        return cameras.get().stream().filter(camera -> may(who, level, camera)).findFirst();
    }

    /** These will be asked about at once: whoever reads the database for them may do so in one go. */
    default void expect(Collection<String> cameraIds) {}
}
