package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.toancanh.base.Handle;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallHistory;
import vn.toancanh.wall.WallState;

/**
 * What people have changed on one wall, which they take back and bring again. Only what people did is in it: what alarms are
 * lent lies over the layout and is neither taken back nor lost with a change below it. Lane: DESK.
 */
public final class WallChanges {
    private final Supplier<WallState> wall;
    private final BiConsumer<Layout, ChangedBy> show;
    private final Runnable told;
    private final WallHistory history = new WallHistory();
    private final Map<Object, Runnable> refusals = new LinkedHashMap<>();
    private Optional<EditMode> editing = Optional.empty();
    private Optional<OneHand> hand = Optional.empty();
    private Optional<Beginning> beginning = Optional.empty();

    /**
     * What a wall began with.
     *
     * @param number another one each time that it begins
     */
    record Beginning(int number, Layout layout) {}

    /**
     * @param show brings a layout of before to the wall; players of cameras that stay go on
     * @param told says that there is nothing to take back any more
     */
    WallChanges(Supplier<WallState> wall, BiConsumer<Layout, ChangedBy> show, Runnable told) {
        this.wall = wall;
        this.show = show;
        this.told = told;
    }

    /** From now on changes by hand are made only while that allows it. */
    public void only(EditMode mode) {
        editing = Optional.of(mode);
    }

    /** True where a change by hand may be made now; nobody is told anything. */
    public boolean mayChange() {
        return editing.map(EditMode::mayChange).orElse(true);
    }

    /** True where a change by hand may be made now; where not, whoever tried is told why at this wall's window. */
    public boolean allowed() {
        boolean may = editing.map(EditMode::allows).orElse(true);
        if (!may) {
            List.copyOf(refusals.values()).forEach(Runnable::run);
        }
        return may;
    }

    /** Tells each time when a change by hand was held back at this wall, until the handle is closed. */
    public Handle onRefused(Runnable listener) {
        Object token = new Object();
        refusals.put(token, listener);
        return () -> refusals.remove(token);
    }

    /**
     * True where that must not be done now.
     *
     * @param changes true where it changes the layout, or takes a tile from who has it for a while
     */
    boolean refuses(ChangedBy by, boolean changes) {
        return by == ChangedBy.PERSON && changes && !allowed();
    }

    /** Does what is no editing, whatever it brings to the wall: somebody calls up what he names, or a program does what it is for. */
    public <T> T calledUp(Supplier<T> work) {
        return editing.isPresent() ? editing.get().callUp(work) : work.get();
    }

    /** The same for what answers nothing. */
    public void freely(Runnable work) {
        calledUp(() -> {
            work.run();
            return true;
        });
    }

    /** What stands on the wall was saved, and is that version of that layout now, also in every step that can be taken back. */
    public void saved(Layout now) {
        show.accept(renamed(wall.get().layout(), now), ChangedBy.SAVING);
    }

    /** From now on what is changed is part of that, or of nothing. */
    void by(Optional<OneHand> of) {
        hand = of;
    }

    void changed(Layout before, Layout after) {
        history.changed(before, after, hand.orElse(null));
    }

    private Layout renamed(Layout was, Layout now) {
        history.rename(each -> named(each, was, now));
        return named(was, was, now);
    }

    private static Layout named(Layout each, Layout was, Layout now) {
        return Objects.equals(each.id(), was.id()) ? each.as(now.id(), now.name(), now.scope(), now.version()) : each;
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /** Takes the last change back, with its part at other windows; false where there is none. */
    public boolean undo() {
        if (!canUndo() || !allowed()) {
            return false;
        }
        together(WallChanges::undoes)
                .forEach(each -> each.step(each.history.undo(each.wall.get().layout())));
        return true;
    }

    /** Brings again what was taken back last, with its part at other windows; false where there is nothing. */
    public boolean redo() {
        if (!canRedo() || !allowed()) {
            return false;
        }
        together(WallChanges::redoes)
                .forEach(each -> each.step(each.history.redo(each.wall.get().layout())));
        return true;
    }

    private List<WallChanges> together(Function<WallChanges, Optional<OneHand>> next) {
        return next.apply(this).map(one -> one.where(next)).orElse(List.of(this));
    }

    private Optional<OneHand> undoes() {
        return history.undoes().map(OneHand.class::cast);
    }

    private Optional<OneHand> redoes() {
        return history.redoes().map(OneHand.class::cast);
    }

    private void step(Optional<Layout> to) {
        to.ifPresent(layout -> show.accept(layout, ChangedBy.HISTORY));
    }

    /** The window is no more: what is taken back elsewhere brings nothing back here. */
    void end() {
        history.forget();
    }

    /** What stands there now is where it begins: another person sits down, or the wall got its first contents. */
    public void forget() {
        int number = beginning.map(Beginning::number).orElse(0) + 1;
        beginning = Optional.of(new Beginning(number, wall.get().layout()));
        if (canUndo() || canRedo()) {
            history.forget();
            told.run();
        }
    }

    /** What stood there when {@link #forget} was called last; empty where it never was. */
    Optional<Beginning> beginning() {
        return beginning;
    }
}
