package vn.toancanh.wall;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Handle;
import vn.toancanh.model.Monitor;

/** Monitors that come and go as a test says. */
public final class FakeMonitors implements Monitors {
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Monitor> present;

    /** @param present the primary one first */
    public FakeMonitors(Monitor... present) {
        this.present = List.of(present);
    }

    /** Those there are from now on, the primary one first. */
    public void are(Monitor... now) {
        present = List.of(now);
        List.copyOf(listeners).forEach(Runnable::run);
    }

    @Override
    public List<Monitor> now() {
        return present;
    }

    @Override
    public Handle onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
