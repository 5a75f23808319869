package vn.toancanh.joystick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ptz.stick.StickMapping;

/** The table of sticks, and what is none. */
class StickProfilesTest {
    private static final String LAST = "axes 0 | rest | pan=none tilt=none zoom=none | whatever";

    private final StickProfiles profiles = StickProfiles.builtIn();

    private static Stick stick(String model, String name, int axes) {
        return new Stick(1, model, name, axes, 12);
    }

    @Test
    void knownSticksAreKnownByNumberOrByName() {
        assertThat(profiles.name(stick("07c0:1131", "whatever", 3))).isEqualTo("Axis T8311");
        assertThat(profiles.name(stick("1234:1234", "InduKey(c) axis t8311 Joystick", 3)))
                .isEqualTo("Axis T8311");
        assertThat(profiles.name(stick("0000:0000", "GETT AXIS TU9002 Joystick", 3)))
                .isEqualTo("Axis TU9002");
        assertThat(profiles.name(stick("068e:005b", "", 3))).isEqualTo("CH Products IP Desktop Controller");
        assertThat(profiles.name(stick("0839:2001", "Joystick Controller SPC-2001", 3)))
                .isEqualTo("Hanwha SPC-2000/2001");
    }

    @Test
    void othersAreKnownByTheCountOfTheirAxes() {
        List<String> names = IntStream.rangeClosed(0, 8)
                .mapToObj(axes -> profiles.name(stick("ffff:0001", "who knows", axes)))
                .toList();
        assertThat(names)
                .containsExactly(
                        "what has fewer axes",
                        "what has fewer axes",
                        "what has two axes",
                        "what has three axes",
                        "what has three axes",
                        "what has three axes",
                        "game pads",
                        "game pads",
                        "game pads");
        assertThat(profiles.known(stick("ffff:0001", "who knows", 3))).isEmpty();
        assertThat(profiles.known(stick("07c0:1131", "who knows", 3))).contains("Axis T8311");
        assertThat(profiles.mapping(stick("ffff:0001", "", 2)).pressed())
                .containsEntry(0, StickDeed.of(Kind.NEARER))
                .containsEntry(1, StickDeed.of(Kind.FARTHER));
    }

    @Test
    void everyLineTurnsRightAndUpAsHandsDoAndNamesEachAxisOnce() {
        for (StickProfiles.Line line : profiles.lines()) {
            StickMapping mapping = line.mapping();
            List<Integer> used = List.of(mapping.pan(), mapping.tilt(), mapping.zoom()).stream()
                    .map(StickAxis::index)
                    .filter(index -> index != StickAxis.ABSENT)
                    .toList();
            assertThat(used).as(line.which()).doesNotHaveDuplicates();
            if (!used.isEmpty()) {
                assertThat(mapping.pan().speed(1)).as(line.which()).isEqualTo(1);
                assertThat(mapping.tilt().speed(-1))
                        .as("sticks count downwards")
                        .isEqualTo(1);
                assertThat(mapping.pan().speed(0.05)).as(line.which()).isZero();
            }
            assertThat(line.reason()).hasSizeGreaterThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07c0:1131 | a name | pan=none tilt=none zoom=none",
                "07c0:1131 |  | pan=none tilt=none zoom=none | seen",
                "07C0:1131 | a name | pan=none tilt=none zoom=none | seen",
                "07c0 | a name | pan=none tilt=none zoom=none | seen",
                "name ( | a name | pan=none tilt=none zoom=none | seen",
                "axes many | a name | pan=none tilt=none zoom=none | seen",
                "axes 3 | a name | pan=none tilt=none | seen",
                "axes 3 | a name | pan=none tilt=none zoom=none 25=home | seen"
            })
    void aLineThatIsNoneIsNamed(String line) {
        assertThat(StickProfiles.read(LAST).lines()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StickProfiles.read("# a table\n\n" + line + "\n" + LAST))
                .withMessageStartingWith("line 3:");
    }

    @Test
    void aTableThatSaysAThingTwiceOrForgetsTheRestIsNone() {
        String line = "axes 3 | a name | pan=none tilt=none zoom=none | seen";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StickProfiles.read(line + "\n" + line + "\n" + LAST))
                .withMessageContaining("line 2: there twice");
        assertThatIllegalArgumentException().isThrownBy(() -> StickProfiles.read(line));
        assertThatIllegalArgumentException().isThrownBy(() -> StickProfiles.read("# nothing"));
    }
}
