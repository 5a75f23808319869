package vn.toancanh.base;

import java.util.function.Consumer;
import java.util.function.Function;

/** What came of something asked for: the thing itself, or why there is none. Any thread. */
public sealed interface Outcome<T> {
    /** It worked. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It did not, and why. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    /** The same outcome with its value turned into another. */
    default <U> Outcome<U> map(Function<? super T, ? extends U> turn) {
        return switch (this) {
            case Done<T>(T value) -> done(turn.apply(value));
            case Failed<T>(Failure failure) -> failed(failure);
        };
    }

    /** Calls one of the two. */
    default void settle(Consumer<? super T> done, Consumer<? super Failure> failed) {
        switch (this) {
            case Done<T>(T value) -> done.accept(value);
            case Failed<T>(Failure failure) -> failed.accept(failure);
        }
    }
}
