package vn.toancanh.inventory;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, up to a cap: after a thousand lines nobody reads on. */
final class Problems {
    static final int MOST = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private int line;

    /** What is added from now on concerns this line. */
    void at(int number) {
        this.line = number;
    }

    void add(String column, String textKey, Object... args) {
        if (problems.size() < MOST) {
            problems.add(new Problem(line, column, textKey, List.of(args)));
        }
    }

    int count() {
        return problems.size();
    }

    boolean full() {
        return problems.size() >= MOST;
    }

    List<Problem> list() {
        return problems;
    }
}
