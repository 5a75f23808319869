package vn.toancanh.ui.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Language;
import vn.toancanh.desk.SignIn;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.login.SignInModel;
import vn.toancanh.ui.tree.CameraTreeModel;
import vn.toancanh.wall.GridShape;

/** The operator's main window: the sign-in while nobody is signed in, then the wall with its bars and panels. FX thread. */
public final class Shell implements Handle {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 720;

    private final Stage stage;
    private final ShellParts parts;
    private final SignInModel signIn;
    private final CameraTreeModel tree;
    private final PlaceOnScreen place;
    private final List<Handle> held = new ArrayList<>();
    private final Actions actions = new Actions();
    private final Covers covers;
    private Chrome chrome;
    private @Nullable MainView main;
    private @Nullable Locking locking;
    private boolean signedIn;
    private boolean touched;

    public Shell(Stage stage, ShellParts parts) {
        this.stage = stage;
        this.parts = parts;
        this.signIn = new SignInModel(parts.signIn());
        this.covers = new Covers(parts, signIn, () -> main, actions);
        this.tree = new CameraTreeModel(parts.catalogue());
        this.place = new PlaceOnScreen(stage, parts.preferences(), parts.desk(), parts.monitors(), parts.kiosk());
        this.chrome = new Chrome(LeftSide.first(parts.wall().shape()), false, false, parts.kiosk());
    }

    /** Opens the window where it was last. */
    public void show() {
        Scene scene = new Scene(new StackPane(), FIRST_WIDTH, FIRST_HEIGHT);
        Theme.NIGHT.apply(scene);
        stage.setScene(scene);
        stage.setTitle(parts.language().texts().get("kit.product"));
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        place.restore();
        Locking follows = new Locking(scene, parts, () -> main, () -> lay(chrome), actions);
        locking = follows;
        held.add(follows);
        build();
        held.add(parts.sessions().onChange(this::sessionChanged));
        held.add(parts.language().onChange(texts -> build()));
        held.add(parts.watch().onChange(state -> showState()));
        held.add(parts.notices().onChange(this::showState));
        held.add(parts.wall().onChange(this::wallChanged));
        held.add(parts.desk().every(TICK, this::tick));
        stage.show();
        held.add(place.follow());
    }

    private void showState() {
        if (main != null) {
            main.show(parts.watch().state());
        }
    }

    /** The keys that do the same at the windows of other monitors. */
    public MainKeys keysElsewhere() {
        return new MainKeys(
                actions,
                () -> {
                    stage.toFront();
                    stage.requestFocus();
                },
                texts -> MonitorActions.of(parts.monitors().desk(), texts));
    }

    /** The window's scene, for pictures of it. */
    public Scene scene() {
        return stage.getScene();
    }

    /** Shows nothing but the wall and the badge of what is not live, or everything again. */
    public void wallOnly(boolean only) {
        chrome = chrome.withWallOnly(only);
        if (main != null) {
            main.show(chrome);
        }
    }

    private void sessionChanged(SessionState state) {
        boolean is = state.signedIn().isPresent();
        if (is != signedIn) {
            build();
        } else if (main != null && main.asksToSignIn() && state.connection().isOnline()) {
            main.cover(null);
            main.focusWall();
        }
    }

    /** Shows what came of a sign-in that nobody typed. */
    public void answered(SignIn.Answer answer) {
        signIn.answered(answer);
    }

    /** Makes all views anew, for who is signed in and in the language chosen. */
    private void build() {
        SessionState session = parts.sessions().state();
        signedIn = session.connection().phase() != Connection.Phase.SIGNED_OUT;
        if (!signedIn) {
            main = null;
            covers.forget();
            ShellKeys.off(scene());
            scene().setRoot(covers.signIn(""));
            return;
        }
        MainView made = new MainView(parts, actions, tree);
        main = made;
        scene().setRoot(made);
        ShellKeys.on(scene(), actions);
        made.addEventFilter(
                InputEvent.ANY,
                event -> touched |= event.getEventType() == MouseEvent.MOUSE_PRESSED
                        || event.getEventType() == KeyEvent.KEY_PRESSED);
        made.show(chrome);
        tree.stand(parts.wall().cameras());
        made.show(parts.watch().state());
        made.focusWall();
        if (parts.lock().locked() && locking != null) {
            locking.apply(scene());
        }
    }

    private void wallChanged() {
        if (!touched && chrome.left() != LeftSide.first(parts.wall().shape())) {
            // The wall of the last time comes back a moment after the window opens.
            lay(chrome.withLeft(LeftSide.first(parts.wall().shape())));
        }
        tree.stand(parts.wall().cameras());
        parts.watch().look();
        if (main != null) {
            main.wallChanged();
        }
    }

    private void tick() {
        if (main != null) {
            main.tick(parts.clock().now());
        }
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        held.clear();
        tree.close();
        parts.administration().close();
        stage.hide();
    }

    private void lay(Chrome next) {
        chrome = next.withWallOnly(next.wallOnly() || parts.kiosk());
        if (main != null) {
            main.show(chrome);
            main.show(parts.watch().state());
        }
    }

    private final class Actions extends CoverActions {
        @Override
        Covers covers() {
            return covers;
        }

        @Override
        public void shape(GridShape shape) {
            parts.wall().shape(shape);
        }

        @Override
        public void toggleLeft() {
            lay(
                    chrome.wallOnly()
                            ? chrome.withWallOnly(false).withLeft(LeftSide.PANEL)
                            : chrome.withLeft(chrome.left().next()));
        }

        @Override
        public void toggleDetails() {
            lay(
                    chrome.wallOnly()
                            ? chrome.withWallOnly(false).withDetails(true)
                            : chrome.withDetails(!chrome.details()));
        }

        @Override
        public void toggleAlarms() {
            boolean shown = chrome.wallOnly() || !chrome.alarms();
            lay(chrome.withWallOnly(false).withAlarms(shown));
            if (shown && main != null) {
                main.focusAlarms();
            }
        }

        @Override
        public void showMonitors() {
            lay(chrome.withWallOnly(false));
            if (main != null) {
                main.showMonitors();
            }
        }

        @Override
        public void toggleFullScreen() {
            stage.setFullScreen(!stage.isFullScreen());
        }

        @Override
        public void toggleWallOnly() {
            lay(chrome.withWallOnly(!chrome.wallOnly()));
        }

        @Override
        public void language(Language language) {
            parts.language().to(language);
        }

        @Override
        public void signOut() {
            covers.handover().signOut();
        }

        @Override
        public void lock() {
            parts.lock().now();
        }

        @Override
        public void otherServer() {
            parts.signIn().giveUpWaiting();
        }

        @Override
        public void searchCameras() {
            lay(chrome.withWallOnly(false).withLeft(LeftSide.PANEL));
            if (main != null) {
                main.focusSearch();
            }
        }

        @Override
        public void stepBack() {
            if (covers.stepBack() || parts.wall().stepBack()) {
                return;
            }
            if (chrome.wallOnly() && !parts.kiosk()) {
                toggleWallOnly();
            } else if (stage.isFullScreen() && !parts.kiosk()) {
                stage.setFullScreen(false);
            } else if (main != null) {
                main.focusWall();
            }
        }
    }
}
