package vn.toancanh.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.toancanh.model.Layout;

/**
 * What stood on one wall before each change that a person made to it, and after those that were taken back. What is selected or
 * enlarged is no change. Lane: DESK.
 */
public final class WallHistory {
    /** Steps that can be taken back. */
    public static final int STEPS = 50;

    private final Deque<Layout> before = new ArrayDeque<>();
    private final Deque<Layout> after = new ArrayDeque<>();

    /** A person changed the wall; what was taken back before cannot come again. */
    public void changed(Layout from, Layout to) {
        if (from.equals(to)) {
            return;
        }
        after.clear();
        before.push(from);
        if (before.size() > STEPS) {
            before.removeLast();
        }
    }

    public boolean canUndo() {
        return !before.isEmpty();
    }

    public boolean canRedo() {
        return !after.isEmpty();
    }

    /**
     * Goes back by one change.
     *
     * @param now what stands on the wall, which {@link #redo} brings again
     * @return what is to stand there; empty where there is nothing to take back
     */
    public Optional<Layout> undo(Layout now) {
        return step(before, after, now);
    }

    /** Goes forward by one change that was taken back. */
    public Optional<Layout> redo(Layout now) {
        return step(after, before, now);
    }

    /** What stood there is now called otherwise: a step taken back brings back what stood in the tiles, and not that name. */
    public void rename(UnaryOperator<Layout> name) {
        List.of(before, after).forEach(steps -> {
            List<Layout> renamed = steps.stream().map(name).toList();
            steps.clear();
            steps.addAll(renamed);
        });
    }

    /** Nothing of it can be taken back or come again any more. */
    public void forget() {
        before.clear();
        after.clear();
    }

    private static Optional<Layout> step(Deque<Layout> from, Deque<Layout> to, Layout now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }
}
