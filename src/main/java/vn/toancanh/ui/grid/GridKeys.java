package vn.toancanh.ui.grid;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.toancanh.desk.Carousels;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.PictureView;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.wall.WallState;

/**
 * The keys of the grid: arrows move the selection, with Ctrl they carry the selected tile along, with Shift they select more;
 * M makes one tile of those selected and S splits one; page keys go into a picture and out, T turns it, V fits it otherwise, L chooses its stream, Alt
 * with an arrow goes back and forward through what a tile has shown; Enter and F enlarge and go
 * back, Esc goes back one level, Delete clears, R tries again now, I says why, B gives a tile back that an alarm has and K
 * lets the alarm's camera stay. Other keys with a modifier are left to others. FX thread.
 */
final class GridKeys {
    private static final KeyHint ALARM = new KeyHint("B, K", "grid.keyAlarm");

    /** What the keys do, in the order of the list. */
    private static final List<KeyHint> HINTS = List.of(
            new KeyHint(KeyHint.ARROWS, "grid.keySelect"),
            new KeyHint("Ctrl+" + KeyHint.ARROWS, "grid.keyCarry"),
            new KeyHint("Shift+" + KeyHint.ARROWS, "grid.keyExtend"),
            new KeyHint("Enter, F", "grid.keyEnlarge"),
            new KeyHint("Delete", "grid.clear"),
            new KeyHint("M, S", "grid.keyMergeSplit"),
            new KeyHint("C", "grid.keyCarousel"),
            new KeyHint("H", "grid.keyHotspot"),
            new KeyHint("PageUp, PageDown", "grid.keyZoom"),
            new KeyHint("Ctrl+Shift+" + KeyHint.ARROWS, "grid.keyPan"),
            new KeyHint("T, V", "grid.keyTurnFit"),
            new KeyHint("L", "grid.keyStream"),
            new KeyHint("Alt+←, Alt+→", "grid.keyMemory"),
            new KeyHint("R", "grid.tryNow"),
            new KeyHint("I", "grid.why"),
            ALARM,
            new KeyHint("Shift+F10", "grid.keyMenu"));

    private final WallDesk desk;
    private final TileAlarms alarms;
    private final ZoomHands zoom;
    private final IntConsumer menu;
    private final IntConsumer why;
    private int corner = WallState.NONE;

    /**
     * @param menu opens the menu of a tile
     * @param why says why a tile shows what it shows
     */
    GridKeys(WallDesk desk, TileAlarms alarms, ZoomHands zoom, IntConsumer menu, IntConsumer why) {
        this.desk = desk;
        this.alarms = alarms;
        this.zoom = zoom;
        this.menu = menu;
        this.why = why;
    }

    void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        boolean shift = event.isShiftDown();
        if (event.isMetaDown() || (event.isAltDown() && event.isControlDown())) {
            return;
        }
        boolean done = event.isAltDown() ? remember(key) : event.isControlDown() ? carry(key, shift) : act(key, shift);
        if (done) {
            event.consume();
        }
    }

    private boolean act(KeyCode key, boolean shift) {
        int selected = desk.wall().selected();
        boolean some = selected != WallState.NONE;
        if (shift && key.isArrowKey()) {
            return extend(key);
        }
        return switch (key) {
            case LEFT -> move(-1, 0);
            case RIGHT -> move(1, 0);
            case UP -> move(0, -1);
            case DOWN -> move(0, 1);
            case HOME -> select(0);
            case END -> select(desk.wall().tiles() - 1);
            case ENTER, F -> {
                TileHands.toggle(desk, selected);
                yield true;
            }
            case DELETE, BACK_SPACE -> {
                desk.chosen().clear();
                yield some;
            }
            case M -> {
                desk.chosen().merge();
                yield some;
            }
            case S -> {
                desk.chosen().split();
                yield some;
            }
            case C -> {
                Carousels.toggle(desk);
                yield some;
            }
            case H -> {
                desk.hotspots().toggle(selected);
                yield some;
            }
            case PAGE_UP -> zoom.step(selected, true);
            case PAGE_DOWN -> zoom.step(selected, false);
            case T -> {
                desk.chosen().view(PictureView::turned);
                yield some;
            }
            case V -> {
                desk.chosen().view(PictureView::refitted);
                yield some;
            }
            case L -> {
                desk.chosen().nextStream();
                yield some;
            }
            case R -> {
                if (some) {
                    desk.live().tiles().get(selected).tryNow();
                }
                yield some;
            }
            case I -> ask(why, selected);
            case B -> alarms.back(selected);
            case K -> alarms.keep(selected);
            case CONTEXT_MENU -> ask(menu, selected);
            case F10 -> shift && ask(menu, selected);
            case ESCAPE -> back();
            default -> false;
        };
    }

    private boolean remember(KeyCode key) {
        int selected = desk.wall().selected();
        return switch (key) {
            case LEFT -> {
                desk.memory().back(selected);
                yield true;
            }
            case RIGHT -> {
                desk.memory().forward(selected);
                yield true;
            }
            default -> false;
        };
    }

    private static boolean ask(IntConsumer whom, int selected) {
        if (selected != WallState.NONE) {
            whom.accept(selected);
        }
        return selected != WallState.NONE;
    }

    private boolean back() {
        WallState wall = desk.wall();
        if (zoom.reset(wall.selected())) {
            return true;
        }
        if (wall.enlarged() != WallState.NONE) {
            desk.backFromEnlarged();
            return true;
        }
        if (wall.selected() != WallState.NONE) {
            desk.selectTile(wall.more().isEmpty() ? WallState.NONE : wall.selected());
            return true;
        }
        return false;
    }

    private boolean select(int tile) {
        desk.selectTile(tile);
        return true;
    }

    /** @param alarms whether there may be alarms in tiles */
    static List<KeyHint> hints(boolean alarms) {
        return HINTS.stream().filter(each -> alarms || !each.equals(ALARM)).toList();
    }

    private boolean move(int dx, int dy) {
        WallState wall = desk.wall();
        return select(wall.selected() == WallState.NONE ? 0 : wall.beside(wall.selected(), dx, dy));
    }

    /** What stands in the selected tile changes places with its neighbour; the selection goes along. */
    private boolean carry(KeyCode key, boolean shift) {
        if (shift) {
            return key.isArrowKey()
                    && zoom.move(
                            desk.wall().selected(),
                            key == KeyCode.LEFT ? -1 : key == KeyCode.RIGHT ? 1 : 0,
                            key == KeyCode.UP ? -1 : key == KeyCode.DOWN ? 1 : 0);
        }
        return switch (key) {
            case LEFT -> carry(-1, 0);
            case RIGHT -> carry(1, 0);
            case UP -> carry(0, -1);
            case DOWN -> carry(0, 1);
            case A -> {
                desk.chosen().all();
                yield true;
            }
            default -> false;
        };
    }

    /** The corner opposite the selected tile moves; whatever else was selected is not any more. */
    private boolean extend(KeyCode key) {
        WallState wall = desk.wall();
        if (wall.selected() == WallState.NONE) {
            return select(0);
        }
        if (!wall.has(corner)
                || !wall.selection().contains(corner)
                || wall.more().isEmpty()) {
            corner = wall.selected();
        }
        corner = switch (key) {
            case LEFT -> wall.beside(corner, -1, 0);
            case RIGHT -> wall.beside(corner, 1, 0);
            case UP -> wall.beside(corner, 0, -1);
            default -> wall.beside(corner, 0, 1);
        };
        desk.chosen().extendTo(corner);
        return true;
    }

    private boolean carry(int dx, int dy) {
        WallState wall = desk.wall();
        if (wall.selected() != WallState.NONE && wall.enlarged() == WallState.NONE) {
            desk.swapTiles(wall.selected(), wall.beside(wall.selected(), dx, dy));
        }
        return true;
    }
}
