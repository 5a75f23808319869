package vn.toancanh.ptz.stick;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.StormLog;

/**
 * All sticks at this desk, looked at again and again on a lane of their own, as long as there are any 250 times a second. They come and
 * go as they like. A stick that goes while it is deflected is let go at once. Any thread, where nothing else is said.
 */
public final class Sticks implements Handle {
    /** How often sticks are looked at. */
    public static final Duration PERIOD = Duration.ofMillis(4);

    /** How often it is looked for a first one. */
    static final Duration IDLE = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Sticks.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Lane lane;
    private final Clock clock;
    private final Function<Stick, StickMapping> profiles;
    private final StickListener listener;
    private final StormLog storms;

    /** All on the STICK lane. */
    private final Map<Integer, HeldStick> held = new LinkedHashMap<>();

    private final Map<String, StickMapping> chosen;
    private final Map<Object, Consumer<StickLook>> watchers = new LinkedHashMap<>();
    private final Supplier<Optional<StickPort>> opener;
    private @Nullable StickPort port;
    private boolean over;
    private volatile boolean read;
    private Handle next = Handle.NONE;

    /**
     * Looks at nothing yet, see {@link #begin}.
     *
     * @param opener gives the machine's sticks, called once on the lane; empty where they cannot be had: then there are none
     * @param lane a lane of its own
     * @param profiles what a stick does where nobody has chosen
     * @param chosen what was chosen for certain models
     * @param listener called on the lane
     */
    public Sticks(
            Supplier<Optional<StickPort>> opener,
            Lane lane,
            Clock clock,
            Function<Stick, StickMapping> profiles,
            Map<String, StickMapping> chosen,
            StickListener listener) {
        this.opener = opener;
        this.lane = lane;
        this.clock = clock;
        this.profiles = profiles;
        this.chosen = new HashMap<>(chosen);
        this.listener = listener;
        this.storms = new StormLog(LOG, clock, QUIET);
    }

    /** Begins to look for sticks; once. What it takes to begin costs a tenth of a second of one processor. */
    public void begin() {
        lane.execute(() -> {
            if (!over) {
                port = opener.get().orElse(null);
                read = port != null;
                look();
            }
        });
    }

    /** True from when the machine's sticks can be read until the end; false where they cannot be had. */
    public boolean areRead() {
        return read;
    }

    /** Has all sticks of a model do that from now on; one that is deflected is let go. */
    public void map(String model, StickMapping mapping) {
        lane.execute(() -> {
            chosen.put(model, mapping);
            mapAnew(model);
        });
    }

    /** Has all sticks of a model do from now on what they do where nobody has chosen; one that is deflected is let go. */
    public void forget(String model) {
        lane.execute(() -> {
            chosen.remove(model);
            mapAnew(model);
        });
    }

    private void mapAnew(String model) {
        held.values().stream()
                .filter(stick -> stick.stick().model().equals(model))
                .forEach(stick -> stick.map(mapping(stick.stick()), clock.nanos()));
    }

    private StickMapping mapping(Stick stick) {
        StickMapping kept = chosen.get(stick.model());
        return kept == null ? profiles.apply(stick) : kept;
    }

    /**
     * Tells how all sticks stand at every look until the handle is closed. Meanwhile they steer nothing: somebody tries them, or
     * teaches what they are to do.
     *
     * @param watcher called on the lane
     */
    public Handle watch(Consumer<StickLook> watcher) {
        Object token = new Object();
        lane.execute(() -> {
            watchers.put(token, watcher);
            held.values().forEach(stick -> stick.rest(clock.nanos()));
        });
        return () -> lane.execute(() -> watchers.remove(token));
    }

    private void look() {
        StickPort from = port;
        if (from == null) {
            return;
        }
        List<StickState> there = poll(from);
        // Before anything is told: a listener that fails ends no polling.
        next = lane.after(there.isEmpty() ? IDLE : PERIOD, this::look);
        take(there, clock.nanos());
    }

    private List<StickState> poll(StickPort from) {
        try {
            return from.poll();
        } catch (IllegalStateException failed) {
            storms.warn("poll", "sticks cannot be looked at: " + failed.getMessage());
            return List.of();
        }
    }

    private void take(List<StickState> there, long nanos) {
        for (HeldStick stick : List.copyOf(held.values())) {
            if (there.stream()
                    .noneMatch(state -> state.stick().number() == stick.stick().number())) {
                held.remove(stick.stick().number());
                stick.leave(nanos);
            }
        }
        List<StickReading> readings = new ArrayList<>();
        for (StickState state : there) {
            HeldStick known = held.get(state.stick().number());
            HeldStick stick = known == null ? came(state.stick(), nanos) : known;
            if (watchers.isEmpty()) {
                stick.take(state, nanos);
            } else {
                readings.add(stick.look(state, nanos));
            }
        }
        StickLook look = new StickLook(nanos, readings);
        List.copyOf(watchers.values()).forEach(watcher -> watcher.accept(look));
    }

    private HeldStick came(Stick stick, long nanos) {
        StickMapping mapping = mapping(stick);
        HeldStick made = new HeldStick(stick, mapping, listener);
        held.put(stick.number(), made);
        LOG.info(
                "a stick came: {} {}, {} axes, {} buttons", stick.model(), stick.name(), stick.axes(), stick.buttons());
        listener.came(stick, mapping, nanos);
        return made;
    }

    /** Lets go of all sticks and gives them back. The lane is its owner's. */
    @Override
    public void close() {
        lane.execute(() -> {
            over = true;
            read = false;
            next.close();
            watchers.clear();
            take(List.of(), clock.nanos());
            StickPort from = port;
            port = null;
            if (from != null) {
                from.close();
            }
        });
    }
}
