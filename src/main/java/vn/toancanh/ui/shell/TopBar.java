package vn.toancanh.ui.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.administration.Doors;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.WallChanges;
import vn.toancanh.ui.alarms.AlarmsModel;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.LanguageSwitch;
import vn.toancanh.ui.kit.Mark;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** The line at the head: what is on show, in which shape, and who looks at it. */
final class TopBar extends HBox {
    /** On a window that is narrower the product's name is left out, and buttons of which the list of keys tells the key. */
    private static final double NARROW = 800;

    private static final double MARK_TILE = 4;
    private static final PseudoClass BESIDE_RAIL = PseudoClass.getPseudoClass("beside-rail");

    private static final PseudoClass UNACCEPTED = PseudoClass.getPseudoClass("unaccepted");

    private final Texts texts;
    private final Button cameras;
    private final Label layout = new Label();
    private final LayoutBar saved;
    private final ShapeChooser shape;
    private final Button undo;
    private final Button redo;
    private final Button person = new Button();
    private final Button administration;
    private final Button alarms;
    private final MonitorMenu monitors;
    private final Button walls;
    private final Button sticks;
    private final Button handover;
    private final ShellActions actions;

    TopBar(Texts texts, ShellActions actions, LockDesk lock, WallPart wall, MonitorDesk windows) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("tc-top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label product = new Label(texts.get("kit.product"), new Mark(MARK_TILE));
        product.setGraphicTextGap(Tokens.SPACE_8);
        product.getStyleClass().addAll("tc-strong", "tc-medium");
        product.setMinWidth(USE_PREF_SIZE);
        saved = new LayoutBar(texts, wall);
        shape = new ShapeChooser(texts, actions::shape);
        undo = icon(Icons.UNDO, texts.get("shell.undo"), "Ctrl+Z");
        undo.setOnAction(event -> wall.changes().ifPresent(WallChanges::undo));
        redo = icon(Icons.REDO, texts.get("shell.redo"), "Ctrl+Y");
        redo.setOnAction(event -> wall.changes().ifPresent(WallChanges::redo));
        person.setGraphic(Icons.PERSON.at(Tokens.ICON_16));
        person.getStyleClass().addAll("tc-quiet", "tc-person");
        person.setTooltip(Tips.of(texts.get("administration.own"), "F6"));
        person.setOnAction(event -> actions.toggleAccount());
        administration = icon(Icons.ADMINISTRATION, texts.get("administration.title"), "F7");
        administration.setOnAction(event -> actions.toggleAdministration());
        handover = icon(Icons.HANDOVER, texts.get("shift.title"), "Ctrl+H");
        handover.setOnAction(event -> actions.toggleHandover());
        Button out = icon(Icons.SIGN_OUT, texts.get("shell.signOut"), "Ctrl+Shift+Q");
        out.setOnAction(event -> actions.signOut());
        Button details = icon(Icons.DETAILS, texts.get("shell.details"), "F10");
        details.setOnAction(event -> actions.toggleDetails());
        alarms = icon(Icons.ALARMS, texts.get("alarms.title"), "F8");
        alarms.setOnAction(event -> actions.toggleAlarms());
        Button keys = icon(Icons.KEYS, texts.get("shell.keys"), "F1");
        keys.setOnAction(event -> actions.toggleKeys());
        Button palette = icon(Icons.PALETTE, texts.get("shell.palette"), "Ctrl+K");
        palette.setOnAction(event -> wall.togglePalette());
        walls = icon(Icons.WALLS, texts.get("walls.title"), "Ctrl+W");
        walls.setOnAction(event -> actions.toggleWalls());
        sticks = icon(Icons.STICKS, texts.get("sticks.title"), ShellKeys.STICKS_HINT.keys());
        sticks.setOnAction(event -> actions.toggleSticks());
        monitors = new MonitorMenu(texts, windows);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        cameras = icon(Icons.CAMERAS, texts.get("shell.cameras"), "F9");
        cameras.setOnAction(event -> actions.toggleLeft());
        // Wider than its window it would push the wall out of it.
        setMinWidth(0);
        List<Button> spared = List.of(undo, redo, palette, keys, details);
        widthProperty().addListener((width, before, now) -> narrow(now.doubleValue() < NARROW, product, spared));
        getChildren()
                .addAll(
                        cameras,
                        product,
                        new Divider(),
                        layout,
                        saved,
                        shape,
                        undo,
                        redo,
                        palette,
                        monitors,
                        walls,
                        sticks,
                        between,
                        new LanguageSwitch(texts, actions::language),
                        new Divider(),
                        person,
                        administration,
                        handover,
                        new LockMenu(texts, lock, actions::lock),
                        out,
                        keys,
                        alarms,
                        details);
    }

    private void handover(boolean narrow) {
        handover.setVisible(!narrow && actions.hasHandover());
        handover.setManaged(handover.isVisible());
    }

    /** That joysticks can be read is known some seconds after the window is open, and told by nobody. */
    void tick() {
        sticks(getWidth() < NARROW);
    }

    private void sticks(boolean narrow) {
        sticks.setVisible(!narrow && actions.hasSticks());
        sticks.setManaged(sticks.isVisible());
    }

    private void narrow(boolean narrow, Label product, List<Button> spared) {
        handover(narrow);
        sticks(narrow);
        product.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        for (Button each : spared) {
            each.setVisible(!narrow);
            each.setManaged(!narrow);
        }
    }

    /** @param rail true while the rail has the same button just below */
    void railShown(boolean rail) {
        cameras.setVisible(!rail);
        cameras.setManaged(!rail);
        pseudoClassStateChanged(BESIDE_RAIL, rail);
    }

    void show(WallPart wall, SessionState session) {
        layout.setText(wall.layoutName());
        boolean named = !wall.layoutName().isEmpty();
        layout.setVisible(named);
        layout.setManaged(named);
        saved.show();
        shape.show(wall.shape().map(grid -> ShapeChooser.words(texts, grid)).orElse(texts.get("shell.shapeOther")));
        undo.setDisable(wall.changes().filter(WallChanges::canUndo).isEmpty());
        redo.setDisable(wall.changes().filter(WallChanges::canRedo).isEmpty());
        handover(getWidth() < NARROW);
        sticks(getWidth() < NARROW);
        walls.setVisible(actions.hasWalls());
        walls.setManaged(walls.isVisible());
        person.setText(session.signedIn().map(Session::displayName).orElse(""));
    }

    void monitorsChanged() {
        monitors.fill();
    }

    void showMonitors() {
        monitors.requestFocus();
        monitors.show();
    }

    /** A door that is locked is not shown, and where even one's own account is none, the name is but a name. */
    void show(Doors doors) {
        administration.setVisible(doors.any());
        administration.setManaged(doors.any());
        person.setMouseTransparent(!doors.own());
        person.setFocusTraversable(doors.own());
    }

    /** How many alarms nobody has accepted; a server without alarms has no button. */
    void show(AlarmsModel.Listing listing) {
        alarms.setVisible(listing.offered());
        alarms.setManaged(listing.offered());
        boolean some = listing.unaccepted() > 0;
        alarms.setText(some ? texts.get("shell.alarmCount", listing.unaccepted()) : "");
        alarms.setContentDisplay(some ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        alarms.setAccessibleText(texts.get(some ? "alarms.count" : "alarms.title", listing.unaccepted()));
        alarms.pseudoClassStateChanged(UNACCEPTED, some);
    }

    private static Button icon(Icons icon, String words, String key) {
        Button button = new Button(words, icon.at(Tokens.ICON_20));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        button.setAccessibleText(words);
        button.setTooltip(Tips.of(words, key));
        return button;
    }

    /** A hair line between groups. */
    private static final class Divider extends Region {
        Divider() {
            getStyleClass().add("tc-divider");
        }
    }
}
