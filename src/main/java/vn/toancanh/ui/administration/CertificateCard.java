package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.FingerprintGrid;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/**
 * What one camera shows, and what is accepted of it. What nobody has accepted is accepted only by who says to have compared it; where another
 * one was accepted before, both are shown. FX thread.
 */
final class CertificateCard extends VBox {
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final Consumer<List<Fingerprint>> accept;
    private final Runnable withdraw;
    private final MessageLine message = new MessageLine();

    /**
     * @param moment a point in time as people read it
     * @param accept accepts these of the camera on show, and no others
     * @param withdraw accepts none of it any more
     */
    CertificateCard(
            Texts texts, Function<Instant, String> moment, Consumer<List<Fingerprint>> accept, Runnable withdraw) {
        super(Tokens.SPACE_12);
        this.texts = texts;
        this.moment = moment;
        this.accept = accept;
        this.withdraw = withdraw;
        getStyleClass().add("tc-form");
        nothing();
    }

    /** No camera is chosen. */
    void nothing() {
        getChildren().setAll(Form.dim(texts.get("administration.certificateChoose")));
    }

    /** The server is looking at that camera. */
    void asking(String camera) {
        getChildren().setAll(Form.title(camera), Form.dim(texts.get("administration.certificateAsking")));
    }

    /** Nothing can be told of it. */
    void failed(String camera, String why) {
        message.say(Weight.LOOK, why);
        getChildren().setAll(Form.title(camera), message);
    }

    /** A change was not made; what stands here stands. */
    void refused(String why) {
        message.say(Weight.ACT, why);
    }

    /** @param since when what is accepted was; null where that is not known */
    void show(String camera, @Nullable Instant since, List<StreamCertificate> streams) {
        message.clear();
        getChildren().setAll(Form.title(camera));
        for (StreamCertificate stream : streams) {
            getChildren().add(new VBox(Form.dim(role(stream.role())), Form.sentence(texts.get(stream.stateKey()))));
        }
        if (streams.isEmpty()) {
            getChildren().add(Form.dim(texts.get("administration.certificateNoStreams")));
        }
        List<Fingerprint> accepted = StreamCertificate.accepted(streams);
        List<Fingerprint> open = StreamCertificate.open(streams);
        String kept = since == null
                ? texts.get("administration.certificateKept")
                : texts.get("administration.certificateKeptSince", moment.apply(since));
        accepted.forEach(each -> getChildren().add(print(kept, each)));
        open.forEach(each -> getChildren().add(print(texts.get("administration.certificateShown"), each)));
        if (!open.isEmpty()) {
            ask(!accepted.isEmpty(), StreamCertificate.toAccept(streams));
        }
        getChildren().add(message);
        if (!accepted.isEmpty()) {
            Button forget = new Button(texts.get("administration.certificateWithdraw"));
            forget.setMinWidth(USE_PREF_SIZE);
            forget.setOnAction(event -> withdraw.run());
            getChildren().add(forget);
        }
    }

    /** @param changed another one was accepted before */
    private void ask(boolean changed, List<Fingerprint> wanted) {
        MessageLine warning = new MessageLine();
        warning.say(
                changed ? Weight.ACT : Weight.LOOK,
                texts.get(changed ? "administration.certificateChanged" : "administration.certificateNew"));
        CheckBox compared = new CheckBox(texts.get("administration.certificateCompared"));
        compared.setWrapText(true);
        compared.setMinHeight(USE_PREF_SIZE);
        Button on = new Button(texts.get("administration.certificateAccept"));
        on.setMinWidth(USE_PREF_SIZE);
        on.disableProperty().bind(compared.selectedProperty().not());
        on.setOnAction(event -> accept.accept(wanted));
        getChildren().addAll(warning, compared, on);
    }

    private String role(String word) {
        return switch (word) {
            case "main" -> texts.get("administration.certificateMain");
            case "sub" -> texts.get("administration.certificateSub");
            default -> texts.get("administration.certificateStream", word);
        };
    }

    private static VBox print(String name, Fingerprint fingerprint) {
        Label above = Form.dim(name);
        return new VBox(Tokens.SPACE_4, above, new FingerprintGrid(name, fingerprint));
    }
}
