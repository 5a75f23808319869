package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** All that can stand there: {@code [monitor .] [tile /] [*] number}, numbers of up to six digits, those before the last not zero. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?:(?=[0-9]{1,6}\\.)0*([1-9][0-9]*)\\.)?(?:(?=[0-9]{1,6}/)0*([1-9][0-9]*)/)?(\\*?)([0-9]{0,6})");

    /** What Enter makes of it; empty: it is no call. */
    private static Optional<Call> meant(String keys) {
        Matcher read = GRAMMAR.matcher(keys);
        assertThat(read.matches()).as(keys).isTrue();
        OptionalInt monitor = read.group(1) == null ? at(0) : at(Integer.parseInt(read.group(1)));
        OptionalInt tile = read.group(2) == null ? at(0) : at(Integer.parseInt(read.group(2)));
        boolean salvo = !read.group(3).isEmpty();
        if (read.group(4).isEmpty()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(read.group(4));
        if (salvo) {
            return number == 0 ? Optional.empty() : Optional.of(new Call.Salvo(number, tile, monitor));
        }
        return Optional.of(number == 0 ? new Call.Blank(tile, monitor) : new Call.Camera(number, tile, monitor));
    }

    /** Of random keys exactly those are taken that the grammar allows there, and Enter means what it says. */
    @Test
    void randomKeysMeanWhatTheGrammarSays() {
        String keys = "0123456789./*=x";
        int calls = 0;
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            String stands = "";
            CallUp typed = CallUp.NONE;
            for (int i = 0; i < 30; i++) {
                char key = keys.charAt(random.nextInt(keys.length()));
                Optional<Call> call = key == '=' ? meant(stands) : Optional.empty();
                boolean taken = key == '='
                        ? call.isPresent()
                        : GRAMMAR.matcher(stands + key).matches();
                CallUp.Typed next = key == '=' ? typed.enter() : typed.type(key);
                assertThat(next.taken()).as("%d: %s %s", seed, stands, key).isEqualTo(taken);
                assertThat(next.call()).as("%d: %s %s", seed, stands, key).isEqualTo(call);
                stands = !taken ? stands : key == '=' ? "" : stands + key;
                calls += call.isPresent() ? 1 : 0;
                typed = next.typed();
            }
        }
        assertThat(calls).isGreaterThan(1000);
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
