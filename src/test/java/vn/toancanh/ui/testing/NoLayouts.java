package vn.toancanh.ui.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutLibrary;

/** A server with the layouts that a test puts there, and none at first; nothing is saved. */
public class NoLayouts implements LayoutLibrary {
    public final List<Layout> kept = new ArrayList<>();

    @Override
    public void list(Consumer<Outcome<List<Entry>>> answer) {
        answer.accept(new Outcome.Done<>(kept.stream()
                .map(layout -> new Entry(
                        layout.id() == null ? new LayoutId(layout.name()) : layout.id(),
                        layout.name(),
                        layout.scope(),
                        layout.version()))
                .toList()));
    }

    @Override
    public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
        answer.accept(kept.stream()
                .filter(layout -> id.equals(layout.id()))
                .findFirst()
                .<Outcome<Layout>>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Failed<>(Failure.of(Failure.Kind.NOT_FOUND, "gone"))));
    }

    @Override
    public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
        answer.accept(new Outcome.Done<>(kept.stream()
                .filter(layout -> layout.name().equalsIgnoreCase(name))
                .findFirst()));
    }

    @Override
    public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
        answer.accept(new Outcome.Failed<>(Failure.of(Failure.Kind.UNSUPPORTED, "not here")));
    }

    @Override
    public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
        answer.accept(new Outcome.Failed<>(Failure.of(Failure.Kind.UNSUPPORTED, "not here")));
    }
}
