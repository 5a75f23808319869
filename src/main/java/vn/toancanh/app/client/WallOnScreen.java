package vn.toancanh.app.client;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.desk.NoteShown;
import vn.toancanh.desk.ReadWalls;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.desk.WallReading;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.ui.shell.AtHand;
import vn.toancanh.ui.shell.GridWallPart;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** The wall of one window: its tiles, what is done with them, their view, and what is measured of them. Lane: DESK. */
final class WallOnScreen implements Handle {
    private static final GridShape FIRST_SHAPE = GridShape.uniform(3, 3);

    private final LiveWall live;
    private final WallDesk desk;
    private final GridWallPart part;
    private final TileMeter meter;
    private final ReadWalls counts;
    private final NoteShown shown;
    private final Handle arrangements;
    private boolean seen = true;

    /** That part of each of these walls, asked anew each time. */
    static <T> Supplier<List<T>> each(List<WallOnScreen> walls, Function<WallOnScreen, T> part) {
        return () -> walls.stream().map(part).toList();
    }

    /**
     * @param callUp what all walls share
     * @param marks brings alarms to the wall and gives what is to be said at its tiles
     */
    WallOnScreen(
            LiveWall live,
            WallMemory memory,
            CallingUp callUp,
            Lane lane,
            Clock clock,
            DeedLog deeds,
            Function<WallDesk, TileMarks> marks) {
        this.live = live;
        this.desk = new WallDesk(lane, live, memory, callUp.rotation(), FIRST_SHAPE);
        callUp.hotspots().join(desk);
        this.part = new GridWallPart(
                desk, callUp.numbers(), callUp.palette(), marks.apply(desk), lane, clock, this::presentedFps);
        this.meter = new TileMeter(live, this::presented, lane, clock);
        this.counts = new ReadWalls(() -> List.of(live), clock);
        this.shown = new NoteShown(lane, clock, live, deeds);
        this.arrangements = live.onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {
                restUnseen();
            }

            @Override
            public void changed(LiveTile tile) {
                // whether it is seen is the window's
            }
        });
    }

    /** False where that one of these walls cannot be seen. */
    static boolean seen(List<WallOnScreen> walls, WallDesk wall) {
        return walls.stream().filter(each -> each.desk.equals(wall)).allMatch(WallOnScreen::seen);
    }

    /** False while its window is nowhere, because its monitor is away. */
    boolean seen() {
        return seen;
    }

    /** True where its window has the keyboard, and what hands do means its tiles and no form over them. */
    boolean atHand() {
        return part.view().filter(AtHand::is).isPresent();
    }

    /** Its window gets the keyboard, where the system gives it. */
    void takeKeyboard() {
        part.view().map(Node::getScene).map(Scene::getWindow).ifPresent(Window::requestFocus);
    }

    /** What is put on a wall whose window never was anywhere rests as well; one that has a place says itself what is seen of it. */
    void see(boolean now) {
        seen = now;
        restUnseen();
    }

    private void restUnseen() {
        if (!seen) {
            live.tiles().forEach(tile -> live.see(tile.index(), false));
        }
    }

    LiveWall live() {
        return live;
    }

    WallDesk desk() {
        return desk;
    }

    GridWallPart part() {
        return part;
    }

    NoteShown shown() {
        return shown;
    }

    TileMeter meter() {
        return meter;
    }

    /** Tells the counts of this window's tiles now and after every change until the handle is closed. */
    Handle onReading(Consumer<WallReading> listener) {
        listener.accept(counts.get());
        return part.onChange(() -> listener.accept(counts.get()));
    }

    private double presentedFps(LiveTile tile) {
        return meter.fps(tile);
    }

    private long presented(LiveTile tile) {
        return part.view().map(view -> view.presented(tile.index())).orElse(0L);
    }

    /** Where a tile's picture is on the desktop, device pixels; empty where there is none to be seen. */
    Rectangle2D place(LiveTile tile) {
        return part.view().map(view -> view.picture(tile.index())).orElse(Rectangle2D.EMPTY);
    }

    @Override
    public void close() {
        arrangements.close();
        part.close();
        meter.close();
        shown.close();
        desk.close();
        live.close();
    }
}
