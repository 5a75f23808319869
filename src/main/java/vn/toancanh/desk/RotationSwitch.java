package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.toancanh.base.Handle;

/** Stops all that takes turns, on all walls of the desk, and lets it go on. Lane: DESK. */
public final class RotationSwitch {
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private boolean stopped;

    public boolean stopped() {
        return stopped;
    }

    /** Stops everything, or lets it go on. */
    public void toggle() {
        stopped = !stopped;
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    /** Tells of every change until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}
