package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class MonitorsTest {
    private static Rectangle2D at(double x, double y) {
        return new Rectangle2D(x, y, 1920, 1080);
    }

    @Test
    void areNumberedFromLeftToRightThenFromTopToBottom() {
        List<Rectangle2D> sorted = Stream.of(at(1920, 1080), at(0, 1080), at(1920, 0), at(-1920, 500), at(0, 0))
                .sorted(Monitors.ORDER)
                .toList();
        assertThat(sorted).containsExactly(at(-1920, 500), at(0, 0), at(0, 1080), at(1920, 0), at(1920, 1080));
    }
}
