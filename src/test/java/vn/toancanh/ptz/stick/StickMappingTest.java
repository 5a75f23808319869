package vn.toancanh.ptz.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.ptz.stick.StickDeed.Kind;

/** What a mapping is as a line of text, and what is none. */
class StickMappingTest {
    private static final String LINE = "pan=0/+/0.100/2.00/0.000 tilt=1/-/0.300/1.50/-0.120 zoom=none"
            + " 1=preset:255 4=nearer 5=modifier 24=home 4up=stop 24up=preset:2";

    @Test
    void whatIsWrittenIsReadAgain() {
        StickMapping mapping = StickMapping.parse(LINE);
        assertThat(mapping.write()).isEqualTo(LINE);
        assertThat(mapping.tilt()).isEqualTo(new StickAxis(1, true, -0.12, 0.3, 1.5));
        assertThat(mapping.zoom()).isEqualTo(StickAxis.NONE);
        assertThat(mapping.pressed())
                .isEqualTo(Map.of(
                        0, StickDeed.preset(255),
                        3, StickDeed.of(Kind.NEARER),
                        4, StickDeed.of(Kind.MODIFIER),
                        23, StickDeed.of(Kind.HOME)));
        assertThat(mapping.released()).isEqualTo(Map.of(3, StickDeed.of(Kind.STOP), 23, StickDeed.preset(2)));
        assertThat(StickMapping.read(mapping.write())).contains(mapping);
    }

    @Test
    void oneButtonOrAxisIsChangedAndAllElseStays() {
        StickMapping mapping = StickMapping.parse("pan=0/-/0.10/2.0/0.10 tilt=none zoom=none 1=home 1up=stop 2=next");
        StickMapping other = mapping.withPressed(0, Optional.empty())
                .withPressed(1, Optional.of(StickDeed.preset(9)))
                .withReleased(0, Optional.empty())
                .withReleased(4, Optional.of(StickDeed.of(Kind.STOP)))
                .withAxes(
                        mapping.pan().withIndex(3).withDead(0.3).withCurve(1).withInverted(false),
                        mapping.tilt(),
                        mapping.zoom());
        assertThat(other)
                .isEqualTo(StickMapping.parse("pan=3/+/0.30/1.0/0.00 tilt=none zoom=none 2=preset:9 5up=stop"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapping.withReleased(0, Optional.of(StickDeed.of(Kind.NEARER))));
    }

    @Test
    void everyDeedIsReadAsItIsWritten() {
        for (Kind kind : Kind.values()) {
            StickDeed deed = kind == Kind.PRESET ? StickDeed.preset(7) : StickDeed.of(kind);
            assertThat(StickDeed.read(deed.write())).isEqualTo(deed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pan=0/+/0.1/2/0 tilt=1/-/0.1/2/0",
                "pan=0/+/0.1/2/0 tilt=1/-/0.1/2/0 zoom=none zoom=none",
                "pan=0/+/0.31/2/0 tilt=none zoom=none",
                "pan=0/*/0.1/2/0 tilt=none zoom=none",
                "pan=-1/+/0.1/2/0 tilt=none zoom=none",
                "pan=0/+/0.1/2 tilt=none zoom=none",
                "pan=0/+/NaN/2/0 tilt=none zoom=none",
                "pan=none tilt=none zoom=none 25=home",
                "pan=none tilt=none zoom=none 0=home",
                "pan=none tilt=none zoom=none 3=home 3=stop",
                "pan=none tilt=none zoom=none 3up=nearer",
                "pan=none tilt=none zoom=none 3=jump",
                "pan=none tilt=none zoom=none 3=home:1",
                "pan=none tilt=none zoom=none 3=preset",
                "pan=none tilt=none zoom=none 3=preset:256",
                "pan=none tilt=none zoom=none fire=home",
                "pan=none tilt=none zoom=none 3",
                "none"
            })
    void whatIsNoMappingIsNotRead(String line) {
        assertThat(StickMapping.read(line)).isEmpty();
    }

    @Test
    void itSaysWhichWordIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StickMapping.parse("pan=none tilt=none zoom=none 3=jump"))
                .withMessageContaining("jump");
    }
}
