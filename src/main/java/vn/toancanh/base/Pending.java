package vn.toancanh.base;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was asked for before anybody wanted it: known first or wanted first. Confined to one lane; what throws in whoever
 * wants it is thrown on.
 */
public final class Pending<T> {
    private @Nullable T known;
    private @Nullable Consumer<T> wanted;

    /** The answer; told at once to whoever wants it already. */
    public void know(T answer) {
        known = answer;
        if (wanted != null) {
            wanted.accept(answer);
        }
    }

    /** Tells the answer, now or once it is known. One wants it, the last who asked. */
    public void tell(Consumer<T> whoever) {
        wanted = whoever;
        if (known != null) {
            whoever.accept(known);
        }
    }
}
