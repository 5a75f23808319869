package vn.toancanh.live;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;

/**
 * What a live wall is made from.
 *
 * @param desk the lane everything here runs on
 * @param cameras looks a camera up; called on DESK
 * @param random spreads the waits of reconnecting tiles
 * @param commons shared by the walls of all windows
 * @param barred true for a camera of which this window shows no picture, whoever puts it there
 * @param strict true in tests: a tile that takes an illegal step throws; otherwise it is logged and shows FAILED
 */
public record LiveParts(
        Lane desk,
        Clock clock,
        StreamGrants grants,
        Players players,
        Function<CameraId, Optional<Camera>> cameras,
        RandomGenerator random,
        LiveCommons commons,
        Predicate<CameraId> barred,
        boolean strict) {
    /** Where every camera may be shown. */
    public LiveParts(
            Lane desk,
            Clock clock,
            StreamGrants grants,
            Players players,
            Function<CameraId, Optional<Camera>> cameras,
            RandomGenerator random,
            LiveCommons commons,
            boolean strict) {
        this(desk, clock, grants, players, cameras, random, commons, camera -> false, strict);
    }

    /** For the only wall there is. */
    public LiveParts(
            Lane desk,
            Clock clock,
            StreamGrants grants,
            Players players,
            Function<CameraId, Optional<Camera>> cameras,
            RandomGenerator random,
            boolean strict) {
        this(desk, clock, grants, players, cameras, random, LiveCommons.on(desk, random), strict);
    }

    /** Of a camera as the server has it, as far as one knows; 0: nobody knows it. */
    long revision(CameraId id) {
        return cameras.apply(id).map(Camera::revision).orElse(0L);
    }

    /** A camera of which this window may show a picture; empty where it may not, or nobody knows it. */
    Optional<Camera> shown(CameraId id) {
        return barred.test(id) ? Optional.empty() : cameras.apply(id);
    }
}
