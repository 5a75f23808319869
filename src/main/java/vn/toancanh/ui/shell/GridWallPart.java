package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.EditMode;
import vn.toancanh.desk.Glimpse;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.PaletteDesk;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.TileReading;
import vn.toancanh.desk.WallChanges;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.desk.WallNode;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.grid.GridView;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.layouts.LayoutsModel;
import vn.toancanh.ui.ptz.SteeringLayer;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

/** The wall of the main window: a grid of tiles over a wall desk. */
public final class GridWallPart implements WallPart, Handle {
    private final WallDesk desk;
    private final CallUpDesk callUp;
    private final PaletteDesk palette;
    private final TileMarks marks;
    private final Lane lane;
    private final Clock clock;
    private final ToDoubleFunction<LiveTile> presentedFps;
    private @Nullable LayoutsModel layouts;
    private @Nullable SteerDesk steer;
    private @Nullable SteeringLayer steering;
    private @Nullable GridView view;
    private Supplier<List<PaletteAction>> offered = List::of;
    private Supplier<List<PaletteAction>> told = List::of;
    private Runnable salvosShown = () -> {};
    private Runnable opens = () -> {};
    private Runnable closes = () -> {};
    private BiConsumer<CallUpWall, Texts> plates = (whole, texts) -> {};

    /**
     * Shows nothing yet.
     *
     * @param marks what is to be said of alarms on tiles
     * @param presentedFps pictures of a tile that came to the screen over the last second
     */
    public GridWallPart(
            WallDesk desk,
            CallUpDesk callUp,
            PaletteDesk palette,
            TileMarks marks,
            Lane lane,
            Clock clock,
            ToDoubleFunction<LiveTile> presentedFps) {
        this.desk = desk;
        this.callUp = callUp;
        this.palette = palette;
        this.marks = marks;
        this.lane = lane;
        this.clock = clock;
        this.presentedFps = presentedFps;
    }

    /** From now on layouts can be saved and listed from here. */
    public void layouts(LayoutsModel model) {
        layouts = model;
    }

    /** From the next {@link #node} on heads can be steered on it. */
    public void steer(SteerDesk hands) {
        steer = hands;
    }

    @Override
    public boolean hasHeads() {
        SteerDesk hands = steer;
        return hands != null && hands.offered();
    }

    @Override
    public Optional<WallLayouts> layouts() {
        return Optional.ofNullable(layouts).map(model -> new WallLayouts(model, desk));
    }

    @Override
    public Node node(Texts texts) {
        close();
        GridView made = new GridView(desk, marks, texts, Theme.NIGHT.palette(), lane, clock);
        SalvoEditor editor = new SalvoEditor(desk, callUp, texts);
        salvosShown = () -> editor.show(made);
        SalvoMenu salvos = new SalvoMenu(desk, callUp, texts, salvosShown);
        view = made;
        Supplier<PalettePane> pane = () -> new PalettePane(palette, desk, texts, () -> actions(texts));
        CallUpWall whole =
                new CallUpWall(made, callUp, desk, texts, pane, () -> steering != null && steering.takesDigits());
        layouts().ifPresent(each -> {
            new LayoutKeys(each, whole);
            EditMode editing = each.model().desk().editing();
            whole.add(new EditPlate(texts, editing, desk.changes(), lane), Pos.BOTTOM_LEFT);
        });
        SteerDesk hands = steer;
        SteeringLayer layer =
                hands == null ? null : new SteeringLayer(hands, desk, made::tile, made::spot, texts, lane, whole);
        steering = layer;
        if (layer != null) {
            whole.add(layer, Pos.TOP_LEFT);
        }
        made.offer(tile -> Stream.concat(
                        salvos.lines().stream(), layer == null ? Stream.empty() : layer.lines(tile).stream())
                .toList());
        opens = whole::togglePalette;
        closes = whole::closePalette;
        plates.accept(whole, texts);
        return whole;
    }

    /** Says on it, from the next {@link #node} on, what somebody elsewhere has put there, and what he says. */
    public void follow(WallNode node, int window) {
        plates = (whole, texts) -> {
            whole.add(new NumberCard(texts, node.signs(), window), Pos.CENTER);
            MessagePlate message = new MessagePlate(texts, node.signs(), window);
            ControlPlate control = new ControlPlate(texts, node, window);
            whole.add(message, Pos.TOP_CENTER);
            whole.add(control, Pos.TOP_CENTER);
            told = () -> Stream.concat(control.actions().stream(), message.actions().stream())
                    .toList();
        };
    }

    private List<PaletteAction> actions(Texts texts) {
        List<PaletteAction> all = new ArrayList<>(told.get());
        all.addAll(WallActions.of(desk, texts));
        all.add(new PaletteAction("shell.salvosEdit", texts.get("shell.salvosEdit"), "", salvosShown));
        if (steering != null) {
            all.addAll(steering.actions());
        }
        layouts().ifPresent(each -> all.addAll(LayoutKeys.actions(each, texts)));
        offered.get().stream().filter(each -> each.there().getAsBoolean()).forEach(all::add);
        return all;
    }

    @Override
    public void offer(Supplier<List<PaletteAction>> actions) {
        offered = actions;
    }

    @Override
    public void togglePalette() {
        opens.run();
    }

    @Override
    public void closePalette() {
        closes.run();
    }

    /** The grid on show; empty until {@link #node} was asked for. */
    public Optional<GridView> view() {
        return Optional.ofNullable(view);
    }

    @Override
    public String layoutName() {
        return desk.wall().layout().name();
    }

    @Override
    public boolean unsaved() {
        return layouts != null && layouts.desk().standing(desk) == LayoutDesk.Standing.CHANGED;
    }

    @Override
    public Optional<GridShape> shape() {
        return GridShape.of(desk.wall().layout());
    }

    @Override
    public void shape(GridShape shape) {
        desk.changeShape(shape);
    }

    @Override
    public Optional<TileReading> selected() {
        WallState wall = desk.wall();
        int place = wall.selected() == WallState.NONE ? wall.enlarged() : wall.selected();
        if (!wall.has(place)
                || place >= desk.live().tiles().size()
                || !(desk.content(place) instanceof CellContent.OfCamera shown)) {
            return Optional.empty();
        }
        LiveTile tile = desk.live().tiles().get(place);
        return Optional.of(new TileReading(
                place + 1,
                shown.camera(),
                tile.state(),
                tile.stream().orElse(null),
                tile.statistics().orElse(null),
                presentedFps.applyAsDouble(tile),
                tile.age().orElse(null),
                tile.why()));
    }

    @Override
    public Map<CameraId, Integer> cameras() {
        Map<CameraId, Integer> tiles = new LinkedHashMap<>();
        for (int place = 0; place < desk.wall().tiles(); place++) {
            if (desk.content(place) instanceof CellContent.OfCamera shown) {
                tiles.putIfAbsent(shown.camera(), place + 1);
            }
        }
        return tiles;
    }

    @Override
    public Optional<Glimpse> glimpse(CameraId camera) {
        return Glimpse.of(camera, desk.live());
    }

    @Override
    public void put(List<CameraId> cameras) {
        desk.showTogether(cameras);
    }

    @Override
    public void rotate(List<CameraId> cameras) {
        desk.chosen().rotate(cameras);
    }

    @Override
    public void expect(CameraId camera) {
        desk.expect(camera);
    }

    @Override
    public Optional<WallChanges> changes() {
        return Optional.of(desk.changes());
    }

    @Override
    public boolean stepBack() {
        if (desk.wall().enlarged() == WallState.NONE) {
            return false;
        }
        desk.backFromEnlarged();
        return true;
    }

    @Override
    public Handle onChange(Runnable changed) {
        Handle wall = desk.onChange(any -> changed.run());
        Handle live = desk.live().onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {
                changed.run();
            }

            @Override
            public void changed(LiveTile tile) {
                changed.run();
            }
        });
        Handle saved = layouts == null ? Handle.NONE : layouts.desk().onChange(changed);
        return () -> {
            wall.close();
            live.close();
            saved.close();
        };
    }

    /** Gives up the grid on show; the wall behind it goes on. */
    @Override
    public void close() {
        GridView before = view;
        view = null;
        if (before != null) {
            before.close();
        }
    }
}
