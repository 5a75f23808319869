package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallMemory;

/** Keeps one wall on this machine a moment after it has changed, and at the latest when it is closed. Lane: DESK. */
final class Remembering implements Handle {
    /** Changes that follow one another faster are remembered once. */
    static final Duration AFTER = Duration.ofMillis(500);

    private final Lane desk;
    private final WallMemory memory;
    private final Supplier<Layout> wall;
    private Handle due = Handle.NONE;
    private boolean waiting;

    /** @param wall as it is when it is kept */
    Remembering(Lane desk, WallMemory memory, Supplier<Layout> wall) {
        this.desk = desk;
        this.memory = memory;
        this.wall = wall;
    }

    void soon() {
        waiting = true;
        due.close();
        due = desk.after(AFTER, this::now);
    }

    private void now() {
        if (waiting) {
            waiting = false;
            memory.save(wall.get());
        }
    }

    /**
     * The wall of the last time.
     *
     * @param known which cameras there are; where nobody knows at which server a wall stood, one of none of these is another city's and
     *     does not come
     */
    void load(Predicate<CameraId> known, Consumer<Optional<Layout>> answer) {
        memory.loadHere((kept, here) -> answer.accept(
                kept.filter(wall -> !wall.cells().isEmpty()).filter(wall -> here || !isForeign(wall, known))));
    }

    private static boolean isForeign(Layout kept, Predicate<CameraId> known) {
        List<CameraId> cameras = kept.cells().stream()
                .flatMap(cell -> cell.content().cameras().stream())
                .toList();
        return !cameras.isEmpty() && cameras.stream().noneMatch(known);
    }

    @Override
    public void close() {
        due.close();
        now();
    }
}
