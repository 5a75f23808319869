package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    private static final List<Option> KNOWN = List.of(Option.whole("--tiles", 36, 1, 100));

    @Test
    void percentilesAreByNearestRank() {
        Percentiles values = new Percentiles();
        for (int i = 100; i >= 1; i--) {
            values.add(i);
        }
        assertThat(values.at(0.5)).isEqualTo(50);
        assertThat(values.at(0.95)).isEqualTo(95);
        assertThat(values.at(1)).isEqualTo(100);
        assertThat(new Percentiles().at(0.5)).isNaN();
    }

    @Test
    void growsBeyondItsFirstRoom() {
        Percentiles values = new Percentiles();
        for (int i = 0; i < 5000; i++) {
            values.add(i);
        }
        assertThat(values.count()).isEqualTo(5000);
        assertThat(values.at(1)).isEqualTo(4999);
    }

    @Test
    void argumentsKeepTheirUsualValues() throws Exception {
        assertThat(Arguments.parse(List.of(), KNOWN).get("--tiles")).isEqualTo(36);
        assertThat(Arguments.parse(List.of("--tiles", "64"), KNOWN).get("--tiles"))
                .isEqualTo(64);
    }

    @Test
    void wrongArgumentsAreNamed() {
        for (List<String> wrong : List.of(
                List.of("--tile", "4"), List.of("--tiles"), List.of("--tiles", "many"), List.of("--tiles", "0"))) {
            assertThatThrownBy(() -> Arguments.parse(wrong, KNOWN))
                    .isInstanceOf(Arguments.Wrong.class)
                    .hasMessageContaining(wrong.get(0));
        }
    }

    @Test
    void tilesOfAMosaicStayOnTheScreen() {
        Mosaic mosaic = new Mosaic(64, 1920, 1080);
        assertThat(mosaic.x(63) + mosaic.tileWidth()).isLessThanOrEqualTo(1920);
        assertThat(mosaic.y(63) + mosaic.tileHeight()).isLessThanOrEqualTo(1080);
        assertThat(mosaic.tileWidth() % 2).isZero();
    }
}
