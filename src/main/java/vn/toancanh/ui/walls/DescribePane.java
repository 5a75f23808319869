package vn.toancanh.ui.walls;

import java.text.Collator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.DescribeWalls;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.TwiceButton;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWall.Screen;

/**
 * What the wall that is looked at is called and where it hangs, for whoever may say so; screens that are gone, and the wall itself, are
 * taken away. What is typed stays until it is kept, whoever changes the wall meanwhile. FX thread.
 */
final class DescribePane extends VBox {
    private static final int ROWS = 14;

    /** A site to choose; without an id it is the whole city. */
    private record Place(@Nullable SiteId id, String path) {}

    private final PushDesk desk;
    private final DescribeWalls describing;
    private final Texts texts;
    private final Supplier<List<Site>> sites;
    private final TextField name = new TextField();
    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final ComboBox<Place> place = new ComboBox<>(places);
    private final Button keep;
    private final TwiceButton remove;
    private final TwiceButton delete;
    /** As it was when these fields were filled. */
    private @Nullable CityWall filled;

    /** @param sites those that may be seen here */
    DescribePane(PushDesk desk, Texts texts, Supplier<List<Site>> sites) {
        super(Tokens.SPACE_8);
        this.desk = desk;
        this.describing = desk.describing();
        this.texts = texts;
        this.sites = sites;
        Label title = new Label(texts.get("walls.describe"));
        title.getStyleClass().add("tc-strong");
        name.setPromptText(texts.get("walls.wallName"));
        name.setAccessibleText(texts.get("walls.wallName"));
        name.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= DescribeWalls.LONGEST_NAME ? change : null));
        name.setOnAction(event -> keep());
        name.textProperty().addListener((any, before, now) -> enable());
        place.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Place each) {
                return each == null ? "" : each.path();
            }

            @Override
            public Place fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        place.setVisibleRowCount(ROWS);
        place.setMaxWidth(Double.MAX_VALUE);
        place.setAccessibleText(texts.get("walls.wallSite"));
        place.valueProperty().addListener((any, before, now) -> enable());
        keep = new Button(texts.get("walls.keep"));
        keep.setOnAction(event -> keep());
        remove = new TwiceButton(texts.get("walls.removeSure"), () -> gone().ifPresent(describing::remove));
        delete = new TwiceButton(
                texts.get("walls.deleteSure"), () -> desk.watched().wall().ifPresent(describing::delete));
        delete.words(texts.get("walls.deleteWall"));
        Label site = new Label(texts.get("walls.wallSite"));
        site.getStyleClass().addAll("tc-dim", "tc-small");
        site.setLabelFor(place);
        getChildren().addAll(title, name, site, place, keep, remove, delete);
        managed(false);
    }

    private void managed(boolean is) {
        setVisible(is);
        setManaged(is);
    }

    /** The wall, or what may be done with it, is another. */
    void show() {
        Optional<CityWall> wall = desk.watched().wall();
        managed(describing.may() && wall.isPresent());
        if (wall.isPresent() && isVisible()) {
            fill(wall.get());
            enable();
        }
    }

    private void fill(CityWall wall) {
        CityWall was = filled;
        boolean another = was == null || !was.id().equals(wall.id());
        if (another) {
            delete.forget();
        }
        if (!another && isTyped() && !says(wall)) {
            return;
        }
        filled = wall;
        Map<String, Place> known = paths(wall);
        if (!List.copyOf(known.values()).equals(places)) {
            places.setAll(known.values());
        }
        if (another || !name.getText().equals(wall.name())) {
            name.setText(wall.name());
        }
        SiteId hangs = wall.site();
        place.setValue(known.get(hangs == null ? "" : hangs.value()));
    }

    /** By id, in the order of the tree: where the wall hangs, and wherever else it may be hung. */
    private Map<String, Place> paths(CityWall wall) {
        Map<String, Place> known = new LinkedHashMap<>();
        if (wall.site() == null || describing.mayHangAt(null)) {
            known.put("", new Place(null, texts.get("walls.wholeCity")));
        }
        Map<SiteId, Site> byId = new LinkedHashMap<>();
        sites.get().forEach(site -> byId.put(site.id(), site));
        Collator order = Collator.getInstance(texts.language().locale());
        byId.values().stream()
                .filter(site -> describing.mayHangAt(site.id()))
                .map(site -> new Place(site.id(), path(site, byId)))
                .sorted((one, other) -> order.compare(one.path(), other.path()))
                .forEach(each -> known.put(Objects.requireNonNull(each.id()).value(), each));
        SiteId hangs = wall.site();
        if (hangs != null) {
            known.putIfAbsent(hangs.value(), new Place(hangs, hangs.value()));
        }
        return known;
    }

    private static String path(Site site, Map<SiteId, Site> byId) {
        List<String> names = new ArrayList<>();
        Site at = site;
        while (at != null && names.size() <= byId.size()) {
            names.addFirst(at.name());
            SiteId above = at.parent();
            at = above == null ? null : byId.get(above);
        }
        return String.join(" › ", names);
    }

    /** True where something else stands in the fields than what the wall was when they were filled. */
    private boolean isTyped() {
        CityWall was = filled;
        return was != null && !says(was);
    }

    private boolean says(CityWall wall) {
        return name.getText().strip().equals(wall.name()) && Objects.equals(chosen(), wall.site());
    }

    private @Nullable SiteId chosen() {
        Place now = place.getValue();
        return now == null ? null : now.id();
    }

    private void keep() {
        CityWall was = filled;
        if (was != null && !keep.isDisabled()) {
            // What was refused because somebody was faster may be kept over what is there then.
            filled = desk.watched()
                    .wall()
                    .filter(now -> now.id().equals(was.id()))
                    .orElse(was);
            describing.describe(was, name.getText(), chosen());
        }
    }

    private Optional<Screen> gone() {
        return desk.watched().touched().size() == 1
                ? desk.watched()
                        .wall()
                        .flatMap(wall ->
                                wall.screen(desk.watched().touched().iterator().next()))
                        .filter(describing::mayRemove)
                : Optional.empty();
    }

    private void enable() {
        keep.setDisable(!isTyped() || name.getText().isBlank());
        Optional<Screen> screen = gone();
        remove.setVisible(screen.isPresent());
        remove.setManaged(screen.isPresent());
        screen.ifPresent(each -> remove.words(texts.get("walls.removeScreen", each.number())));
    }
}
