package vn.toancanh.ui.testing;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.FreshPreferences;
import vn.toancanh.desk.PaletteDesk;
import vn.toancanh.desk.RecentChoices;
import vn.toancanh.desk.SalvoDesk;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.shell.GridWallPart;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** A real wall over the cameras of a catalogue, whose streams are asked for and never come. DESK lane. */
public final class OpeningWall implements Handle {
    public final LiveWall live;
    public final WallDesk desk;
    public final CallUpDesk callUp;
    public final GridWallPart part;

    public OpeningWall(Lane lane, Catalogue catalogue, int side) {
        live = new LiveWall(new LiveParts(
                lane,
                Clock.SYSTEM,
                (wishes, answers) -> {},
                (request, listener) -> {
                    throw new IllegalStateException("nothing is ever granted");
                },
                id -> catalogue.snapshot().camera(id),
                new Random(1),
                true));
        desk = new WallDesk(lane, live, new Forgetful(), GridShape.uniform(side, side));
        callUp = new CallUpDesk(
                lane, catalogue::snapshot, () -> List.of(desk), wall -> true, new SalvoDesk(FreshPreferences.on(lane)));
        part = new GridWallPart(
                desk,
                callUp,
                new PaletteDesk(catalogue, new NoLayouts(), callUp, new RecentChoices(FreshPreferences.on(lane))),
                TileMarks.NONE,
                lane,
                Clock.SYSTEM,
                tile -> 0);
    }

    /** Calls up by number; {@code =} is Enter. */
    void type(String keys) {
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (key == '=') {
                callUp.enter(desk);
            } else {
                callUp.type(desk, key);
            }
        }
    }

    @Override
    public void close() {
        part.close();
        callUp.close();
        desk.close();
        live.close();
    }

    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }
}
