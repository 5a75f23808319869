package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.List;

/** The faults found so far; so many that a person still reads them. */
final class Faults {
    static final int MOST = 50;

    private final List<Fault> all = new ArrayList<>();

    void add(Spot spot, String textKey, Object... args) {
        if (all.size() < MOST) {
            all.add(Fault.at(spot, textKey, args));
        }
    }

    List<Fault> all() {
        return List.copyOf(all);
    }

    int count() {
        return all.size();
    }
}
