package vn.toancanh.ui.login;

import java.time.Instant;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.FingerprintGrid;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/**
 * Asks whether the server is the one meant, by the fingerprint of its certificate; nothing has been told to it. Where this
 * machine knows the server by another one, both are shown, and the way on opens only when the person says to have compared
 * them. The keyboard stands on the way back.
 */
final class TrustQuestion extends VBox {
    private static final double WIDTH = 480;

    private final Button back;

    /**
     * @param moment a point in time as people read it now
     * @param trust what follows when the person says that it is the one meant
     * @param leave what follows when not
     */
    TrustQuestion(
            ShownCertificate shown, Texts texts, Function<Instant, String> moment, Runnable trust, Runnable leave) {
        super(Tokens.SPACE_16);
        Fingerprint known = shown.known();
        boolean changed = known != null;
        getStyleClass().add("tc-trust");
        setMaxSize(WIDTH, USE_PREF_SIZE);

        Label title = new Label(
                texts.get(changed ? "login.trustChanged" : "login.trustNew", shown.server()),
                (changed ? Icons.ACT : Icons.LOOK).at(Tokens.ICON_20));
        title.setGraphicTextGap(Tokens.SPACE_8);
        title.getStyleClass().addAll("tc-strong", "tc-large", changed ? "tc-act" : "tc-look");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);

        HBox prints = new HBox(Tokens.SPACE_24);
        if (known != null) {
            prints.getChildren().add(print(texts.get("login.trustKnown"), known));
        }
        prints.getChildren().add(print(texts.get("login.trustShown"), shown.fingerprint()));

        back = new Button(texts.get("login.trustBack"));
        back.setOnAction(event -> leave.run());
        Button on = new Button(texts.get(changed ? "login.trustAnew" : "login.trustYes"));
        on.setOnAction(event -> trust.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox ways = new HBox(Tokens.SPACE_8, back, between, on);
        ways.setAlignment(Pos.CENTER_LEFT);

        getChildren()
                .addAll(
                        title,
                        sentence(texts.get(reason(shown.why()))),
                        prints,
                        dim(texts.get("login.trustDates", moment.apply(shown.from()), moment.apply(shown.until()))),
                        sentence(texts.get(changed ? "login.trustAskFirst" : "login.trustCompare")));
        if (changed) {
            CheckBox compared = new CheckBox(texts.get("login.trustCompared"));
            compared.setWrapText(true);
            on.disableProperty().bind(compared.selectedProperty().not());
            getChildren().add(compared);
        }
        getChildren().add(ways);
    }

    /** Brings the keyboard to the way back. */
    void takeFocus() {
        back.requestFocus();
    }

    private static String reason(ShownCertificate.Why why) {
        return switch (why) {
            case CHANGED -> "login.trustWhyChanged";
            case ENDED -> "login.trustWhyEnded";
            case NOT_YET -> "login.trustWhyNotYet";
            case OTHER_NAME -> "login.trustWhyOtherName";
            case UNKNOWN -> "login.trustWhyUnknown";
        };
    }

    private static VBox print(String name, Fingerprint fingerprint) {
        return new VBox(Tokens.SPACE_4, dim(name), new FingerprintGrid(name, fingerprint));
    }

    private static Label dim(String text) {
        Label label = sentence(text);
        label.getStyleClass().add("tc-dim");
        return label;
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
