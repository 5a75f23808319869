package vn.toancanh.ui.shell;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.TileReading;
import vn.toancanh.live.Cause;
import vn.toancanh.live.Delivery;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.live.TileWords;
import vn.toancanh.model.Camera;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.Site;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.kit.Tokens;

/** Everything known of the camera in the selected tile. */
final class DetailsPanel extends VBox {
    private static final String UNKNOWN = "–";

    private final Texts texts;
    private final Label title = new Label();
    private final Label site = new Label();
    private final Label state = new Label();
    private final Label cause = new Label();
    private final GridPane facts = new GridPane(Tokens.SPACE_12, Tokens.SPACE_8);
    private final Label stream;
    private final Label picture;
    private final Label bitrate;
    private final Label transport;
    private final Label worker;
    private final Label received;
    private final Label decoded;
    private final Label presented;
    private final Label lost;
    private final Label jitter;
    private final Label age;
    private final Label reason = new Label();
    private final Label none = new Label();

    DetailsPanel(Texts texts) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        getStyleClass().add("tc-details");
        setPrefWidth(Tokens.DETAILS_WIDTH);
        setMinWidth(Tokens.DETAILS_WIDTH);
        stream = fact("shell.stream");
        picture = fact("shell.picture");
        bitrate = fact("shell.bitrate");
        transport = fact("shell.transport");
        worker = fact("shell.worker");
        received = fact("shell.received");
        decoded = fact("shell.frames");
        presented = fact("shell.presented");
        lost = fact("shell.lost");
        jitter = fact("shell.jitter");
        age = fact("shell.age");
        title.getStyleClass().addAll("tc-strong", "tc-medium");
        site.getStyleClass().add("tc-dim");
        reason.getStyleClass().add("tc-dim");
        none.getStyleClass().add("tc-dim");
        none.setText(texts.get("shell.detailsNone"));
        for (Label each : new Label[] {title, site, state, cause, reason, none}) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        show(Optional.empty(), CatalogueSnapshot.EMPTY);
    }

    void show(Optional<TileReading> tile, CatalogueSnapshot cameras) {
        if (tile.isEmpty()) {
            getChildren().setAll(none);
            return;
        }
        TileReading reading = tile.get();
        Optional<Camera> camera = cameras.camera(reading.camera());
        title.setText(camera.map(this::titleOf).orElse(texts.get("shell.cameraUnknown")));
        site.setText(camera.map(each -> cameras.path(each.site()).stream()
                        .map(Site::name)
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(" · ")))
                .orElse(""));
        TileState.Phase phase = reading.state().phase();
        state.setText(texts.get("shell.tileState", reading.tile(), texts.get(TileWords.of(phase))));
        state.getStyleClass()
                .setAll("label", "tc-strong", phase == TileState.Phase.LIVE ? "tc-plain" : colourOf(phase));
        Cause why = reading.state().cause();
        cause.setText(why == null ? "" : sentence(texts.get(why.textKey())));
        // The state and its cause are said above.
        reason.setText(reading.reasons().stream()
                .filter(each -> !each.textKey().equals(TileWords.of(phase)))
                .filter(each -> why == null || !each.textKey().equals(why.textKey()))
                .map(each -> texts.get(each.textKey(), each.args().toArray()))
                .map(DetailsPanel::sentence)
                .collect(Collectors.joining("\n")));
        tell(reading);
        getChildren().setAll(title, site, state);
        if (why != null) {
            getChildren().add(cause);
        }
        getChildren().add(facts);
        if (!reason.getText().isEmpty()) {
            getChildren().add(reason);
        }
    }

    private String titleOf(Camera camera) {
        return camera.number() == null ? camera.name() : camera.number() + " · " + camera.name();
    }

    /** The rows stay as they are while nothing is known, so that the panel does not jump when a stream opens or fails. */
    private void tell(TileReading reading) {
        StreamProfile playing = reading.playing();
        StreamStatistics known = reading.statistics();
        stream.setText(playing == null ? UNKNOWN : texts.get(keyOf(playing.role())));
        if (known == null) {
            facts().forEach(each -> each.setText(UNKNOWN));
            age.getStyleClass().remove("tc-amber-text");
            return;
        }
        tell(reading.age(), reading.state().phase().playing());
        Delivery delivery = known.delivery();
        picture.setText(texts.get("shell.pictureWords", known.width(), known.height(), known.codec()));
        bitrate.setText(texts.get("shell.bitrateWords", known.bitrateKbps() / 1000.0));
        transport.setText(wordOf(delivery.transport()));
        worker.setText(delivery.worker() == 0 ? UNKNOWN : texts.get("shell.workerWords", delivery.worker()));
        received.setText(texts.get("shell.framesWords", delivery.receivedFps(), known.framesReceived()));
        decoded.setText(texts.get("shell.framesWords", delivery.decodedFps(), known.framesDecoded()));
        presented.setText(texts.get("shell.presentedWords", reading.presentedFps()));
        lost.setText(texts.get("shell.lostWords", known.packetsLost()));
        jitter.setText(texts.get("shell.jitterWords", known.jitterMs()));
    }

    private void tell(@Nullable PictureAge known, boolean playing) {
        boolean warns = known != null && known.tooOldToSteer();
        age.getStyleClass().setAll("label", "tc-figures");
        if (warns) {
            age.getStyleClass().add("tc-amber-text");
        }
        if (known == null) {
            age.setText(playing ? texts.get("shell.ageUnknown") : UNKNOWN);
        } else if (!known.trusted()) {
            age.setText(texts.get("shell.ageUntrusted"));
        } else {
            age.setText(texts.get(warns ? "shell.ageTooOld" : "shell.ageWords", known.millis() / 1000.0));
        }
    }

    /** What is known of a stream only once it plays. */
    private Stream<Label> facts() {
        return Stream.of(picture, bitrate, transport, worker, received, decoded, presented, lost, jitter, age);
    }

    private String wordOf(MediaTransport known) {
        return switch (known) {
            case TCP -> texts.get("shell.transportTcp");
            case TLS -> texts.get("shell.transportTls");
            case UDP -> texts.get("shell.transportUdp");
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Label fact(String key) {
        Label left = new Label(texts.get(key));
        left.getStyleClass().add("tc-dim");
        left.setMinWidth(USE_PREF_SIZE);
        Label right = new Label(UNKNOWN);
        right.getStyleClass().add("tc-figures");
        right.setWrapText(true);
        right.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(left, VPos.TOP);
        facts.addRow(facts.getRowCount(), left, right);
        return right;
    }

    private static String keyOf(StreamRole role) {
        return switch (role) {
            case MAIN -> "shell.streamMain";
            case SUB -> "shell.streamSub";
            case THIRD -> "shell.streamThird";
        };
    }

    private static String colourOf(TileState.Phase phase) {
        return switch (phase) {
            case LATE, UNCHANGED, RECONNECTING, REDUCED, QUARANTINED, PAUSED, OPENING -> "tc-amber-text";
            case LIVE, EMPTY -> "tc-dim";
            default -> "tc-red-text";
        };
    }
}
