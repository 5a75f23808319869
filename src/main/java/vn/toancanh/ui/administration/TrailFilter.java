package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.TrailService.Wanted;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.administration.TrailWords.Kind;
import vn.toancanh.ui.kit.Tokens;

/** What is to be looked for in the audit trail. Enter in any field looks. FX thread. */
final class TrailFilter extends VBox {
    private static final double USER_WIDTH = 220;
    private static final double DEED_WIDTH = 240;
    private static final double CAMERA_WIDTH = 150;
    private static final double TIME_WIDTH = 220;

    private final TrailParts trail;
    private final Texts texts;
    private final Runnable look;
    private final Field<TextField> user;
    private final Field<ComboBox<Kind>> deed;
    private final Field<TextField> camera;
    private final Field<SiteButton> site;
    private final Field<TextField> from;
    private final Field<TextField> to;

    /**
     * @param look looks for what stands here
     * @param aside what stands at the right of the buttons
     */
    TrailFilter(TrailParts trail, TrailWords words, Texts texts, Overlay overlay, Runnable look, Node aside) {
        super(Tokens.SPACE_8);
        this.trail = trail;
        this.texts = texts;
        this.look = look;
        user = text("trail.user", "", USER_WIDTH);
        deed = new Field<>(texts.get("trail.deed"), new ComboBox<>());
        deed.control().getItems().setAll(TrailWords.KINDS);
        deed.control().setConverter(new BoxWords<>(words::kind));
        deed.control().getSelectionModel().select(0);
        deed.control().setOnAction(event -> look.run());
        wide(deed, DEED_WIDTH);
        camera = text("trail.cameraNumber", "", CAMERA_WIDTH);
        site = new Field<>(
                texts.get("trail.site"),
                new SiteButton(
                        null,
                        new SiteLines(trail.known().get().sites()),
                        line -> true,
                        texts.get("trail.anySite"),
                        true,
                        texts,
                        overlay,
                        look));
        HBox.setHgrow(site, Priority.ALWAYS);
        site.setMinWidth(0);
        site.setVisible(trail.service().sitesOffered());
        site.setManaged(site.isVisible());
        from = text("trail.from", "trail.timePrompt", TIME_WIDTH);
        to = text("trail.to", "trail.timePrompt", TIME_WIDTH);
        Button search = new Button(texts.get("trail.search"));
        search.getStyleClass().add("tc-primary");
        search.setMinWidth(USE_PREF_SIZE);
        search.setOnAction(event -> look.run());
        Button reset = new Button(texts.get("trail.reset"));
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(event -> reset());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        getChildren()
                .addAll(
                        row(user, deed, camera, site),
                        row(from, to, below(search), below(reset), between, below(aside)));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(Tokens.SPACE_8, nodes);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    /** At the height of the fields beside it, which have a line above them. */
    private static VBox below(Node node) {
        return new VBox(Tokens.SPACE_4, new Label(" "), node);
    }

    private Field<TextField> text(String name, String prompt, double width) {
        Field<TextField> field = Field.text(texts.get(name), "");
        field.control().setOnAction(event -> look.run());
        if (!prompt.isEmpty()) {
            field.control().setPromptText(texts.get(prompt));
        }
        wide(field, width);
        return field;
    }

    private static void wide(Field<?> field, double width) {
        field.setPrefWidth(width);
        field.setMinWidth(0);
    }

    /** What stands here; empty where something cannot be read, which is said where it stands. */
    Optional<Wanted> read() {
        List.of(user, deed, camera, site, from, to).forEach(Field::right);
        Optional<Instant> begin = moment(from, false);
        Optional<Instant> end = moment(to, true);
        Optional<CameraId> which = camera();
        boolean wrong = Field.anyWrong(from, to, camera);
        if (!wrong && begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            to.wrong(texts.get("trail.faultOrder"));
            wrong = true;
        }
        @Nullable Kind kind = deed.control().getValue();
        return wrong
                ? Optional.empty()
                : Optional.of(new Wanted(
                        begin.orElse(null),
                        end.orElse(null),
                        user.control().getText().strip(),
                        kind == null ? "" : kind.action(),
                        which,
                        Optional.ofNullable(site.control().site())));
    }

    private Optional<Instant> moment(Field<TextField> field, boolean whole) {
        String typed = field.control().getText();
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<Instant> read = TypedTimes.read(typed, trail.zone(), whole);
        if (read.isEmpty()) {
            field.wrong(texts.get("trail.faultTime"));
        }
        return read;
    }

    private Optional<CameraId> camera() {
        String typed = camera.control().getText();
        if (typed.isBlank()) {
            return Optional.empty();
        }
        Optional<CameraId> found =
                trail.known().get().number(RightWords.number(typed)).map(Camera::id);
        if (found.isEmpty()) {
            camera.wrong(texts.get("trail.faultCamera"));
        }
        return found;
    }

    private void reset() {
        List.of(user, camera, from, to).forEach(field -> field.control().clear());
        site.control().set(null);
        deed.control().getSelectionModel().select(0);
        look.run();
    }

    /** Brings the keyboard to the first field. */
    void takeFocus() {
        user.takeFocus();
    }
}
