package vn.toancanh.wall;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.toancanh.model.Layout;

/** The port that remembers the last wall on this machine. Lane: DESK. */
public interface WallMemory {
    /** Keeps the wall as it is now, in place of the one before; returns at once and writes later. Call it as often as it changes. */
    void save(Layout wall);

    /** The wall kept last, on DESK; empty where there is none or it cannot be read any more. */
    void load(Consumer<Optional<Layout>> answer);

    /**
     * The same, and whether it is known to have stood at the server that is signed in at now; one that stood at another is not told.
     * False: its cameras must tell.
     */
    default void loadHere(BiConsumer<Optional<Layout>, Boolean> answer) {
        load(kept -> answer.accept(kept, false));
    }
}
