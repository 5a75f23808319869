package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.toancanh.base.Handle;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * Whether the layouts of this desk's walls may be changed by hand. Switched off nothing is dragged, dropped, cleared, merged, reshaped,
 * taken back or saved; to look, to enlarge, to go into a picture, to call up a camera by number, to throw a salvo and to open a layout
 * goes on. What alarms, carousels and hotspots do is no change by hand. Lane: DESK.
 */
public final class EditMode {
    private final Preferences preferences;
    private final boolean fixed;
    private final Runnable refused;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private int calling;

    /**
     * @param fixed a wall that nobody sits at: it is off for ever
     * @param refused told each time when a change was held back, so that somebody says why
     */
    public EditMode(Preferences preferences, boolean fixed, Runnable refused) {
        this.preferences = preferences;
        this.fixed = fixed;
        this.refused = refused;
    }

    /** True where layouts may be changed. */
    public boolean on() {
        return !fixed && preferences.get(PreferenceKey.EDIT_MODE);
    }

    /** True where nobody sits who could switch it on. */
    public boolean fixed() {
        return fixed;
    }

    /** Switches it; a wall that nobody sits at stays off. */
    public void toggle() {
        if (!fixed) {
            preferences.set(PreferenceKey.EDIT_MODE, !preferences.get(PreferenceKey.EDIT_MODE));
            List.copyOf(listeners.values()).forEach(Runnable::run);
        }
    }

    /** Does what is allowed whether it is on or off. */
    <T> T callUp(Supplier<T> work) {
        calling++;
        try {
            return work.get();
        } finally {
            calling--;
        }
    }

    /** True where a change may be made now; nobody is told anything. */
    boolean mayChange() {
        return on() || calling > 0;
    }

    /** True where a change may be made now; where not, somebody is told why. */
    public boolean allows() {
        if (mayChange()) {
            return true;
        }
        refused.run();
        return false;
    }

    /** Tells when it was switched, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}
