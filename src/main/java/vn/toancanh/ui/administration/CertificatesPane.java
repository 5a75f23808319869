package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.AcceptedCamera;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/**
 * Certificates of cameras: of which one is accepted, and what a camera shows that is chosen there or called by its number. The server looks at
 * it only when it is asked to, since that takes seconds. FX thread.
 */
final class CertificatesPane extends VBox implements SectionPane {
    private static final double LINE_HEIGHT = 48;
    private static final double CARD_WIDTH = 360;
    private static final double CAMERA_WIDTH = 150;

    /** The camera on show. */
    private record Chosen(CameraId id, String name) {}

    private final AdministrationModel model;
    private final Texts texts;
    private final Overlay overlay;
    private final Field<TextField> number;
    private final MessageLine message = new MessageLine();
    private final ObservableList<AcceptedCamera> shown = FXCollections.observableArrayList();
    private final ListView<AcceptedCamera> list = new ListView<>(shown);
    private final Label empty = Form.dim("");
    private final CertificateCard card;
    private @Nullable Chosen chosen;
    private int asked;
    private boolean sending;
    private boolean filling;

    CertificatesPane(AdministrationModel model, Texts texts, Overlay overlay) {
        super(Tokens.SPACE_12);
        this.model = model;
        this.texts = texts;
        this.overlay = overlay;
        getStyleClass().add("tc-certificates");
        number = Field.text(texts.get("administration.certificateCamera"), "");
        number.setPrefWidth(CAMERA_WIDTH);
        number.control().setOnAction(event -> call());
        Button look = new Button(texts.get("administration.certificateLook"));
        look.setMinWidth(USE_PREF_SIZE);
        look.setOnAction(event -> call());
        HBox calling = new HBox(Tokens.SPACE_8, number, new VBox(Tokens.SPACE_4, new Label(" "), look));
        calling.setAlignment(Pos.TOP_LEFT);
        list.setFixedCellSize(LINE_HEIGHT);
        ListKeys.letEscapeGo(list);
        list.setAccessibleText(texts.get("administration.certificates"));
        list.setCellFactory(any -> new TwoLineCell<>(this::name, this::place, this::since, false));
        list.getSelectionModel().selectedItemProperty().addListener((any, was, now) -> {
            if (now != null && !filling) {
                look(new Chosen(now.id(), name(now)));
            }
        });
        card = new CertificateCard(texts, this::written, this::acceptOnShow, this::withdraw);
        StackPane middle = new StackPane(list, empty);
        middle.setMinHeight(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        ScrollPane right = new ScrollPane(card);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.setMinWidth(CARD_WIDTH);
        right.setPrefWidth(CARD_WIDTH);
        HBox both = new HBox(Tokens.SPACE_16, middle, right);
        both.setMinHeight(0);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Form.title(texts.get("administration.certificates")),
                        Form.dim(texts.get("administration.certificatesWords")),
                        calling,
                        message,
                        both);
    }

    private String name(AcceptedCamera camera) {
        return named(camera.number(), camera.name());
    }

    private static String named(@Nullable Integer number, String name) {
        return number == null ? name : number + " · " + name;
    }

    private String place(AcceptedCamera camera) {
        return model.book()
                .lines()
                .find(camera.site())
                .map(SiteLines.Line::path)
                .orElse("");
    }

    private String since(AcceptedCamera camera) {
        Instant since = camera.since();
        return since == null ? "" : texts.get("administration.certificateSince", written(since));
    }

    private String written(Instant at) {
        return TypedTimes.written(at, model.trail().zone());
    }

    @Override
    public void takeFocus() {
        number.takeFocus();
    }

    @Override
    public boolean onShowAlone() {
        return true;
    }

    @Override
    public void refresh() {
        list.refresh();
    }

    /** Asks for those of which one is accepted; the camera on show is not looked at again. */
    @Override
    public void reload() {
        empty.setText(shown.isEmpty() ? texts.get("administration.loading") : "");
        empty.setVisible(shown.isEmpty());
        model.certificates().accepted(this::came);
    }

    private void came(Outcome<List<AcceptedCamera>> outcome) {
        switch (outcome) {
            case Outcome.Done<List<AcceptedCamera>>(List<AcceptedCamera> told) -> {
                message.clear();
                fill(told);
                empty.setText(texts.get("administration.noCertificates"));
            }
            case Outcome.Failed<List<AcceptedCamera>>(Failure failure) -> {
                message.say(Weight.LOOK, texts.get("administration.old", texts.of(failure)));
                empty.setText("");
            }
        }
        empty.setVisible(shown.isEmpty());
    }

    /** The one on show stays the chosen one, where it is among them. */
    private void fill(List<AcceptedCamera> told) {
        filling = true;
        shown.setAll(told);
        list.getSelectionModel().clearSelection();
        Chosen now = chosen;
        if (now != null) {
            kept(now).ifPresent(list.getSelectionModel()::select);
        }
        filling = false;
    }

    private @Nullable Instant acceptedSince(Chosen of) {
        return kept(of).flatMap(camera -> Optional.ofNullable(camera.since())).orElse(null);
    }

    private Optional<AcceptedCamera> kept(Chosen of) {
        return shown.stream().filter(camera -> camera.id().equals(of.id())).findFirst();
    }

    /** Has the camera looked at whose number stands in the field. */
    private void call() {
        number.right();
        Optional<Chosen> found = model.trail()
                .known()
                .get()
                .number(RightWords.number(number.control().getText()))
                .map(camera -> new Chosen(camera.id(), named(camera.number(), camera.name())));
        if (found.isEmpty()) {
            number.wrong(texts.get("trail.faultCamera"));
            return;
        }
        look(found.get());
    }

    private void look(Chosen camera) {
        chosen = camera;
        int mine = ++asked;
        card.asking(camera.name());
        model.certificates().look(camera.id(), outcome -> {
            if (mine == asked) {
                looked(camera, outcome);
            }
        });
    }

    private void looked(Chosen camera, Outcome<List<StreamCertificate>> outcome) {
        switch (outcome) {
            case Outcome.Done<List<StreamCertificate>>(List<StreamCertificate> streams) ->
                card.show(camera.name(), acceptedSince(camera), streams);
            case Outcome.Failed<List<StreamCertificate>>(Failure failure) -> card.failed(camera.name(), words(failure));
        }
    }

    private String words(Failure failure) {
        return failure.kind() == Failure.Kind.FORBIDDEN ? texts.get("administration.forbidden") : texts.of(failure);
    }

    private void withdraw() {
        Chosen camera = chosen;
        if (camera != null) {
            overlay.ask(
                    texts.get("administration.certificateWithdrawTitle", camera.name()),
                    texts.get("administration.certificateWithdrawWords"),
                    texts.get("administration.certificateWithdraw"),
                    () -> accept(camera, List.of()));
        }
    }

    private void acceptOnShow(List<Fingerprint> certificates) {
        Chosen camera = chosen;
        if (camera != null) {
            accept(camera, certificates);
        }
    }

    /** Once, however often it is pressed. */
    private void accept(Chosen camera, List<Fingerprint> certificates) {
        if (sending) {
            return;
        }
        sending = true;
        model.certificates().accept(camera.id(), certificates, outcome -> {
            sending = false;
            switch (outcome) {
                case Outcome.Done<Boolean> done ->
                    model.certificates().accepted(told -> {
                        came(told);
                        if (camera.equals(chosen)) {
                            look(camera);
                        }
                    });
                case Outcome.Failed<Boolean>(Failure failure) -> {
                    if (camera.equals(chosen)) {
                        card.refused(words(failure));
                    }
                }
            }
        });
    }
}
