package vn.toancanh.live;

import java.lang.reflect.Field;

/** Brings a tile into a state by force, for pictures of states that nothing leads to in a test. Lane: DESK. */
public final class StateForced {
    private StateForced() {}

    /** The tile says that it is in that state until its pictures are looked at again. */
    public static void on(LiveWall wall, int tile, TileState state) {
        LiveTile forced = wall.tiles().get(tile);
        try {
            Field machine = LiveTile.class.getDeclaredField("machine");
            machine.setAccessible(true);
            ((TileMachine) machine.get(forced)).throughOpening(state);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
        wall.changed(forced);
    }
}
