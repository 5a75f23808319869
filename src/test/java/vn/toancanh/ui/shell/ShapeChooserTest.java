package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.GridShape;

/** The shapes to choose from, and the keys that they name. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class ShapeChooserTest {
    @Test
    void everySquareNamesTheKeyThatChoosesIt() throws Exception {
        Fx.needed();
        Map<Integer, String> keys = IntStream.rangeClosed(1, 10)
                .boxed()
                .collect(Collectors.toMap(side -> side, side -> ShapeChooser.key(GridShape.uniform(side, side))));
        assertThat(keys).containsEntry(1, "Ctrl+1").containsEntry(9, "Ctrl+9").containsEntry(10, "Ctrl+0");
        assertThat(ShapeChooser.key(GridShape.uniform(4, 3))).isEmpty();
        String tip = Fx.on(() -> new ShapeChooser(new Texts(Language.VI), shape -> {})
                .getTooltip()
                .getText());
        assertThat(tip).endsWith("Ctrl+1 … Ctrl+9, Ctrl+0");
    }
}
