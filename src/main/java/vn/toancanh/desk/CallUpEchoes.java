package vn.toancanh.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.CallUpDesk.Echo;

/** Whoever reads what is typed and what became of it, and how long that stays. Lane: DESK. */
final class CallUpEchoes implements Handle {
    private final Lane desk;
    private final Runnable forget;
    private final Map<Object, Consumer<Optional<Echo>>> listeners = new LinkedHashMap<>();
    private Optional<Echo> echo = Optional.empty();
    private Handle forgetting = Handle.NONE;

    /** @param forget done when what was told has stayed for its time */
    CallUpEchoes(Lane desk, Runnable forget) {
        this.desk = desk;
        this.forget = forget;
    }

    /** Tells now and at every change, until the handle is closed. */
    Handle on(Consumer<Optional<Echo>> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        listener.accept(echo);
        return () -> listeners.remove(token);
    }

    /** From now on this is to be read, for so long; empty: nothing. */
    void tell(Optional<Echo> next, Duration until) {
        forgetting.close();
        echo = next;
        if (next.isPresent()) {
            forgetting = desk.after(until, forget);
        }
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(next));
    }

    @Override
    public void close() {
        forgetting.close();
        listeners.clear();
    }
}
