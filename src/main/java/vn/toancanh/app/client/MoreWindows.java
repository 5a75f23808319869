package vn.toancanh.app.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.Screen;
import vn.toancanh.base.Handle;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.ui.shell.WallWindow;
import vn.toancanh.ui.shell.WindowPicture;

/** The bare wall windows beside the main one, each on a monitor of its own. On DESK. */
final class MoreWindows implements Handle {
    private final List<Screen> screens;
    private final ChangeLanguage language;
    private final LockDesk lock;
    private final Supplier<WallOnScreen> wall;
    private final List<WallWindow> windows = new ArrayList<>();

    /**
     * Opens nothing yet.
     *
     * @param screens one a window, the main window's first
     * @param lock which keeps hands off these, too
     * @param wall makes a wall for one more window
     */
    MoreWindows(List<Screen> screens, ChangeLanguage language, LockDesk lock, Supplier<WallOnScreen> wall) {
        this.screens = screens;
        this.language = language;
        this.lock = lock;
        this.wall = wall;
    }

    void open() {
        for (int number = 2; number <= screens.size(); number++) {
            WallOnScreen shown = wall.get();
            String title = language.texts().get("kit.product") + " " + number;
            WallWindow window = new WallWindow(
                    screens.get(number - 1), title, language, lock, shown.part()::node, shown::onReading);
            windows.add(window);
            window.show();
        }
    }

    /** Pictures of all windows, in memory. */
    List<Picture> pictures(Scene main) {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(new Picture("wall-1", WindowPicture.of(main)));
        for (WallWindow window : windows) {
            pictures.add(new Picture("wall-" + (pictures.size() + 1), WindowPicture.of(window.scene())));
        }
        return pictures;
    }

    @Override
    public void close() {
        windows.forEach(Handle::close);
    }
}
