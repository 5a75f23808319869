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

    /** A figure that must not be less than that. */
    public void atLeast(String name, long value, long least) {
        if (value < least) {
            missed.add(name);
        }
    }

    /** Names of the figures that were not as they should be. */
    public List<String> missed() {
        return List.copyOf(missed);
    }

    /** What the process ends with: 0 where all is as it should be, else 1. */
    public int status() {
        return missed.isEmpty() ? 0 : 1;
    }
}
