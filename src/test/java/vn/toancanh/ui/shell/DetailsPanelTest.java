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
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.testing.Fx;

@Tag("slow")
class DetailsPanelTest {
    private static final StreamProfile SUB =
            new StreamProfile("sub", StreamRole.SUB, Codec.H264, 640, 360, 15, 512, 30);
    private static final StreamStatistics KNOWN =
            new StreamStatistics(Codec.H264, 640, 360, 512, 4321, 4300, 3, 2.4, 0);

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
                    .contains("Received", "4,321 pictures", "4,300 pictures", "0.51 Mbit/s", "3 packets", "2.4 ms");

            show(panel, TileState.OPENING, null, null);
            assertThat(rows(panel)).containsExactlyElementsOf(known);
            assertThat(known).extracting(Label::getText).contains("Received").doesNotContain("4,321 pictures");
            assertThat(known.stream().filter(each -> each.getText().equals("–")))
                    .hasSize(known.size() / 2);
        });
    }

    private static void show(
            DetailsPanel panel, TileState state, @Nullable StreamProfile playing, @Nullable StreamStatistics known) {
        panel.show(
                Optional.of(new TileReading(1, new CameraId("a"), state, playing, known, List.of())),
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
