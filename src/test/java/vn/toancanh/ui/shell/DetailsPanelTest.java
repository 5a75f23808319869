package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.TileReading;
import vn.toancanh.live.Delivery;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.testing.Fx;

@Tag("slow")
class DetailsPanelTest {
    private static final StreamProfile SUB =
            new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 512, 30);
    private static final StreamStatistics KNOWN =
            by(new Delivery(MediaTransport.TLS, 2, 15.04, 14.9, null, false, false));

    @BeforeEach
    void javaFx() throws InterruptedException {
        Fx.needed();
    }

    @Test
    void theRowsStayWhenNothingIsKnownAnyMore() throws Exception {
        Fx.run(() -> {
            DetailsPanel panel = new DetailsPanel(new Texts(Language.EN));
            show(panel, TileState.LIVE, SUB, KNOWN);
            List<Label> known = rows(panel);
            assertThat(known)
                    .extracting(Label::getText)
                    .contains("Received", "15.0 a second (4,321)", "14.9 a second (4,300)", "12.3 a second")
                    .contains("0.51 Mbit/s", "3 packets", "2.4 ms", "TCP, encrypted", "Number 2");

            show(panel, TileState.OPENING, null, null);
            assertThat(rows(panel)).containsExactlyElementsOf(known);
            assertThat(known).extracting(Label::getText).contains("Received").doesNotContain("15.0 a second (4,321)");
            assertThat(known.stream().filter(each -> each.getText().equals("–")))
                    .hasSize(known.size() / 2);
        });
    }

    @Test
    void everyWayOfTheVideoHasItsWord() throws Exception {
        Fx.run(() -> {
            DetailsPanel panel = new DetailsPanel(new Texts(Language.VI));
            for (MediaTransport each : MediaTransport.values()) {
                show(panel, TileState.LIVE, SUB, by(new Delivery(each, 0, 0, 0, null, false, false)));
                String word = switch (each) {
                    case TCP -> "TCP";
                    case TLS -> "TCP, mã hóa";
                    case UDP -> "UDP";
                    case UNKNOWN -> "–";
                };
                assertThat(rows(panel)).extracting(Label::getText).contains(word);
            }
        });
    }

    @Test
    void anAgeIsToldWhereItCanBeKnownAndWarnsWhereSteeringWouldOvershoot() throws Exception {
        Fx.run(() -> {
            DetailsPanel panel = new DetailsPanel(new Texts(Language.EN));
            assertThat(ageOf(panel, new PictureAge(240, true))).isEqualTo("0.24 s");
            assertThat(ageOf(panel, new PictureAge(500, true))).isEqualTo("0.50 s");
            assertThat(amber(panel)).isEmpty();
            assertThat(ageOf(panel, new PictureAge(820, true))).isEqualTo("0.82 s, too old to steer by");
            assertThat(amber(panel)).hasSize(1);
            assertThat(ageOf(panel, new PictureAge(1_700_000_000_000L, false)))
                    .isEqualTo("Unknown, camera's clock is wrong");
            assertThat(amber(panel)).isEmpty();
            assertThat(ageOf(panel, null)).isEqualTo("Camera has told no time");
            show(panel, TileState.of(TileState.Phase.PAUSED), SUB, KNOWN);
            assertThat(rows(panel).getLast().getText()).as("no picture, no age").isEqualTo("–");
            ageOf(panel, new PictureAge(820, true));
            show(panel, TileState.OPENING, null, null);
            assertThat(amber(panel)).isEmpty();
        });
    }

    private static String ageOf(DetailsPanel panel, @Nullable PictureAge age) {
        panel.show(
                Optional.of(new TileReading(1, new CameraId("a"), TileState.LIVE, SUB, KNOWN, 15, age, List.of())),
                CatalogueSnapshot.EMPTY);
        List<Label> rows = rows(panel);
        return rows.get(rows.size() - 1).getText();
    }

    private static List<Label> amber(DetailsPanel panel) {
        return rows(panel).stream()
                .filter(each -> each.getStyleClass().contains("tc-amber-text"))
                .toList();
    }

    private static StreamStatistics by(Delivery delivery) {
        return new StreamStatistics(Codec.H264, 640, 360, 512, 4321, 4300, 3, 2.4, 0, delivery);
    }

    private static void show(
            DetailsPanel panel, TileState state, @Nullable StreamProfile playing, @Nullable StreamStatistics known) {
        panel.show(
                Optional.of(new TileReading(1, new CameraId("a"), state, playing, known, 12.3, null, List.of())),
                CatalogueSnapshot.EMPTY);
    }

    private static List<Label> rows(DetailsPanel panel) {
        return panel.getChildren().stream()
                .filter(GridPane.class::isInstance)
                .flatMap(each -> ((GridPane) each).getChildren().stream())
                .map(Label.class::cast)
                .toList();
    }
}
