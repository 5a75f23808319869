package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.live.TileState;

class DetailsPanelTest {
    @ParameterizedTest
    @EnumSource(TileState.Phase.class)
    void everyPhaseHasItsWord(TileState.Phase phase) {
        String key = DetailsPanel.keyOf(phase);
        assertThat(new Texts(Language.VI).get(key)).isNotEqualTo(key);
        assertThat(new Texts(Language.EN).get(key)).isNotEqualTo(key);
    }
}
