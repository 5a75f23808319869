package vn.toancanh.bench;

import java.util.ArrayList;
import java.util.List;

/** Which figures are not as they should be. */
public final class Targets {
    private final List<String> missed = new ArrayList<>();

    /** A figure that must not be more than that. */
    public void atMost(String name, long value, long most) {
        if (value > most) {
            missed.add(name);
        }
    }

    /** Names of the figures that were more than they may be. */
    public List<String> missed() {
        return List.copyOf(missed);
    }
}
