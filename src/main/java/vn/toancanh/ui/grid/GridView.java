package vn.toancanh.ui.grid;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.MenuItem;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.TileScreen;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.kit.Palette;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.WallState;

/**
 * The grid of tiles of one window. All pictures, headers and hatchings are one image, painted once a pulse at the window's
 * own pixels; above it lie the frames and words of tiles that need them. FX thread.
 */
public final class GridView extends Region implements Handle {
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    private final WallDesk desk;
    private final Texts texts;
    private final Palette palette;
    private final Clock clock;
    private final ImageView view = new ImageView();
    private final List<TileNode> nodes = new ArrayList<>();
    private final GridFocus focus;
    private final TileHands hands;
    private final ZoomHands zoom;
    private final PictureAsk asks;
    private final TileMenu menu;
    private final TileAlarms alarms;
    private final BeatPeriod period = new BeatPeriod();
    private final RenderPulse pulse;
    private final List<Handle> handles = new ArrayList<>();
    private List<LiveTile> tiles = List.of();
    private @Nullable WallPainter painter;
    private long pulsesBefore;
    private boolean windowSeen = true;

    /**
     * Follows the wall until it is closed.
     *
     * @param marks what is to be said of alarms
     * @param lane the FX lane; the clocks on the tiles tick on it
     */
    public GridView(WallDesk desk, TileMarks marks, Texts texts, Palette palette, Lane lane, Clock clock) {
        this.desk = desk;
        this.texts = texts;
        this.palette = palette;
        this.clock = clock;
        this.focus = new GridFocus(this, desk, nodes);
        RubberBand band = new RubberBand(this, desk, nodes);
        this.zoom = new ZoomHands(desk, this::place, this::arrange);
        this.asks = new PictureAsk(desk, zoom);
        this.hands = new TileHands(desk, band, zoom, focus::mouse);
        this.alarms = new TileAlarms(marks, texts, clock, nodes);
        CarouselHold hold = new CarouselHold(desk, marks, zoom, clock, nodes);
        addEventFilter(MouseEvent.ANY, hold::seen);
        this.menu = new TileMenu(desk, alarms, zoom, texts);
        this.pulse = new RenderPulse(now -> period.at(now, painter != null && painter.isBehind(), tiles), this::beat);
        getStyleClass().add("grid");
        getStylesheets().add(Theme.sheet(GridView.class, "grid.css"));
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(texts.get("grid.name"));
        setFocusTraversable(true);
        view.setSmooth(false);
        view.setMouseTransparent(true);
        getChildren().addAll(view, band);
        GridKeys keys =
                new GridKeys(desk, alarms, zoom, this::menu, tile -> menu.explain(nodes.get(tile), tiles.get(tile)));
        setOnKeyPressed(event -> {
            keys.pressed(event);
            focus.key();
        });
        setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger() && desk.wall().selected() != WallState.NONE) {
                menu(desk.wall().selected());
            }
        });
        handles.add(desk.onChange(wall -> arrange()));
        handles.add(WindowSeen.follow(this, seen -> {
            windowSeen = seen;
            arrange();
        }));
        handles.add(desk.live().onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {
                follow();
            }

            @Override
            public void changed(LiveTile tile) {
                WallPainter now = painter;
                if (now != null && tile.index() < tiles.size() && desk.wall().tiles() == tiles.size()) {
                    asks.ask(tile, now);
                }
                caption(tile);
            }
        }));
        handles.add(desk.live().paintedBy(this::brought));
        handles.add(lane.every(CLOCKS, this::tick));
        handles.add(marks.onChange(alarms::show));
        follow();
        pulse.start();
    }

    /** Further lines of a tile's menu, made anew whenever it opens. */
    public void offer(IntFunction<List<MenuItem>> lines) {
        menu.offer(lines);
    }

    /** How often a picture of the wall was painted so far. */
    public long pulses() {
        return pulsesBefore + (painter == null ? 0 : painter.pulses());
    }

    /** How many different pictures of a tile were brought to the screen since the window got its present size. */
    public long presented(int tile) {
        return painter == null ? 0 : painter.presented(tile);
    }

    /** Where a tile's picture is on the desktop, without bars, device pixels; empty where there is none to be seen. */
    public Rectangle2D picture(int tile) {
        PixelRect rect = painter == null ? PixelRect.NONE : painter.picture(tile);
        Point2D corner = localToScreen(0, 0);
        if (rect.isEmpty() || corner == null) {
            return Rectangle2D.EMPTY;
        }
        double scale = scale();
        return rect.at(Math.round(corner.getX() * scale), Math.round(corner.getY() * scale));
    }

    /** Where a tile is, in this view's coordinates. */
    public Bounds tile(int tile) {
        return nodes.get(tile).getBoundsInParent();
    }

    /** Which place of a camera's own picture is seen there in this view, from -1 to 1 each, to the right and up; empty where none is. */
    public Optional<Point2D> spot(int tile, double x, double y) {
        return zoom.spot(tile, painter == null ? PixelRect.NONE : painter.picture(tile), x * scale(), y * scale());
    }

    private long brought(LiveTile tile) {
        WallPainter now = painter;
        int index = tile.index();
        boolean here = index < tiles.size() && tiles.get(index).equals(tile) && WindowSeen.isOnScreen(this);
        return now == null || !here ? TileScreen.NOT_SEEN : now.brought(index);
    }

    private PixelRect place(int tile) {
        return painter == null ? PixelRect.NONE : painter.rect(tile);
    }

    /** By the keyboard: below the tile's header, since there is no pointer. */
    private void menu(int tile) {
        TileNode node = nodes.get(tile);
        Point2D at =
                node.localToScreen(Tokens.SPACE_8, TileScale.of(node.getWidth()).headerHeight());
        menu.show(node, tile, at.getX(), at.getY());
    }

    private void beat(Beats.Beat beat) {
        if (painter != null) {
            painter.paint(beat, tiles);
        }
    }

    private void follow() {
        List<LiveTile> before = tiles;
        tiles = desk.live().tiles();
        zoom.follow(tiles);
        while (nodes.size() < tiles.size()) {
            TileNode node = new TileNode();
            int tile = nodes.size();
            hands.hold(node, tile);
            node.setOnContextMenuRequested(event -> {
                menu.show(node, tile, event.getScreenX(), event.getScreenY());
                event.consume();
            });
            nodes.add(node);
            getChildren().add(node);
        }
        while (nodes.size() > tiles.size()) {
            getChildren().remove(nodes.removeLast());
        }
        if (painter != null) {
            painter.follow(before, tiles);
        }
        arrange();
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        int width = (int) Math.round(getWidth() * scale);
        int height = (int) Math.round(getHeight() * scale);
        if (width < 1 || height < 1) {
            return;
        }
        if (painter == null || painter.width() != width || painter.height() != height || painter.scale() != scale) {
            pulsesBefore = pulses();
            painter = new WallPainter(view, palette, width, height, scale);
            desk.windowIs(width, height);
        }
        arrange();
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private void arrange() {
        WallPainter now = painter;
        WallState wall = desk.wall();
        if (now == null || wall.tiles() != tiles.size()) {
            return;
        }
        double scale = now.scale();
        List<PixelRect> rects = GridGeometry.place(wall, now.width(), now.height(), PictureAsk.gap(now));
        now.place(rects);
        Set<Integer> selection = wall.selection();
        for (int tile = 0; tile < rects.size(); tile++) {
            PixelRect rect = rects.get(tile);
            TileNode node = nodes.get(tile);
            node.setVisible(!rect.isEmpty());
            node.select(selection.contains(tile), selection.size() > 1 && wall.selected() == tile);
            if (!rect.isEmpty()) {
                node.resizeRelocate(rect.x() / scale, rect.y() / scale, rect.width() / scale, rect.height() / scale);
            }
            now.view(tile, zoom.viewing(tiles.get(tile)));
            asks.ask(tiles.get(tile), now);
            desk.live().see(tile, !rect.isEmpty() && windowSeen);
            caption(tiles.get(tile));
        }
        focus.show();
        alarms.show();
    }

    private void tick() {
        tiles.forEach(this::caption);
        period.follow(tiles);
        alarms.tick();
    }

    private void caption(LiveTile tile) {
        int index = tile.index();
        WallPainter now = painter;
        if (now == null
                || index >= nodes.size()
                || index >= tiles.size()
                || !tiles.get(index).equals(tile)) {
            return;
        }
        TileCaption caption = TileCaption.of(tile, now.hasPicture(index), texts, clock, ZoneId.systemDefault());
        if (index == 0 && tiles.stream().allMatch(each -> each.content() instanceof CellContent.Empty)) {
            caption = caption.hinting(texts.get("grid.dropHere"));
        }
        caption = caption.zoomed(texts, zoom.viewing(tile).zoom().factor()).turning(texts, desk, index);
        TileState.Phase phase = tile.state().phase();
        now.caption(index, caption, phase == TileState.Phase.LATE);
        nodes.get(index).show(caption, phase, caption.spoken(texts, tile));
    }

    /** The keys of the grid, for the list of keys; with those of alarms in tiles where there may be any. */
    public static List<KeyHint> keys(boolean alarms) {
        return GridKeys.hints(alarms);
    }

    @Override
    public void close() {
        pulse.stop();
        handles.forEach(Handle::close);
        handles.clear();
    }
}
