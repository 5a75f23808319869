package vn.toancanh.app.client;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.SignIn;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.shell.MainKeys;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.ui.shell.ShellParts;

/**
 * The main window, made once it is known whether the sign-in form or the wall stands in it first: to make both costs a
 * start a good part of a second. Lane: DESK.
 */
final class MainWindow implements Handle {
    /** About as long as a form that is made for nothing keeps the wall; nobody is to wait longer for it. */
    private static final Duration LONGEST = Duration.ofMillis(600);

    /** A window that is given no size by then is taken as it is. */
    private static final Duration SIZED_WITHIN = Duration.ofMillis(500);

    private final CompletableFuture<Boolean> known = new CompletableFuture<>();
    private final Runnable closed;
    private @Nullable Stage stage;
    private @Nullable Shell shell;
    private SignIn.@Nullable Answer early;
    private boolean sized;
    /** JavaFX forgets a stylesheet that no scene has. */
    private @Nullable Scene wardrobe;

    /** @param closed called when a person closes the window */
    MainWindow(Runnable closed) {
        this.closed = closed;
    }

    /** It is known what stands in it first. Any thread. */
    void isKnown() {
        known.complete(true);
    }

    /**
     * Reads fonts and stylesheets and makes what every view is made of, which takes a third of the time of making one: so that
     * it is done while nobody knows yet which it is to be.
     */
    void prepare() {
        Scene fitting = new Scene(new VBox(new Label("0"), new Button("0"), new TextField(), new TreeView<>()));
        Theme.NIGHT.apply(fitting);
        fitting.getRoot().applyCss();
        fitting.getRoot().layout();
        wardrobe = fitting;
    }

    /** Waits until that is known, but not for long. Not on DESK. */
    void await() {
        known.completeOnTimeout(false, LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Makes and opens it. */
    void open(ShellParts parts, boolean maximized) {
        Stage made = new Stage();
        Shell shown = new Shell(made, parts);
        made.setOnHidden(event -> closed.run());
        stage = made;
        shell = shown;
        shown.show();
        if (wardrobe != null) {
            wardrobe.setRoot(new VBox());
            wardrobe = null;
        }
        if (maximized) {
            made.setMaximized(true);
        }
        if (early != null) {
            shown.answered(early);
            early = null;
        }
    }

    /** Shows what came of a sign-in that nobody typed; as soon as there is a window. */
    void answered(SignIn.Answer answer) {
        if (shell != null) {
            shell.answered(answer);
            return;
        }
        early = answer;
        if (answer instanceof SignIn.Answer.Wrong wrong
                && !wrong.failure().kind().passing()) {
            isKnown();
        }
    }

    MainKeys keysElsewhere() {
        return Objects.requireNonNull(shell).keysElsewhere();
    }

    Scene scene() {
        return Objects.requireNonNull(shell).scene();
    }

    /** True once its size is no longer about to change: before, every player would open twice, once in each size. */
    boolean hasItsSize() {
        return sized;
    }

    /**
     * Watches the size that the window manager gives it.
     *
     * @param then called once, on DESK, when two pulses found the same size, or after a while; never, where the handle is closed before
     */
    Handle onceItHasItsSize(Lane desk, Runnable then) {
        Settling settling = new Settling(scene(), () -> {
            if (!sized) {
                sized = true;
                then.run();
            }
        });
        scene().addPostLayoutPulseListener(settling);
        Handle limit = desk.after(SIZED_WITHIN, settling::settled);
        return () -> {
            limit.close();
            scene().removePostLayoutPulseListener(settling);
        };
    }

    /** Lays out what it holds now, so that tiles have their size before their players open. */
    void layNow() {
        scene().getRoot().applyCss();
        scene().getRoot().layout();
    }

    private static final class Settling implements Runnable {
        private final Scene scene;
        private final Runnable then;
        private double width = -1;
        private double height = -1;

        Settling(Scene scene, Runnable then) {
            this.scene = scene;
            this.then = then;
        }

        @Override
        public void run() {
            if (width == scene.getWidth() && height == scene.getHeight()) {
                settled();
            } else {
                width = scene.getWidth();
                height = scene.getHeight();
                Platform.requestNextPulse();
            }
        }

        void settled() {
            scene.removePostLayoutPulseListener(this);
            then.run();
        }
    }

    /** From now on nobody hears that it closes. */
    void forget() {
        if (stage != null) {
            stage.setOnHidden(null);
        }
    }

    @Override
    public void close() {
        if (shell != null) {
            shell.close();
        }
    }
}
