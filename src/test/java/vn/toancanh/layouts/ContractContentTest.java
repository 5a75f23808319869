package vn.toancanh.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/** The contract's words for what stands in a cell, both ways. */
class ContractContentTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ContractContent CONTENT = new ContractContent(ContractContentTest::parsed);
    private static final CameraId ONE = new CameraId("c-1");

    private static Optional<Object> parsed(String text) {
        return text.startsWith("{") ? Optional.of(JSON.readTree(text)) : Optional.empty();
    }

    private static CellContent read(String text) {
        return ContractContent.read(JSON.readValue(text, Object.class), () -> text);
    }

    static Stream<CellContent> all() {
        return Stream.of(
                CellContent.EMPTY,
                CellContent.HOTSPOT,
                new CellContent.OfCamera(ONE, StreamChoice.AUTO),
                new CellContent.OfCamera(ONE, StreamChoice.MAIN, new PictureView(PictureView.Fit.WHOLE, 1)),
                new CellContent.OfCamera(ONE, StreamChoice.SUB, new PictureView(PictureView.Fit.FILL, 3)),
                Carousel.of(List.of(ONE, new CameraId("c-2")), 7),
                new CellContent.Unknown("map", "{\"type\":\"map\",\"zoom\":[1,2.5,null,{\"deep\":\"ơ\"}]}"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsWrittenIsReadAgain(CellContent content) {
        String text = JSON.writeValueAsString(CONTENT.write(content));
        assertThat(read(text)).isEqualTo(content);
    }

    @Test
    void theWordsAreTheContracts() {
        JsonNode turned = JSON.valueToTree(CONTENT.write(
                new CellContent.OfCamera(ONE, StreamChoice.MAIN, new PictureView(PictureView.Fit.FILL, 3))));
        assertThat(turned)
                .isEqualTo(JSON.readTree(
                        "{\"type\":\"camera\",\"cameraId\":\"c-1\",\"role\":\"main\",\"fit\":\"fill\",\"turn\":270}"));
        assertThat(JSON.writeValueAsString(CONTENT.write(Carousel.of(List.of(ONE), 9))))
                .isEqualTo("{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"c-1\",\"seconds\":9}]}");
        assertThat(CONTENT.write(new CellContent.Unknown("map", "damaged"))).isEqualTo(Map.of("type", "map"));
        for (Layout.Scope scope : Layout.Scope.values()) {
            assertThat(ContractContent.scope(ContractContent.scope(scope))).isEqualTo(scope);
        }
        assertThat(ContractContent.scope((String) null)).isEqualTo(Layout.Scope.PRIVATE);
        assertThat(ContractContent.scope("planet")).isEqualTo(Layout.Scope.CITY);
    }

    @Test
    void whatCannotBeShownIsKeptAsItCameAndNeverHalf() {
        assertThat(ContractContent.read(null, () -> "")).isEqualTo(CellContent.EMPTY);
        assertThat(ContractContent.read("camera", () -> "")).isEqualTo(CellContent.EMPTY);
        for (String strange : List.of(
                "{\"type\":\"camera\"}",
                "{\"type\":\"camera\",\"cameraId\":\"\"}",
                "{\"type\":\"camera\",\"cameraId\":\"" + "x".repeat(65) + "\"}",
                "{\"type\":\"camera\",\"cameraId\":7}",
                "{\"type\":\"playlist\",\"items\":[]}",
                "{\"type\":\"playlist\",\"items\":\"c-1\"}",
                "{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"c-1\"},{\"seconds\":5}]}",
                "{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"c-1\",\"seconds\":0}]}",
                "{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"c-1\",\"seconds\":3601}]}",
                "{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"c-1\",\"seconds\":\"5\"}]}",
                "{\"cameraId\":\"c-1\"}")) {
            assertThat(read(strange))
                    .as(strange)
                    .isInstanceOfSatisfying(
                            CellContent.Unknown.class,
                            kept -> assertThat(kept.json()).isEqualTo(strange));
        }
    }

    @Test
    void whatIsSaidOfAPictureIsReadLenientlyAndASecondThatIsMissingIsTheUsual() {
        assertThat(read("{\"type\":\"camera\",\"cameraId\":\"c-1\",\"role\":\"fourth\",\"fit\":7,\"turn\":-90}"))
                .isEqualTo(new CellContent.OfCamera(ONE, StreamChoice.AUTO, new PictureView(PictureView.Fit.USUAL, 3)));
        assertThat(read("{\"type\":\"playlist\",\"items\":[{\"cameraId\":\"c-1\"}]}"))
                .isEqualTo(Carousel.of(List.of(ONE), Carousel.USUAL_SECONDS));
    }
}
