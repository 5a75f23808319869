package vn.toancanh.ui.shell;

import java.time.Instant;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.administration.Doors;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.AlarmChoices;
import vn.toancanh.desk.DeskState;
import vn.toancanh.ui.alarms.AlarmsModel;
import vn.toancanh.ui.alarms.AlarmsView;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.login.SignInView;
import vn.toancanh.ui.tree.CameraTreeModel;
import vn.toancanh.ui.tree.CameraTreeView;

/** The main window's contents in one language: bars, rail, panels, and the wall in the middle. */
final class MainView extends StackPane {
    private static final double STRIP = 24;
    private static final double FOOT = 64;

    private final ShellParts parts;
    private final ShellActions actions;
    private final Texts texts;
    // In the order of reading, which Tab follows: from the bar by the panel to the wall.
    private final HBox row = new HBox();
    private final VBox frame = new VBox(row);
    private final TopBar topBar;
    private final StatusStrip strip;
    private final DeskBanner banner;
    private final VBox head;
    private final CameraTreeView tree;
    private final LeftPart left;
    private final StackPane middle;
    private final DetailsPanel details;
    private final AlarmsView alarms;
    private final ChangeListener<AlarmsModel.Listing> onAlarms;
    private final ChangeListener<Doors> onDoors;
    private final LiveBadge badge;
    private Handle onMonitors = Handle.NONE;
    private @Nullable Node before;
    private boolean wallOnly;
    private @Nullable LockBar lockBar;

    MainView(ShellParts parts, ShellActions actions, CameraTreeModel treeModel) {
        this.parts = parts;
        this.actions = actions;
        this.texts = parts.language().texts();
        getStyleClass().add("tc-shell");
        getStylesheets().add(Theme.sheet(MainView.class, "shell.css"));
        topBar = new TopBar(
                texts, actions, parts.lock(), parts.wall(), parts.monitors().desk());
        strip = new StatusStrip(texts, new Moments(texts.language(), parts.zone()));
        tree = new CameraTreeView(treeModel, texts, parts.desk(), parts.wall());
        details = new DetailsPanel(texts);
        alarms = new AlarmsView(
                parts.alarms(),
                texts,
                at -> new Moments(texts.language(), parts.zone())
                        .since(at, parts.clock().now()),
                parts.catalogue()::snapshot,
                parts.wall()::put,
                parts.wall()::glimpse,
                new AlarmChoices(parts.preferences()));
        onAlarms = (any, before, now) -> topBar.show(now);
        onDoors = (any, before, now) -> topBar.show(now);
        sceneProperty().addListener((any, before, now) -> follow(now != null));
        badge = new LiveBadge(texts);
        left = new LeftPart(texts, actions, tree, parts.preferences());
        banner = new DeskBanner(parts, actions);
        head = new VBox(topBar, banner);

        Node wall = parts.wall().node(texts);
        middle = new StackPane(wall);
        middle.getStyleClass().add("tc-wall");
        middle.setMinSize(0, 0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.getChildren().add(middle);
        row.setMinHeight(0);
        StackPane.setAlignment(badge, Pos.BOTTOM_RIGHT);
        getChildren().addAll(frame, badge);
    }

    private void follow(boolean shown) {
        onMonitors.close();
        onMonitors = Handle.NONE;
        if (shown) {
            onMonitors = parts.monitors().desk().onChange(this::monitorsChanged);
            monitorsChanged();
        }
        parts.administration().doors().removeListener(onDoors);
        if (shown) {
            parts.administration().doors().addListener(onDoors);
            topBar.show(parts.administration().doors().get());
        }
        parts.alarms().listing().removeListener(onAlarms);
        if (shown) {
            parts.alarms().listing().addListener(onAlarms);
            topBar.show(parts.alarms().listing().get());
        }
    }

    /** Puts a form over the wall, or takes it away with null. What is not live is said above it. */
    void cover(@Nullable Node form) {
        getChildren().removeIf(each -> each.getStyleClass().contains("tc-cover"));
        if (form != null) {
            form.getStyleClass().add("tc-cover");
            if (hidden()) {
                form.getStyleClass().add("tc-closed");
            }
            getChildren().add(getChildren().indexOf(badge), form);
        }
        // What is behind is out of reach of Tab, too.
        frame.setDisable(form != null);
        showBadge();
    }

    /** Takes the form away and gives the keyboard back to who had it. */
    void uncover() {
        cover(null);
        if (hidden()) {
            actions.signInAgain();
            return;
        }
        Node owner = before;
        before = null;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        } else {
            focusWall();
        }
    }

    /** True where nothing may be seen any more until the server answers. */
    private boolean hidden() {
        return parts.sessions().state().connection().phase() == Connection.Phase.LAPSED;
    }

    /** True where what lies over the wall lets nothing be seen behind it. */
    private boolean closed() {
        return getChildren().stream().anyMatch(each -> each.getStyleClass().contains("tc-closed"));
    }

    /** True while what lies over the wall is the sign-in. */
    boolean asksToSignIn() {
        return getChildren().stream().anyMatch(each -> each instanceof SignInView);
    }

    /** Puts the list of keys over the wall. */
    void showKeys(ShellActions actions) {
        KeyCard card = new KeyCard(texts, actions, actions::toggleKeys);
        coverWith(card, card::takeFocus);
    }

    /** Puts something over the wall that has the keyboard until it goes. */
    void coverWith(Node form, Runnable takeFocus) {
        before = getScene() == null ? null : getScene().getFocusOwner();
        cover(form);
        takeFocus.run();
    }

    boolean keysShown() {
        return getChildren().stream().anyMatch(each -> each instanceof KeyCard);
    }

    /** The strip has the same count, unless it is away or under a cover; on a locked desk nobody shall have to look for it. */
    private void showBadge() {
        badge.setOpacity(strip.getParent() == null || covered() || lockBar != null ? 1 : 0);
        // Beside the clock of the strip, not over it, and above what stands in the corner of a form.
        double strips = lockBar != null && strip.getParent() != null ? STRIP : 0;
        StackPane.setMargin(badge, new Insets(0, 0, covered() && !keysShown() ? FOOT : strips, 0));
    }

    /** Takes nothing more but what that bar takes, which stands where the top bar does; null: takes everything again. */
    void lock(@Nullable LockBar bar) {
        lockBar = bar;
        row.setDisable(bar != null);
        if (bar != null) {
            cover(null);
        }
    }

    /** True while a form is over the wall. */
    boolean covered() {
        return getChildren().stream().anyMatch(each -> each.getStyleClass().contains("tc-cover"));
    }

    /** Lays the window out. */
    void show(Chrome chrome) {
        wallOnly = chrome.wallOnly();
        getChildren().remove(banner);
        LockBar locked = lockBar;
        head.getChildren().setAll(locked == null ? topBar : locked);
        if (locked != null) {
            left.mark(chrome.left());
        } else if (wallOnly) {
            StackPane.setAlignment(banner, Pos.TOP_CENTER);
            getChildren().add(banner);
        } else {
            head.getChildren().add(banner);
            left.show(chrome.left());
        }
        put(frame, 0, head, !wallOnly || locked != null);
        put(frame, frame.getChildren().size(), strip, !wallOnly);
        put(row, 0, left, !wallOnly && chrome.left() != LeftSide.NOTHING);
        put(row, row.getChildren().size(), details, !wallOnly && chrome.details());
        put(row, row.getChildren().size(), alarms, !wallOnly && chrome.alarms());
        topBar.railShown(chrome.left() != LeftSide.NOTHING);
        showBadge();
        banner.show(parts.watch().state(), wallOnly, parts.clock().now());
    }

    /** Puts a part at its place or takes it away; the others stay as they are, the wall above all. */
    private static void put(Pane parent, int place, Node part, boolean there) {
        if (!there) {
            parent.getChildren().remove(part);
        } else if (!parent.equals(part.getParent())) {
            parent.getChildren().add(place, part);
        }
    }

    /** Shows how the desk is doing. */
    void show(DeskState state) {
        Instant now = parts.clock().now();
        strip.show(state, now);
        badge.show(state.wall());
        topBar.show(parts.wall(), state.session());
        banner.show(state, wallOnly, now);
        showDetails();
        if (hidden() && lockBar == null && !closed()) {
            actions.signInAgain();
        }
    }

    /** Monitors came or went, or windows were opened or closed on them. */
    private void monitorsChanged() {
        topBar.monitorsChanged();
        parts.wall()
                .offer(() -> Stream.concat(
                                ShellKeys.actions(actions, texts).stream(),
                                MonitorActions.of(parts.monitors().desk(), texts).stream())
                        .toList());
    }

    /** The wall has changed: another shape, camera or selection. */
    void wallChanged() {
        topBar.show(parts.wall(), parts.watch().state().session());
        showDetails();
    }

    private void showDetails() {
        if (details.getParent() != null) {
            details.show(parts.wall().selected(), parts.catalogue().snapshot());
        }
    }

    void tick(Instant now) {
        strip.tick(now);
        topBar.tick();
        alarms.tick();
    }

    void showMonitors() {
        topBar.showMonitors();
    }

    void focusSearch() {
        tree.focusSearch();
    }

    void focusAlarms() {
        alarms.focusList();
    }

    void focusWall() {
        middle.getChildren().getFirst().requestFocus();
    }
}
