package vn.toancanh.ui.shell;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.ChangeLanguage;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.Theme;

/**
 * A window that fills one monitor with a wall: no frame, no bars, only the badge of what is not live. While its monitor is away it
 * is nowhere, and its wall goes on unseen. FX thread.
 */
public final class WallWindow implements Handle {
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 720;

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Function<Texts, Node> wall;
    private final LockDesk lock;
    private final Handle language;
    private final Handle locking;
    private Handle counts = Handle.NONE;
    private final Function<Consumer<WallReading>, Handle> reading;

    /**
     * A window that is nowhere yet.
     *
     * @param lock keeps hands off it, and hears of those that touch it
     * @param wall makes the wall in a language
     * @param reading subscribes to the counts of this window's tiles, told at once and after every change
     */
    public WallWindow(
            ChangeLanguage language,
            LockDesk lock,
            Function<Texts, Node> wall,
            Function<Consumer<WallReading>, Handle> reading) {
        this.wall = wall;
        this.lock = lock;
        this.reading = reading;
        Scene scene = new Scene(new StackPane(), FIRST_WIDTH, FIRST_HEIGHT);
        Theme.NIGHT.apply(scene);
        stage.setScene(scene);
        new Touches(lock::touched).watch(scene);
        build(language.texts());
        this.locking = lock.onChange(state -> stage.getScene().getRoot().setDisable(lock.locked()));
        this.language = language.onChange(this::build);
    }

    private void build(Texts texts) {
        counts.close();
        LiveBadge badge = new LiveBadge(texts);
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        StackPane root = new StackPane(wall.apply(texts), badge);
        root.getStyleClass().addAll("tc-shell", "tc-wall");
        root.getStylesheets().add(Theme.sheet(WallWindow.class, "shell.css"));
        root.setDisable(lock.locked());
        stage.getScene().setRoot(root);
        counts = reading.apply(badge::show);
    }

    /** What a window list calls it. */
    public void title(String words) {
        stage.setTitle(words);
    }

    /** Fills that monitor, wherever it was before; a monitor that has moved or has other pixels, too. */
    public void fill(Screen monitor) {
        Rectangle2D place = monitor.getBounds();
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        if (!stage.isShowing()) {
            stage.show();
        }
    }

    /** Its monitor is away: it is nowhere. */
    public void leave() {
        stage.hide();
    }

    /** The window's scene, for pictures of it. */
    public Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        counts.close();
        locking.close();
        language.close();
        stage.hide();
    }
}
