package vn.toancanh.wall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/**
 * A layout that somebody saved at this desk and the server does not have.
 *
 * @param save names it on this machine
 * @param layout with its id; its version is the one that it was made from, 0 for a new one
 * @param before what was saved under the same name before, from the same version, and may have reached the server
 * @param at by this machine's clock
 * @param theirs what the server has instead, where that is why
 * @param why key of the text that says what the server has against it; empty for every other state
 */
public record Unsent(
        UUID save,
        Layout layout,
        List<Layout> before,
        Instant at,
        State state,
        LayoutArchive.@Nullable Version theirs,
        String why) {
    private static final int MOST_BEFORE = 8;

    /** How it stands with it. */
    public enum State {
        /** It goes to the server as soon as that answers. */
        WAITING,
        /** Somebody saved another version meanwhile. */
        OVERTAKEN,
        /** Somebody has locked it. */
        LOCKED,
        /** The layout was deleted meanwhile, or is for others now. */
        GONE,
        /** The server will not have it. */
        REFUSED,
        /** Another version was preferred to it; it is kept on this machine for a while. */
        ASIDE;

        /** True where a person must say what is to become of it. */
        public boolean asks() {
            return this != WAITING && this != ASIDE;
        }
    }

    public Unsent {
        Objects.requireNonNull(layout.id(), "an unsent layout has an id");
        before = List.copyOf(before);
    }

    /** One that goes to the server as soon as that answers. */
    public static Unsent waiting(UUID save, Layout layout, Instant at) {
        return new Unsent(save, layout, List.of(), at, State.WAITING, null, "");
    }

    public LayoutId id() {
        return Objects.requireNonNull(layout.id());
    }

    /** The same thing saved once more before it was sent. */
    public Unsent again(Layout newer, Instant when) {
        List<Layout> all = new ArrayList<>(before);
        all.add(layout);
        List<Layout> last = all.subList(Math.max(0, all.size() - MOST_BEFORE), all.size());
        return new Unsent(save, newer, last, when, State.WAITING, null, "");
    }

    /** The same, made from another version. */
    public Unsent from(long version) {
        return new Unsent(save, layout.at(version), List.of(), at, State.WAITING, null, "");
    }

    public Unsent with(State next) {
        return new Unsent(save, layout, before, at, next, null, "");
    }

    public Unsent refused(String textKey) {
        return new Unsent(save, layout, before, at, State.REFUSED, null, textKey);
    }

    public Unsent overtakenBy(LayoutArchive.Version other) {
        return new Unsent(save, layout, before, at, State.OVERTAKEN, other, "");
    }
}
