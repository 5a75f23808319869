package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.wall.CallUp.Call;

class CallUpTest {
    /** Types it; {@code =} is Enter, {@code <} is Backspace. */
    private static List<Object> typed(String keys) {
        List<Object> told = new ArrayList<>();
        CallUp typed = CallUp.NONE;
        for (int i = 0; i < keys.length(); i++) {
            char key = keys.charAt(i);
            if (key == '<') {
                typed = typed.erase();
                continue;
            }
            CallUp.Typed next = key == '=' ? typed.enter() : typed.type(key);
            next.call().ifPresent(told::add);
            if (!next.taken()) {
                told.add("refused " + key);
                assertThat(next.typed()).isEqualTo(typed);
            }
            typed = next.typed();
        }
        told.add(typed);
        return told;
    }

    private static OptionalInt at(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Call camera(int monitor, int tile, int number) {
        return new Call.Camera(number, at(tile), at(monitor));
    }

    @Test
    void aCameraGoesToTheSelectedTileANamedOneOrAnotherMonitors() {
        assertThat(typed("1204=")).containsExactly(camera(0, 0, 1204), CallUp.NONE);
        assertThat(typed("5/1204=")).containsExactly(camera(0, 5, 1204), CallUp.NONE);
        assertThat(typed("2.5/1204=")).containsExactly(camera(2, 5, 1204), CallUp.NONE);
        assertThat(typed("2.1204=")).containsExactly(camera(2, 0, 1204), CallUp.NONE);
        assertThat(typed("000017=")).containsExactly(camera(0, 0, 17), CallUp.NONE);
    }

    @Test
    void zeroBlanksAndAStarThrowsASalvo() {
        assertThat(typed("0=")).containsExactly(new Call.Blank(at(0), at(0)), CallUp.NONE);
        assertThat(typed("3.4/0=")).containsExactly(new Call.Blank(at(4), at(3)), CallUp.NONE);
        assertThat(typed("*7=")).containsExactly(new Call.Salvo(7, at(0), at(0)), CallUp.NONE);
        assertThat(typed("2.*7=")).containsExactly(new Call.Salvo(7, at(0), at(2)), CallUp.NONE);
    }

    @Test
    void plusAndMinusActAtOnceWhereNothingIsTyped() {
        assertThat(typed("+-")).containsExactly(new Call.Next(), new Call.Previous(), CallUp.NONE);
        assertThat(typed("12+")).containsExactly("refused +", new CallUp(null, null, false, "12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=", ".", "/", "*=", "*0=", "1..", "1/.", "1/2/", "*.", "*/", "**", "12*", "0.", "0/", "x", "1.=", "1/="
            })
    void whatMeansNothingIsLeftOutAndTheRestStays(String keys) {
        assertThat(typed(keys)).anyMatch(told -> told.toString().startsWith("refused"));
        assertThat(typed(keys)).noneMatch(Call.class::isInstance);
    }

    @Test
    void aSeventhDigitIsNotTaken() {
        assertThat(typed("1234567=")).containsExactly("refused 7", camera(0, 0, 123_456), CallUp.NONE);
    }

    @Test
    void everyKeyCanBeTakenBack() {
        assertThat(typed("2.5/1204<<<<<<<<<")).containsExactly(CallUp.NONE);
        assertThat(typed("2.5/<")).containsExactly(new CallUp(2, null, false, "5"));
        assertThat(typed("*<")).containsExactly(CallUp.NONE);
    }

    @Test
    void randomKeysNeverFailAndErasingAlwaysComesToNothing() {
        String keys = "0123456789./*+-=<x";
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            CallUp typed = CallUp.NONE;
            for (int i = 0; i < 40; i++) {
                char key = keys.charAt(random.nextInt(keys.length()));
                typed = key == '<'
                        ? typed.erase()
                        : key == '=' ? typed.enter().typed() : typed.type(key).typed();
            }
            for (int i = 0; i < 30; i++) {
                typed = typed.erase();
            }
            assertThat(typed).as("seed %d", seed).isEqualTo(CallUp.NONE);
        }
    }
}
