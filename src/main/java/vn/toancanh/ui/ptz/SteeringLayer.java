package vn.toancanh.ui.ptz;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.PictureAge;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.wall.WallState;

/**
 * What lies over the tile of a wall whose head is steered, and its keys. Nothing is there, and nothing of it is in the way, while none
 * is. A window that is left, and a keyboard that goes elsewhere, let go. FX thread.
 */
public final class SteeringLayer extends Pane {
    /** What the keys do, for the list of keys. */
    public static final List<KeyHint> KEYS = SteeringKeys.HINTS;

    private static final Duration LOOK = Duration.ofMillis(500);

    private final SteerDesk steer;
    private final WallDesk wall;
    private final IntFunction<Bounds> places;
    private final IntFunction<Optional<PictureAge>> ages;
    private final Lane lane;
    private final Texts texts;
    private final Node over;
    private final SteeringField field;
    private final SteeringStrip strip;
    private final SteeringKeys keys;
    private final PresetPanel presets;
    private final EquipmentPanel equipment;
    /** Which of them is open; only one is, to leave room for the picture. */
    private @Nullable Region opened;

    private final ChangeListener<Boolean> active = (any, before, now) -> letGo();
    private final ChangeListener<Node> owner = (any, before, now) -> keyboardIsAt(now);
    private final ChangeListener<Window> windows = (any, before, now) -> follow(before, now);
    private Handle following = Handle.NONE;
    private Handle looking = Handle.NONE;
    /** Whose picture's age was looked at last. */
    private int lookedAt = WallState.NONE;

    /**
     * @param places where a tile is, in this layer's coordinates
     * @param spots what is seen where, in the same
     * @param over what the keyboard must be in; it is brought back there
     */
    public SteeringLayer(
            SteerDesk steer,
            WallDesk wall,
            IntFunction<Bounds> places,
            Spots spots,
            Texts texts,
            Lane lane,
            Node over) {
        this(steer, wall, places, spots, tile -> age(wall, tile), texts, lane, over);
    }

    /** @param ages how old a tile's picture is; empty where nobody knows */
    SteeringLayer(
            SteerDesk steer,
            WallDesk wall,
            IntFunction<Bounds> places,
            Spots spots,
            IntFunction<Optional<PictureAge>> ages,
            Texts texts,
            Lane lane,
            Node over) {
        this.steer = steer;
        this.wall = wall;
        this.places = places;
        this.ages = ages;
        this.lane = lane;
        this.texts = texts;
        this.over = over;
        this.field = new SteeringField(steer, lane, (x, y) -> spot(spots, x, y));
        this.strip = new SteeringStrip(steer, texts, this::togglePresets, this::toggleEquipment, over::requestFocus);
        this.presets = new PresetPanel(steer.places(), texts, this::togglePresets, over::requestFocus);
        this.equipment = new EquipmentPanel(steer, texts, this::toggleEquipment);
        this.keys = new SteeringKeys(steer, wall, over);
        getStyleClass().add("tc-steering");
        getStylesheets().add(Theme.sheet(SteeringLayer.class, "ptz.css"));
        setPickOnBounds(false);
        getChildren().setAll(field, strip, presets, equipment);
        show();
        sceneProperty().addListener((any, before, now) -> follow(before, now));
    }

    private void follow(@Nullable Scene before, @Nullable Scene now) {
        following.close();
        following = now == null ? Handle.NONE : steer.onChange(this::show);
        looking.close();
        looking = now == null ? Handle.NONE : lane.every(LOOK, this::lookAtAge);
        if (before != null) {
            before.windowProperty().removeListener(windows);
            before.focusOwnerProperty().removeListener(owner);
            follow(before.getWindow(), null);
            letGo();
        }
        if (now != null) {
            now.windowProperty().addListener(windows);
            now.focusOwnerProperty().addListener(owner);
            follow(null, now.getWindow());
        }
        show();
    }

    private void follow(@Nullable Window before, @Nullable Window now) {
        if (before != null) {
            before.focusedProperty().removeListener(active);
        }
        if (now != null) {
            now.focusedProperty().addListener(active);
        }
    }

    private void keyboardIsAt(@Nullable Node now) {
        boolean inside = false;
        for (Node at = now; at != null; at = at.getParent()) {
            inside |= at.equals(over);
        }
        if (!inside) {
            keys.letGo();
        }
    }

    private Optional<Point2D> spot(Spots spots, double x, double y) {
        int tile = steer.tile(wall);
        return tile < 0 ? Optional.empty() : spots.at(tile, field.getLayoutX() + x, field.getLayoutY() + y);
    }

    private boolean isOn() {
        return steer.tile(wall) >= 0;
    }

    private void letGo() {
        keys.letGo();
        field.letGo();
        equipment.letGo();
        if (isOn()) {
            steer.letGo();
        }
    }

    private void show() {
        boolean on = isOn() && getScene() != null;
        if (!on && field.isVisible()) {
            keys.letGo();
            field.letGo();
        }
        if (!on) {
            opened = null;
        }
        field.setVisible(on);
        strip.setVisible(on);
        boolean open = presets.equals(opened) && steer.places().offered();
        if (!open) {
            presets.closeQuestion();
        }
        presets.setVisible(open);
        boolean lens = equipment.equals(opened) && !steer.equipment().known().isEmpty();
        if (!lens) {
            equipment.letGo();
        }
        equipment.setVisible(lens);
        if (on) {
            strip.show();
            presets.show();
            equipment.show();
            requestLayout();
        }
    }

    private static Optional<PictureAge> age(WallDesk wall, int tile) {
        List<LiveTile> tiles = wall.live().tiles();
        return tile < tiles.size() ? tiles.get(tile).age() : Optional.empty();
    }

    private void lookAtAge() {
        int tile = steer.tile(wall);
        if (tile != lookedAt) {
            lookedAt = tile;
            strip.forgetAge();
            requestLayout();
        }
        if (tile >= 0 && strip.tell(ages.apply(tile))) {
            strip.show();
            requestLayout();
        }
    }

    private void togglePresets() {
        toggle(presets);
    }

    private void toggleEquipment() {
        toggle(equipment);
    }

    private void toggle(Region panel) {
        opened = panel.equals(opened) ? null : panel;
        show();
        over.requestFocus();
    }

    /** True where digits are the number of a preset, and call no camera up. */
    public boolean takesDigits() {
        return isOn() && steer.places().offered();
    }

    @Override
    protected void layoutChildren() {
        if (!isOn()) {
            return;
        }
        Bounds place = places.apply(steer.tile(wall));
        field.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        double needed = Math.ceil(strip.prefHeight(StripPlace.width(place, getWidth())));
        Bounds at = StripPlace.of(place, getWidth(), getHeight(), needed);
        strip.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        for (Region panel : List.of(presets, equipment)) {
            Bounds side = PanelPlace.of(place, at, getWidth(), getHeight(), panel.prefHeight(PanelPlace.WIDTH));
            panel.resizeRelocate(side.getMinX(), side.getMinY(), side.getWidth(), side.getHeight());
        }
    }

    /** The line of a tile's menu; none where there is no head to be steered. */
    public List<MenuItem> lines(int tile) {
        if (steer.steerable(wall, tile).isEmpty()) {
            return List.of();
        }
        MenuItem line = new MenuItem(texts.get(steer.tile(wall) == tile ? "ptz.steerEnd" : "ptz.steer"));
        line.setAccelerator(new KeyCodeCombination(KeyCode.P));
        line.setOnAction(event -> steer.toggle(wall, tile));
        return List.of(new SeparatorMenuItem(), line);
    }

    /** What can be done with the head of the selected tile, for the command palette. */
    public List<PaletteAction> actions() {
        int selected = wall.wall().selected();
        if (steer.steerable(wall, selected).isEmpty()) {
            return List.of();
        }
        PaletteAction toggle = new PaletteAction(
                "ptz.steer", texts.get(isOn() ? "ptz.steerEnd" : "ptz.steer"), "P", () -> steer.toggle(wall, selected));
        return isOn()
                ? List.of(
                        toggle,
                        new PaletteAction(
                                "ptz.home",
                                texts.get("ptz.home"),
                                "Home",
                                steer::home,
                                () -> steer.places().hasHome()),
                        new PaletteAction("ptz.stop", texts.get("ptz.stop"), "End", steer::stop),
                        new PaletteAction(
                                "ptz.presets", texts.get("ptz.presets"), "", this::togglePresets, this::takesDigits),
                        new PaletteAction(
                                "ptz.equipment",
                                texts.get("ptz.equipment"),
                                "",
                                this::toggleEquipment,
                                () -> !steer.equipment().known().isEmpty()))
                : List.of(toggle);
    }
}
