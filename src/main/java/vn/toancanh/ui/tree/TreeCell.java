package vn.toancanh.ui.tree;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.catalogue.Highlight;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Site;
import vn.toancanh.ui.kit.CameraDrag;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** A line of the tree: shape of the state, number, name; at the right how many cameras, or the tile it stands in. */
final class TreeCell extends ListCell<TreeRow> {
    private static final double LEAD_WIDTH = 24;

    private final CameraTreeModel model;
    private final Texts texts;
    private final FontIcon opened = Icons.OPENED.at(Tokens.ICON_16);
    private final FontIcon folded = Icons.FOLDED.at(Tokens.ICON_16);
    private final StackPane lead = new StackPane();
    private final Region state = new Region();
    private final Label number = new Label();
    private final MarkedText name = new MarkedText();
    private final Label trail = new Label();
    private final HBox line = new HBox(Tokens.SPACE_4, lead, number, name, trail);
    private final Tooltip tip = Tips.of("", "");

    TreeCell(CameraTreeModel model, Texts texts, Supplier<List<CameraId>> chosen, Consumer<TreeRow> enter) {
        this.model = model;
        this.texts = texts;
        // The arrow is small, what the mouse may hit is the line's whole height.
        lead.setMinSize(LEAD_WIDTH, Tokens.TARGET);
        lead.setMaxHeight(Double.MAX_VALUE);
        state.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        number.getStyleClass().addAll("tc-figures", "tc-tree-number");
        number.setMinWidth(USE_PREF_SIZE);
        trail.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.setPrefWidth(1);
        lead.setOnMousePressed(this::pressLead);
        setOnMouseClicked(event -> {
            TreeRow row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                enter.accept(row);
            }
        });
        setOnDragDetected(event -> {
            TreeRow row = getItem();
            List<CameraId> cameras = row == null ? List.of() : isSelected() ? chosen.get() : model.meant(row);
            if (!cameras.isEmpty()) {
                CameraDrag.put(startDragAndDrop(TransferMode.COPY), cameras, carried(row, cameras.size()));
                event.consume();
            }
        });
    }

    private String carried(@Nullable TreeRow row, int cameras) {
        return cameras == 1 && row instanceof TreeRow.OfCamera(Camera camera, int depth, var marks)
                ? titleOf(camera)
                : texts.get("tree.found", cameras);
    }

    private static String titleOf(Camera camera) {
        return camera.number() == null ? camera.name() : camera.number() + "  " + camera.name();
    }

    private void pressLead(MouseEvent event) {
        if (getItem() instanceof TreeRow.OfSite site && event.getButton() == MouseButton.PRIMARY) {
            model.toggle(site.site().id());
            event.consume();
        }
    }

    @Override
    protected void updateItem(@Nullable TreeRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            return;
        }
        line.setPadding(new Insets(0, 0, 0, row.depth() * Tokens.SPACE_16));
        switch (row) {
            case TreeRow.OfSite site -> show(site);
            case TreeRow.OfCamera camera -> show(camera.camera(), camera.marks());
        }
        setGraphic(line);
        setTooltip(tip);
    }

    private void show(TreeRow.OfSite row) {
        String words = nameOf(row.site(), texts);
        lead.getChildren().setAll(row.open() ? opened : folded);
        number.setManaged(false);
        number.setVisible(false);
        name.show(words, row.marks());
        name.getStyleClass().setAll("tc-tree-site");
        trail.getStyleClass().setAll("label", "tc-figures", "tc-small", "tc-dim");
        trail.setText(texts.get("tree.count", row.count()));
        trail.setManaged(true);
        trail.setVisible(true);
        tip.setText(texts.get("tree.siteTip", words, row.count()));
        setAccessibleText(texts.get("tree.siteTip", words, row.count()));
    }

    private void show(Camera camera, List<Highlight> marks) {
        state.getStyleClass()
                .setAll("tc-state", "tc-state-" + camera.state().name().toLowerCase(Locale.ROOT));
        lead.getChildren().setAll(state);
        Integer short_ = camera.number();
        number.setText(short_ == null ? "" : short_.toString());
        number.setManaged(true);
        number.setVisible(true);
        boolean numberMarked = marks.stream().anyMatch(mark -> mark.field() == Highlight.Field.NUMBER);
        number.getStyleClass().remove("tc-accent-text");
        if (numberMarked) {
            number.getStyleClass().add("tc-accent-text");
        }
        name.show(
                camera.name(),
                marks.stream()
                        .filter(mark -> mark.field() == Highlight.Field.NAME)
                        .toList());
        name.getStyleClass().setAll("tc-tree-camera");
        Integer tile = model.onWall().get().get(camera.id());
        trail.getStyleClass().setAll("label", "tc-figures", "tc-small", "tc-tree-tile");
        trail.setText(tile == null ? "" : tile.toString());
        trail.setManaged(tile != null);
        trail.setVisible(tile != null);
        String words = words(camera, tile);
        tip.setText(words);
        setAccessibleText(words.replace('\n', ','));
    }

    private String words(Camera camera, @Nullable Integer tile) {
        String path =
                model.path(camera).stream().map(site -> nameOf(site, texts)).collect(Collectors.joining(" · "));
        String first = titleOf(camera);
        String last = tile == null ? "" : "\n" + texts.get("tree.onTile", tile);
        return first + "\n" + path + "\n" + texts.get(keyOf(camera.state())) + last;
    }

    /** The site's name; the cameras that stand nowhere known have a word of their own. */
    static String nameOf(Site site, Texts texts) {
        return site.id().equals(CatalogueSnapshot.NOWHERE) || site.name().isBlank()
                ? texts.get("tree.nowhere")
                : site.name();
    }

    private static String keyOf(CameraState state) {
        return switch (state) {
            case ONLINE -> "tree.online";
            case OFFLINE -> "tree.offline";
            case UNAUTHORISED -> "tree.unauthorised";
            case NO_VIDEO -> "tree.noVideo";
            case DISABLED -> "tree.disabled";
            case UNKNOWN -> "tree.unknown";
        };
    }
}
