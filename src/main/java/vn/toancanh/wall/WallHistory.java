package vn.toancanh.wall;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Layout;

/**
 * What stood on one wall before each change that a person made to it, and after those that were taken back. What is selected or
 * enlarged is no change. Lane: DESK.
 */
public final class WallHistory {
    /** Steps that can be taken back. */
    public static final int STEPS = 50;

    /**
     * One change.
     *
     * @param layout what stood there before, or after, it
     * @param hand what it was part of; null: it was done alone
     */
    private record Step(Layout layout, @Nullable Object hand) {}

    private final Deque<Step> before = new ArrayDeque<>();
    private final Deque<Step> after = new ArrayDeque<>();

    /** A person changed the wall; what was taken back before cannot come again. */
    public void changed(Layout from, Layout to) {
        changed(from, to, null);
    }

    /**
     * The same as part of something.
     *
     * @param hand what was done at this wall and others at once, told again by {@link #undoes} and {@link #redoes}; null: nothing
     */
    public void changed(Layout from, Layout to, @Nullable Object hand) {
        if (from.equals(to)) {
            return;
        }
        after.clear();
        before.push(new Step(from, hand));
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

    /** What the change is part of that {@link #undo} would take back. */
    public Optional<Object> undoes() {
        return Optional.ofNullable(before.peek()).map(Step::hand);
    }

    /** What the change is part of that {@link #redo} would bring again. */
    public Optional<Object> redoes() {
        return Optional.ofNullable(after.peek()).map(Step::hand);
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
            List<Step> renamed = steps.stream()
                    .map(step -> new Step(name.apply(step.layout()), step.hand()))
                    .toList();
            steps.clear();
            steps.addAll(renamed);
        });
    }

    /** Nothing of it can be taken back or come again any more. */
    public void forget() {
        before.clear();
        after.clear();
    }

    private static Optional<Layout> step(Deque<Step> from, Deque<Step> to, Layout now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Step step = from.pop();
        to.push(new Step(now, step.hand()));
        return Optional.of(step.layout());
    }
}
