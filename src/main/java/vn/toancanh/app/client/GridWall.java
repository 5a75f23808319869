package vn.toancanh.app.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.TileReading;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.desk.WallReading;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.ui.grid.GridView;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.shell.WallPart;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

/** The wall of one window: its tiles, its view, and what the window around it asks of them. Lane: DESK. */
final class GridWall implements WallPart, Handle {
    private final LiveWall live;
    private final WallDesk desk;
    private final Lane lane;
    private final Clock clock;
    private final TileMeter meter;
    private @Nullable GridView view;

    GridWall(LiveWall live, WallDesk desk, Lane lane, Clock clock) {
        this.live = live;
        this.desk = desk;
        this.lane = lane;
        this.clock = clock;
        this.meter = new TileMeter(live, this::shown, lane, clock);
    }

    WallDesk desk() {
        return desk;
    }

    LiveWall live() {
        return live;
    }

    TileMeter meter() {
        return meter;
    }

    private long shown(LiveTile tile) {
        return view == null ? 0 : view.presented(tile.index());
    }

    WallReading reading() {
        return Readings.of(live, meter.lostPerSecond());
    }

    /** Tells the counts now and after every change until the handle is closed. */
    Handle onReading(Consumer<WallReading> listener) {
        listener.accept(reading());
        return onChange(() -> listener.accept(reading()));
    }

    @Override
    public Node node(Texts texts) {
        if (view != null) {
            view.close();
        }
        GridView made = new GridView(desk, texts, Theme.NIGHT.palette(), lane, clock);
        view = made;
        return made;
    }

    @Override
    public String layoutName() {
        return desk.wall().layout().name();
    }

    @Override
    public boolean unsaved() {
        return false;
    }

    @Override
    public Optional<Grid> shape() {
        return GridShape.of(desk.wall().layout()).map(GridShape::grid);
    }

    @Override
    public void shape(Grid shape) {
        desk.changeShape(GridShape.uniform(shape.columns(), shape.rows()));
    }

    @Override
    public Optional<TileReading> selected() {
        int tile = desk.wall().selected();
        List<LiveTile> tiles = live.tiles();
        return tile == WallState.NONE || tile >= tiles.size() ? Optional.empty() : Readings.of(tiles.get(tile));
    }

    @Override
    public Map<CameraId, Integer> cameras() {
        Map<CameraId, Integer> standing = new LinkedHashMap<>();
        WallState wall = desk.wall();
        for (int tile = 0; tile < wall.tiles(); tile++) {
            if (wall.content(tile) instanceof CellContent.OfCamera shown) {
                standing.putIfAbsent(shown.camera(), tile + 1);
            }
        }
        return standing;
    }

    @Override
    public void put(List<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return;
        }
        desk.showCameraWhereItFits(cameras.get(0));
        List<CameraId> others = new ArrayList<>(cameras.subList(1, cameras.size()));
        WallState wall = desk.wall();
        for (int tile = 0; tile < wall.tiles() && !others.isEmpty(); tile++) {
            if (wall.content(tile) instanceof CellContent.Empty) {
                desk.showCamera(tile, others.removeFirst());
            }
        }
    }

    @Override
    public boolean stepBack() {
        if (desk.wall().enlarged() != WallState.NONE) {
            desk.backFromEnlarged();
            return true;
        }
        if (desk.wall().selected() != WallState.NONE) {
            desk.selectTile(WallState.NONE);
            return true;
        }
        return false;
    }

    @Override
    public Handle onChange(Runnable changed) {
        Handle walls = desk.onChange(wall -> changed.run());
        Handle tiles = live.onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {
                changed.run();
            }

            @Override
            public void changed(LiveTile tile) {
                changed.run();
            }
        });
        return () -> {
            walls.close();
            tiles.close();
        };
    }

    /** Stops painting; the tiles go on until {@link #close()}. */
    void closeView() {
        if (view != null) {
            view.close();
        }
    }

    @Override
    public void close() {
        closeView();
        meter.close();
        desk.close();
        live.close();
    }
}
