package vn.toancanh.app.client;

import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallMemory;

/** Remembers nothing: only the main window's wall comes back by itself. */
enum NoMemory implements WallMemory {
    INSTANCE;

    @Override
    public void save(Layout wall) {
        // on purpose
    }

    @Override
    public void load(Consumer<Optional<Layout>> answer) {
        answer.accept(Optional.empty());
    }
}
