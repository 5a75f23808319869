package vn.toancanh.ui.shell;

import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.layouts.LayoutsModel.Ask;
import vn.toancanh.ui.layouts.LayoutsView;

/**
 * What lies over the wall of a bare window for a while, in the window whose keyboard asked for it: the list of layouts, the question for a
 * name, the list of keys. The wall behind takes no keys meanwhile. FX thread.
 */
final class WindowCover {
    private final StackPane root;
    private final Node wall;
    private final WallWindow.Given given;
    private final Texts texts;
    private final Handle asked;
    private @Nullable Node shown;

    /**
     * Covers nothing yet.
     *
     * @param root of the window, the wall being first in it
     * @param layouts that are listed and asked about here; empty where there are none
     */
    WindowCover(StackPane root, Node wall, Optional<WallLayouts> layouts, WallWindow.Given given, Texts texts) {
        this.root = root;
        this.wall = wall;
        this.given = given;
        this.texts = texts;
        this.asked = layouts.map(each -> each.model().onAsk(each.wall(), ask -> show(each, ask)))
                .orElse(Handle.NONE);
    }

    private void show(WallLayouts layouts, Ask ask) {
        boolean listed = isShown();
        close();
        boolean nobody = given.kiosk()
                || given.sessions().state().signedIn().isEmpty()
                || given.lock().locked();
        if (nobody || (listed && ask == Ask.LIST)) {
            return;
        }
        LayoutsView next = new LayoutsView(layouts.model(), layouts.wall(), texts, this::moment, this::close);
        if (ask != Ask.NAME) {
            next.showList();
        } else {
            next.showSave();
        }
        cover(next, next::takeFocus);
    }

    private String moment(Instant at) {
        return new Moments(texts.language(), given.zone())
                .since(at, given.clock().now());
    }

    /** Lays that over the wall, with the keyboard in it, until it is closed. */
    void cover(Node form, Runnable takeFocus) {
        close();
        form.getStyleClass().add("tc-cover");
        form.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        shown = form;
        root.getChildren().add(root.getChildren().indexOf(wall) + 1, form);
        wall.setDisable(true);
        takeFocus.run();
    }

    boolean isShown() {
        return shown != null;
    }

    boolean shows(Class<? extends Node> kind) {
        return kind.isInstance(shown);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    /** Takes away what lies there and gives the keyboard back to the wall; does nothing where nothing does. */
    void close() {
        Node over = shown;
        if (over != null) {
            shown = null;
            root.getChildren().remove(over);
            wall.setDisable(false);
            wall.requestFocus();
        }
    }

    /** The window is made anew, or goes. */
    void end() {
        asked.close();
        close();
    }
}
