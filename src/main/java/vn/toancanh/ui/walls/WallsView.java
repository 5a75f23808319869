package vn.toancanh.ui.walls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.Said;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.ui.kit.CardHead;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Roomy;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;
import vn.toancanh.wall.remote.Control;
import vn.toancanh.wall.remote.WallStanding;

/**
 * The walls of the city over this one, which goes on behind: those that may be seen at the left, the screens of one in the middle, its scenes
 * beside them. FX thread.
 */
public final class WallsView extends StackPane {
    private static final double WIDTH = 1480;
    private static final double HEIGHT = 860;
    private static final double WALLS_WIDTH = 260;
    /** A name and the space below it. */
    private static final double NAME = 40;
    /** A scene, in two lines. */
    private static final double SCENE = 48;
    /** What stands above and below the names, and about as much above and below the scenes. */
    private static final double AROUND_LINES = 400;

    private final PushDesk desk;
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final VBox names = new VBox(Tokens.SPACE_4);
    private final WallPlanPane plan;
    private final ScenesPane scenes;
    private final OrdersPane orders;
    private final TilePane tiles;
    private final DescribePane describe;
    private final Label title = new Label();
    private final Label control = new Label();
    private final Label meant = new Label();
    private final Button release;
    private final Button visitors;
    private final MessageLine message = new MessageLine();
    private final Label nothing = new Label();
    private final DoubleProperty wished = new SimpleDoubleProperty();
    private Handle watching = Handle.NONE;

    /**
     * @param called number of a camera, or what else it is called in little
     * @param numbered the camera of a number, where there is one
     * @param sites where walls may hang, as far as they may be seen here
     * @param moment a point in time as people read it now
     * @param close takes the view away
     */
    public WallsView(
            PushDesk desk,
            Texts texts,
            Function<CameraId, String> called,
            IntFunction<Optional<CameraId>> numbered,
            Supplier<List<Site>> sites,
            Function<Instant, String> moment,
            Runnable close) {
        this.desk = desk;
        this.texts = texts;
        this.moment = moment;
        getStyleClass().addAll("tc-administration", "tc-walls");
        getStylesheets().add(Theme.sheet(WallsView.class, "walls.css"));
        plan = new WallPlanPane(desk, texts, called);
        scenes = new ScenesPane(desk, texts);
        orders = new OrdersPane(desk, texts);
        tiles = new TilePane(desk, texts, numbered);
        describe = new DescribePane(desk, texts, sites);
        names.getStyleClass().add("tc-sections");
        ScrollPane all = new ScrollPane(names);
        all.setFitToWidth(true);
        all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        all.setFocusTraversable(false);
        all.setMinHeight(0);
        VBox.setVgrow(all, Priority.ALWAYS);
        VBox left = new VBox(Tokens.SPACE_8, all, describe);
        left.setMinWidth(WALLS_WIDTH);
        left.setPrefWidth(WALLS_WIDTH);
        title.getStyleClass().addAll("tc-strong", "tc-medium");
        control.getStyleClass().add("tc-amber-text");
        meant.getStyleClass().addAll("tc-dim", "tc-small");
        release = new Button(texts.get("walls.end"));
        release.setTooltip(Tips.of(texts.get("walls.endTip"), ""));
        release.setMinWidth(Region.USE_PREF_SIZE);
        release.setOnAction(event -> desk.release());
        visitors = new Button();
        visitors.setMinWidth(Region.USE_PREF_SIZE);
        visitors.setOnAction(event ->
                touched().ifPresent(screen -> desk.describing().forVisitors(screen, !screen.visitors())));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox above = new HBox(Tokens.SPACE_12, title, control, release, between, visitors);
        above.setAlignment(Pos.CENTER_LEFT);
        above.setMinHeight(Tokens.TARGET);
        nothing.setWrapText(true);
        nothing.getStyleClass().add("tc-dim");
        StackPane stage = new StackPane(plan, nothing);
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox middle = new VBox(Tokens.SPACE_8, above, stage, meant, orders, tiles);
        HBox.setHgrow(middle, Priority.ALWAYS);
        HBox row = new HBox(Tokens.SPACE_16, left, middle, scenes);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(0);
        VBox card = new VBox(
                Tokens.SPACE_12, new CardHead(texts.get("walls.title"), texts.get("walls.close"), close), row, message);
        card.getStyleClass().add("tc-administration-card");
        Roomy.width(card, this, WIDTH);
        Roomy.height(card, this, HEIGHT, wished);
        StackPane.setMargin(card, new Insets(Tokens.SPACE_24));
        getChildren().add(card);
        sceneProperty().addListener((any, before, now) -> {
            watching.close();
            watching = now == null ? Handle.NONE : desk.watched().watch(this::show);
        });
        show();
    }

    private Optional<Screen> touched() {
        return desk.watched().touched().size() == 1
                ? desk.watched()
                        .wall()
                        .flatMap(wall ->
                                wall.screen(desk.watched().touched().iterator().next()))
                : Optional.empty();
    }

    private void show() {
        showNames();
        wished.set(AROUND_LINES
                + Math.max(
                        NAME * desk.watched().all().size(),
                        SCENE * desk.watched().scenes().size()));
        Optional<CityWall> wall = desk.watched().wall();
        title.setText(wall.map(CityWall::name).orElse(""));
        Optional<Control> by = desk.watched().standing().flatMap(WallStanding::control);
        control.setText(by.map(who -> texts.get("walls.controlled", who.name(), moment.apply(who.since())))
                .orElse(""));
        release.setVisible(by.isPresent() && desk.mayPush());
        release.setManaged(release.isVisible());
        showVisitors();
        boolean some = wall.filter(each -> !each.screens().isEmpty()).isPresent();
        plan.setVisible(some);
        nothing.setVisible(!some);
        boolean unheard = desk.watched().unheard();
        nothing.setText(
                texts.get(unheard ? "walls.unheard" : desk.watched().loaded() ? "walls.none" : "walls.loading"));
        meant.setText(some ? unheard ? texts.get("walls.unheard") : meantWords() : "");
        meant.getStyleClass().setAll("label", unheard ? "tc-amber-text" : "tc-dim", "tc-small");
        plan.show();
        scenes.show();
        orders.show();
        tiles.show();
        describe.show();
        desk.said().ifPresentOrElse(this::say, message::clear);
    }

    private String meantWords() {
        String numbers = String.join(
                ", ",
                desk.watched().wall().map(CityWall::screens).orElse(List.of()).stream()
                        .filter(screen -> desk.watched().touched().contains(screen.id()))
                        .map(screen -> Integer.toString(screen.number()))
                        .toList());
        return numbers.isEmpty() ? texts.get("walls.meansAll") : texts.get("walls.means", numbers);
    }

    private void showVisitors() {
        Optional<Screen> screen = touched().filter(any -> desk.describing().may());
        visitors.setVisible(screen.isPresent());
        visitors.setManaged(screen.isPresent());
        screen.ifPresent(each -> visitors.setText(
                texts.get(each.visitors() ? "walls.makeForAll" : "walls.makeForVisitors", each.number())));
    }

    private void say(Said said) {
        String words = said.failure() != null
                ? texts.of(said.failure())
                : texts.get(said.textKey(), said.args().toArray());
        message.say(said.kind() == Said.Kind.REFUSED ? Weight.LOOK : Weight.INFORMATION, words);
    }

    private void showNames() {
        if (names.getChildren().stream()
                .map(node -> node.getUserData())
                .toList()
                .equals(desk.watched().all())) {
            names.getChildren().forEach(node -> mark((ToggleButton) node));
            return;
        }
        names.getChildren()
                .setAll(desk.watched().all().stream().map(this::button).toList());
    }

    private ToggleButton button(CityWall wall) {
        ToggleButton button = new ToggleButton(wall.name());
        button.setUserData(wall);
        button.getStyleClass().addAll("tc-quiet", "tc-section");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(event -> {
            desk.watched().choose(wall.id());
            mark(button);
        });
        mark(button);
        return button;
    }

    private void mark(ToggleButton button) {
        button.setSelected(desk.watched()
                .wall()
                .filter(each -> each.equals(button.getUserData()))
                .isPresent());
    }

    /** Brings the keyboard to it. */
    public void takeFocus() {
        scenes.takeFocus();
    }
}
