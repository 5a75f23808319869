package vn.toancanh.ui.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.TileReading;
import vn.toancanh.live.Delivery;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.shell.WallPart;
import vn.toancanh.wall.GridShape;

/** A wall that remembers what it was asked and shows bare tiles. */
public final class FakeWall implements WallPart {
    /** Whether there is a head to be steered. */
    public boolean heads = true;

    private final List<Runnable> listeners = new ArrayList<>();
    private final List<CameraId> cameras = new ArrayList<>();
    private GridShape shape;
    private @Nullable GridPane shown;

    public FakeWall(int side) {
        this.shape = GridShape.uniform(side, side);
    }

    @Override
    public boolean hasHeads() {
        return heads;
    }

    @Override
    public Node node(Texts texts) {
        GridPane tiles = new GridPane(1, 1);
        tiles.setFocusTraversable(true);
        shown = tiles;
        fill();
        return tiles;
    }

    private void fill() {
        GridPane tiles = shown;
        if (tiles == null) {
            return;
        }
        tiles.getChildren().clear();
        tiles.getColumnConstraints().clear();
        tiles.getRowConstraints().clear();
        for (int i = 0; i < shape.grid().columns(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / shape.grid().columns());
            tiles.getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / shape.grid().columns());
            tiles.getRowConstraints().add(row);
        }
        for (int i = 0; i < shape.grid().columns() * shape.grid().rows(); i++) {
            Label number = new Label(i < cameras.size() ? cameras.get(i).value() : String.valueOf(i + 1));
            number.setStyle("-fx-text-fill: -tc-faint; -fx-font-size: 20px;");
            StackPane tile = new StackPane(number);
            tile.setId("tile-" + (i + 1));
            tile.setStyle("-fx-background-color: -tc-picture-ground;");
            tile.setMinSize(0, 0);
            tiles.add(tile, i % shape.grid().columns(), i / shape.grid().columns());
        }
    }

    @Override
    public String layoutName() {
        return "Trung tâm – nút giao";
    }

    @Override
    public boolean unsaved() {
        return !cameras.isEmpty();
    }

    @Override
    public Optional<GridShape> shape() {
        return Optional.of(shape);
    }

    @Override
    public void shape(GridShape other) {
        shape = other;
        changed();
    }

    @Override
    public Optional<TileReading> selected() {
        return cameras.isEmpty()
                ? Optional.empty()
                : Optional.of(new TileReading(
                        1,
                        cameras.getFirst(),
                        TileState.LIVE,
                        new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 512, 30),
                        new StreamStatistics(
                                Codec.H264,
                                640,
                                360,
                                512,
                                4321,
                                4300,
                                3,
                                2.4,
                                0,
                                new Delivery(MediaTransport.TLS, 2, 15, 14.9, null, false, false)),
                        14.8,
                        new PictureAge(820, true),
                        List.of()));
    }

    @Override
    public Map<CameraId, Integer> cameras() {
        Map<CameraId, Integer> tiles = new LinkedHashMap<>();
        cameras.forEach(camera -> tiles.putIfAbsent(camera, tiles.size() + 1));
        return tiles;
    }

    @Override
    public void put(List<CameraId> more) {
        cameras.addAll(more);
        changed();
    }

    @Override
    public void expect(CameraId camera) {
        // Nothing is received here.
    }

    @Override
    public boolean stepBack() {
        return false;
    }

    private void changed() {
        fill();
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public Handle onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
