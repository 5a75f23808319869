package vn.toancanh.desk;

import java.util.Optional;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.base.Handle;

/** What is to be said of alarms at the tiles of one window, and what a person does about them. Lane: DESK. */
public interface TileMarks {
    /** A wall to which no alarm comes. */
    TileMarks NONE = new TileMarks() {
        @Override
        public Optional<AlarmTiles.Mark> at(int tile) {
            return Optional.empty();
        }

        @Override
        public void back(int tile) {}

        @Override
        public void keep(int tile) {}

        @Override
        public Handle onChange(Runnable changed) {
            return Handle.NONE;
        }
    };

    Optional<AlarmTiles.Mark> at(int tile);

    /** Brings back what stood there before the alarm. */
    void back(int tile);

    /** Lets the alarm's camera stay, as if a person had put it there. */
    void keep(int tile);

    /** Tells of every change but the passing of time, until the handle is closed. */
    Handle onChange(Runnable changed);

    /** Those of one window. */
    static TileMarks of(AlarmTiles tiles, AlarmsOnWalls walls, int window) {
        return new TileMarks() {
            @Override
            public Optional<AlarmTiles.Mark> at(int tile) {
                return tiles.mark(walls.tile(window, tile));
            }

            @Override
            public void back(int tile) {
                tiles.back(walls.tile(window, tile));
            }

            @Override
            public void keep(int tile) {
                walls.keep(window, tile);
            }

            @Override
            public Handle onChange(Runnable changed) {
                return tiles.onChange(changed);
            }
        };
    }
}
