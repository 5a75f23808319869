package vn.toancanh.wall;

import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout;

/** The port that fetches every layout whole. Lane: DESK; the answer comes on DESK, once. */
@FunctionalInterface
public interface LayoutSource {
    /** All layouts this user may use, with their cells, in the server's order. */
    void all(Consumer<Outcome<List<Layout>>> answer);
}
