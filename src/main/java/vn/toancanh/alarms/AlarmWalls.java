package vn.toancanh.alarms;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.model.CameraId;

/** The port to the tiles of all windows, which alarms may have for a while. Lane: DESK. */
public interface AlarmWalls {
    /** Why a tile was taken from an alarm. */
    enum Gone {
        /** A person cleared it, put something else there, or keeps the camera for good. */
        BY_HAND,
        /** Another layout has no place for it. */
        NO_ROOM
    }

    /**
     * A tile as it is now.
     *
     * @param window from 0
     * @param place from 0
     * @param camera what stands there, an alarm's camera too; empty where nothing does
     * @param untouched false while a person works at it: it is selected, enlarged, behind an enlarged one, or held
     * @param loan what it was lent by; 0 where it is not lent
     */
    record Tile(int window, int place, Optional<CameraId> camera, boolean untouched, long loan) {}

    /** All tiles, window by window. */
    List<Tile> now();

    /**
     * Shows a camera there until {@link #giveBack}, in place of what is lent there.
     *
     * @param gone told once where it is taken away before
     * @return by what to give it back; 0 where the tile is not there any more
     */
    long lend(Tile tile, CameraId camera, Consumer<Gone> gone);

    /** Shows again what people and layouts have put there. */
    void giveBack(long loan);

    /** Has what stood in lent tiles received, so that it is back at once. */
    void keepWarm();

    /** Tells of every change of what stands where and of what people work at, until the handle is closed. */
    Handle onChange(Runnable changed);
}
