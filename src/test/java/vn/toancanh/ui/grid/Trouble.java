package vn.toancanh.ui.grid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.live.Cause;
import vn.toancanh.live.StateForced;
import vn.toancanh.live.TileState;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.wall.GridShape;

/** A grid with a tile in every state there is, as each comes about in time. FX thread. */
final class Trouble {
    /** What stands in each tile, one after another; beyond these all tiles are live. */
    enum Case {
        LIVE(Phase.LIVE),
        FROZEN(Phase.FROZEN),
        RECONNECTING(Phase.RECONNECTING),
        LATE(Phase.LATE),
        UNCHANGED(Phase.UNCHANGED),
        BLACK(Phase.BLACK),
        OPENING(Phase.OPENING),
        NO_RIGHTS(Phase.NO_RIGHTS),
        EMPTY(Phase.EMPTY),
        REDUCED(Phase.REDUCED),
        PAUSED(Phase.PAUSED),
        QUARANTINED(Phase.QUARANTINED),
        UNSUPPORTED(Phase.UNSUPPORTED),
        FAILED(Phase.FAILED),
        /** It never had a picture, and the next attempt is under way. */
        NEVER_CONNECTED(Phase.RECONNECTING),
        UNKNOWN(Phase.FAILED);

        final Phase phase;

        Case(Phase phase) {
            this.phase = phase;
        }
    }

    final GridRig rig;
    final List<Case> cases = new ArrayList<>();
    private final ManualLane lane;

    /** @param first the case in the first tile; those after it follow */
    Trouble(Language language, int side, double width, double height, Case first) {
        ManualClock clock = new ManualClock();
        lane = new ManualLane(clock);
        rig = new GridRig(lane, clock, language, GridShape.uniform(side, side), width, height);
        for (int tile = 0; tile < side * side; tile++) {
            int at = List.of(Case.values()).indexOf(first) + tile;
            cases.add(at < Case.values().length ? List.of(Case.values()).get(at) : Case.LIVE);
        }
        rig.fill(cases.size());
        begin();
    }

    /** The pictures come first, then what befalls them: so there are old ones to be kept. */
    private void begin() {
        each(Case.EMPTY, tile -> rig.desk.clearTile(tile));
        each(Case.UNKNOWN, tile -> rig.desk.showCamera(tile, GridRig.id(950)));
        each(Case.NO_RIGHTS, tile -> rig.refused.put(GridRig.id(tile), Failure.Kind.FORBIDDEN));
        each(Case.NEVER_CONNECTED, tile -> rig.dying.put(GridRig.id(tile), Failure.Kind.UNREACHABLE));
        lane.advance(Duration.ofSeconds(6));
    }

    /** Goes on to the moment of which a picture is taken, once the first pictures were painted. */
    void befall() {
        each(Case.UNSUPPORTED, tile -> rig.player(tile).fail(Failure.Kind.UNSUPPORTED));
        each(Case.FAILED, tile -> rig.player(tile).fail(Failure.Kind.CREDENTIALS));
        each(Case.RECONNECTING, tile -> {
            rig.dying.put(GridRig.id(tile), Failure.Kind.UNREACHABLE);
            rig.player(tile).fail(Failure.Kind.UNREACHABLE);
        });
        each(Case.UNCHANGED, tile -> rig.player(tile).pictures.repeat());
        each(Case.FROZEN, tile -> rig.player(tile).pictures.stop());
        lane.advance(Duration.ofMillis(15_600));
        each(Case.LATE, tile -> rig.player(tile).pictures.stop());
        each(Case.OPENING, tile -> {
            rig.mute.add(GridRig.id(100 + tile));
            rig.desk.showCamera(tile, GridRig.id(100 + tile));
        });
        lane.advance(Duration.ofMillis(1_400));
        each(Case.BLACK, tile -> force(tile, TileState.of(Phase.BLACK)));
        each(Case.REDUCED, tile -> force(tile, TileState.of(Phase.REDUCED)));
        each(Case.PAUSED, tile -> force(tile, TileState.of(Phase.PAUSED, Cause.NO_RESOURCES)));
        each(Case.QUARANTINED, tile -> force(tile, TileState.of(Phase.QUARANTINED, Cause.BAD_STREAM)));
    }

    private void force(int tile, TileState state) {
        StateForced.on(rig.live, tile, state);
    }

    private void each(Case wanted, java.util.function.IntConsumer work) {
        for (int tile = 0; tile < cases.size(); tile++) {
            if (cases.get(tile) == wanted) {
                work.accept(tile);
            }
        }
    }

    Phase phase(int tile) {
        return rig.live.tiles().get(tile).state().phase();
    }
}
