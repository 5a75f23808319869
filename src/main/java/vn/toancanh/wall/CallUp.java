package vn.toancanh.wall;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is being typed to call something up, as on the keyboards of matrix switches: {@code [monitor .] [tile /] camera Enter},
 * {@code * n Enter} for a salvo, {@code 0 Enter} for nothing in the tile, {@code +} and {@code -} for the next and the one before.
 * Numbers have up to six digits and count from 1. Immutable; any thread.
 *
 * @param monitor as typed before the dot
 * @param tile as typed before the stroke
 * @param salvo true where the number is a salvo's
 * @param digits of the number being typed
 */
public record CallUp(@Nullable Integer monitor, @Nullable Integer tile, boolean salvo, String digits) {
    /** Digits of a number, at most. */
    public static final int MOST_DIGITS = 6;

    /** Nothing typed yet. */
    public static final CallUp NONE = new CallUp(null, null, false, "");

    /** What a finished call asks for. Tiles and monitors count from 1; empty: the selected one. */
    public sealed interface Call {
        /** A camera by its short number. */
        record Camera(int number, OptionalInt tile, OptionalInt monitor) implements Call {}

        /** Nothing in the tile. */
        record Blank(OptionalInt tile, OptionalInt monitor) implements Call {}

        /** A salvo by its number. */
        record Salvo(int number, OptionalInt tile, OptionalInt monitor) implements Call {}

        /** The next camera by number. */
        record Next() implements Call {}

        /** The camera before by number. */
        record Previous() implements Call {}
    }

    /**
     * What a key makes of it.
     *
     * @param typed what stands there then
     * @param call what is asked for, where the key ended a call
     * @param taken false where the key means nothing here: it is left out, and the rest stays
     */
    public record Typed(CallUp typed, Optional<Call> call, boolean taken) {}

    /** True where nothing was typed. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** One of the digits, {@code . / * + -}. */
    public Typed type(char key) {
        return switch (key) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(key);
            case '.' -> monitor == null && tile == null && !salvo && number() > 0 ? to(monitorNamed()) : refused();
            case '/' -> tile == null && !salvo && number() > 0 ? to(tileNamed()) : refused();
            case '*' -> !salvo && digits.isEmpty() ? to(new CallUp(monitor, tile, true, "")) : refused();
            case '+' -> isEmpty() ? done(new Call.Next()) : refused();
            case '-' -> isEmpty() ? done(new Call.Previous()) : refused();
            default -> refused();
        };
    }

    private Typed digit(char key) {
        return digits.length() < MOST_DIGITS ? to(new CallUp(monitor, tile, salvo, digits + key)) : refused();
    }

    private CallUp monitorNamed() {
        return new CallUp(number(), null, false, "");
    }

    private CallUp tileNamed() {
        return new CallUp(monitor, number(), false, "");
    }

    private int number() {
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }

    /** Enter. A number that is missing, or a salvo 0, is no call: what was typed stays. */
    public Typed enter() {
        int number = number();
        if (number < 0 || (salvo && number == 0)) {
            return refused();
        }
        OptionalInt where = tile == null ? OptionalInt.empty() : OptionalInt.of(tile);
        OptionalInt screen = monitor == null ? OptionalInt.empty() : OptionalInt.of(monitor);
        if (salvo) {
            return done(new Call.Salvo(number, where, screen));
        }
        return done(number == 0 ? new Call.Blank(where, screen) : new Call.Camera(number, where, screen));
    }

    /** Backspace: takes the last key back. */
    public CallUp erase() {
        if (!digits.isEmpty()) {
            return new CallUp(monitor, tile, salvo, digits.substring(0, digits.length() - 1));
        }
        if (salvo) {
            return new CallUp(monitor, tile, false, "");
        }
        if (tile != null) {
            return new CallUp(monitor, null, false, Integer.toString(tile));
        }
        return monitor != null ? new CallUp(null, null, false, Integer.toString(monitor)) : this;
    }

    private Typed to(CallUp next) {
        return new Typed(next, Optional.empty(), true);
    }

    private static Typed done(Call call) {
        return new Typed(NONE, Optional.of(call), true);
    }

    private Typed refused() {
        return new Typed(this, Optional.empty(), false);
    }
}
