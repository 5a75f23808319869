package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;

/**
 * What would become of a wall if another layout followed, told before it is done: what opens, closes and moves. Carousels count as one
 * thing each. Any thread.
 *
 * @param steps in the order of the new tiles, then what closes in the order of the old ones
 */
public record WallPlan(List<Step> steps) {
    /** What happens to one thing that stands or is to stand on the wall. */
    public enum Kind {
        /** It was not on the wall. */
        OPENS,
        /** It comes from another tile, and its picture with it. */
        MOVES,
        /** The same camera in the same tile, shown in another way. */
        CHANGES,
        /** Just as before. */
        STAYS,
        /** It leaves the wall. */
        CLOSES
    }

    /**
     * One of them. Tiles are counted from 0.
     *
     * @param tile the new tile; of what closes the old one
     * @param from the old tile of what moves; {@link WallState#NONE} else
     */
    public record Step(Kind kind, int tile, int from, CellContent content) {}

    public WallPlan {
        steps = List.copyOf(steps);
    }

    /** From one layout to another. */
    public static WallPlan between(Layout before, Layout after) {
        WallDiff diff = WallDiff.between(before, after);
        boolean[] found = new boolean[before.cells().size()];
        List<Step> steps = new ArrayList<>();
        List<WallDiff.Step> others = new ArrayList<>();
        for (WallDiff.Step step : diff.steps()) {
            if (step.from() != WallState.NONE) {
                found[step.from()] = true;
                steps.add(followed(before, step));
            } else if (step.content() instanceof CellContent.OfCamera) {
                steps.add(new Step(Kind.OPENS, step.tile(), WallState.NONE, step.content()));
            } else if (step.change() != WallDiff.Change.EMPTY) {
                others.add(step);
            }
        }
        pair(before, others, found, steps);
        steps.sort(Comparator.comparingInt(Step::tile));
        for (int tile = 0; tile < found.length; tile++) {
            CellContent content = before.cells().get(tile).content();
            if (!found[tile] && !(content instanceof CellContent.Empty)) {
                steps.add(new Step(Kind.CLOSES, tile, WallState.NONE, content));
            }
        }
        return new WallPlan(steps);
    }

    private static Step followed(Layout before, WallDiff.Step step) {
        if (step.from() != step.tile()) {
            return new Step(Kind.MOVES, step.tile(), step.from(), step.content());
        }
        boolean same = before.cells().get(step.from()).content().equals(step.content());
        return new Step(same ? Kind.STAYS : Kind.CHANGES, step.tile(), WallState.NONE, step.content());
    }

    /** What is no camera is the same where nobody can tell it apart: in its own tile first, then elsewhere. */
    private static void pair(Layout before, List<WallDiff.Step> others, boolean[] found, List<Step> steps) {
        List<WallDiff.Step> left = new ArrayList<>();
        for (WallDiff.Step step : others) {
            if (step.tile() < found.length && !found[step.tile()] && stands(before, step.tile(), step.content())) {
                found[step.tile()] = true;
                steps.add(new Step(Kind.STAYS, step.tile(), WallState.NONE, step.content()));
            } else {
                left.add(step);
            }
        }
        for (WallDiff.Step step : left) {
            int from = 0;
            while (from < found.length && (found[from] || !stands(before, from, step.content()))) {
                from++;
            }
            boolean there = from < found.length;
            if (there) {
                found[from] = true;
            }
            steps.add(new Step(
                    there ? Kind.MOVES : Kind.OPENS, step.tile(), there ? from : WallState.NONE, step.content()));
        }
    }

    private static boolean stands(Layout layout, int tile, CellContent content) {
        return CellContent.alike(layout.cells().get(tile).content(), content);
    }

    /** How many there are of a kind. */
    public int count(Kind kind) {
        return (int) steps.stream().filter(step -> step.kind() == kind).count();
    }

    /** True where both have the same tiles with the same things in them. */
    public static boolean same(Layout before, Layout after) {
        return before.grid().equals(after.grid()) && before.cells().equals(after.cells());
    }
}
