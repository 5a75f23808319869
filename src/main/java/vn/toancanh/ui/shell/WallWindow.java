package vn.toancanh.ui.shell;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
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

    /**
     * What all of them are made with.
     *
     * @param lock keeps hands off them, and hears of those that touch them
     * @param zone of the times that they tell
     * @param kiosk true where nobody sits who might close them
     */
    public record Given(
            ChangeLanguage language, LockDesk lock, SessionService sessions, Clock clock, ZoneId zone, boolean kiosk) {}

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Given given;
    private final WallPart wall;
    private final Function<Consumer<WallReading>, Handle> reading;
    private final List<Handle> held = new ArrayList<>();
    private Handle counts = Handle.NONE;
    private @Nullable WindowCover cover;
    private @Nullable MainKeys main;

    /**
     * A window that is nowhere yet.
     *
     * @param reading subscribes to the counts of this window's tiles, told at once and after every change
     * @param close closes it, as its owner does: somebody asks the window system to. It never goes by itself
     */
    public WallWindow(Given given, WallPart wall, Function<Consumer<WallReading>, Handle> reading, Runnable close) {
        this.given = given;
        this.wall = wall;
        this.reading = reading;
        Scene scene = new Scene(new StackPane(), FIRST_WIDTH, FIRST_HEIGHT);
        Theme.NIGHT.apply(scene);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            if (!given.kiosk() && !given.lock().locked()) {
                close.run();
            }
        });
        new Touches(given.lock()::touched).watch(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        build(given.language().texts());
        held.add(given.lock().onChange(state -> lock()));
        held.add(given.language().onChange(this::build));
        held.add(given.sessions().onChange(this::sessionChanged));
    }

    private void build(Texts texts) {
        counts.close();
        end(cover);
        LiveBadge badge = new LiveBadge(texts);
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        Node shown = wall.node(texts);
        StackPane root = new StackPane(shown, badge);
        root.getStyleClass().addAll("tc-shell", "tc-wall");
        root.getStylesheets().add(Theme.sheet(WallWindow.class, "shell.css"));
        root.setDisable(given.lock().locked());
        stage.getScene().setRoot(root);
        cover = new WindowCover(root, shown, wall.layouts(), given, texts);
        offer(texts);
        counts = reading.apply(badge::show);
    }

    /** From now on these keys do here what they do in the main window. */
    public void follow(MainKeys keys) {
        main = keys;
        offer(given.language().texts());
    }

    private void offer(Texts texts) {
        MainKeys keys = main;
        if (keys != null) {
            wall.offer(() -> keys.actions(texts, this::toggleKeys));
        }
    }

    private void pressed(KeyEvent event) {
        MainKeys keys = main;
        WindowCover over = cover;
        if (keys == null
                || over == null
                || given.lock().locked()
                || given.sessions().state().signedIn().isEmpty()) {
            return;
        }
        boolean free = !over.isShown() && !(scene().getFocusOwner() instanceof TextInputControl);
        if (keys.pressed(event, free, wall, this::toggleKeys)) {
            event.consume();
        }
    }

    /** The list of keys comes where nothing else lies there, or goes. */
    private void toggleKeys() {
        MainKeys keys = main;
        WindowCover over = cover;
        if (keys == null || over == null) {
            return;
        }
        if (over.shows(KeyCard.class)) {
            over.close();
        } else if (!over.isShown()) {
            KeyCard card = keys.card(given.language().texts(), over::close);
            over.cover(card, card::takeFocus);
        }
    }

    private void lock() {
        stage.getScene().getRoot().setDisable(given.lock().locked());
        if (given.lock().locked()) {
            uncover();
        }
    }

    /** What is listed there is for whoever was signed in. */
    private void sessionChanged(SessionState state) {
        if (state.signedIn().isEmpty()) {
            wall.closePalette();
            uncover();
        }
    }

    private static void end(@Nullable WindowCover before) {
        if (before != null) {
            before.end();
        }
    }

    private void uncover() {
        WindowCover over = cover;
        if (over != null) {
            over.close();
        }
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
        held.forEach(Handle::close);
        end(cover);
        stage.hide();
    }
}
