package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;

/**
 * What a file says: layouts for one screen or several.
 *
 * @param screens at least one, by number; a file that speaks of one screen only has number 1
 */
public record WallText(String name, Layout.Scope scope, List<Screen> screens) {
    /** The most screens of one file; as many as a wall has. */
    public static final int MOST_SCREENS = 64;

    /**
     * One screen.
     *
     * @param number as people count monitors, from 1
     * @param layout with the name and the scope of the file, and no id
     */
    public record Screen(int number, Layout layout) {
        public Screen {
            if (number < 1 || number > MOST_SCREENS) {
                throw new IllegalArgumentException("screen " + number);
            }
        }
    }

    public WallText {
        screens = List.copyOf(screens);
        for (int i = 0; i < screens.size(); i++) {
            if (i > 0 && screens.get(i).number() <= screens.get(i - 1).number()) {
                throw new IllegalArgumentException("screens out of order");
            }
        }
        if (screens.isEmpty()) {
            throw new IllegalArgumentException("no screens");
        }
    }

    /** A layout as a file would have it. */
    public static WallText of(Layout layout) {
        return of(layout.name(), layout.scope(), List.of(layout));
    }

    /** Layouts of screens from 1 on. */
    public static WallText of(String name, Layout.Scope scope, List<Layout> layouts) {
        List<Screen> screens = new ArrayList<>();
        for (Layout layout : layouts) {
            screens.add(
                    new Screen(screens.size() + 1, new Layout(null, name, scope, layout.grid(), layout.cells(), 0)));
        }
        return new WallText(name, scope, screens);
    }

    /** True where it speaks of one screen, whichever that is to be. */
    public boolean single() {
        return screens.size() == 1 && screens.getFirst().number() == 1;
    }

    /** What a screen's layout is called where it stands by itself: by the file's name, of several with the screen's number. */
    public String nameOf(Screen screen) {
        if (single()) {
            return name;
        }
        String tail = " " + screen.number();
        return name.substring(0, Math.min(name.length(), LayoutReader.LONGEST_NAME - tail.length())) + tail;
    }

    /** How many tiles show something, or are to. */
    public int shown() {
        return screens.stream()
                .mapToInt(screen -> (int) screen.layout().cells().stream()
                        .filter(cell -> !(cell.content() instanceof CellContent.Empty))
                        .count())
                .sum();
    }
}
