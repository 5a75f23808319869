package vn.toancanh.desk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickLook;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ptz.stick.Sticks;

/**
 * The sticks of this desk in the hands of whoever says what they do: which there are, how they stand, what is changed of them, and one
 * that is taught. While anybody looks at them here, sticks steer nothing. Lane: DESK.
 */
public final class SetUpSticks implements Handle {
    /** How often it is told how sticks stand. */
    static final Duration TOLD = Duration.ofMillis(33);

    /** So many looks wait for a DESK that hangs, about eight seconds of them. */
    private static final int MOST_LOOKS = 2000;

    private final Lane desk;
    private final Sticks sticks;
    private final StickMappings mappings;
    private final Function<Stick, Optional<String>> names;
    private final Handle following;
    private final Map<String, StickMapping> chosen;
    private final Map<Object, Runnable> watchers = new LinkedHashMap<>();
    private Handle watching = Handle.NONE;
    private List<StickReading> readings = List.of();
    private @Nullable StickReading touched;
    private int wanted;
    private @Nullable StickLesson lesson;

    /**
     * Has the sticks follow what is chosen from now on.
     *
     * @param names under which the model of a stick is known, for people; empty where it is not known
     */
    public SetUpSticks(Lane desk, Sticks sticks, StickMappings mappings, Function<Stick, Optional<String>> names) {
        this.desk = desk;
        this.sticks = sticks;
        this.mappings = mappings;
        this.names = names;
        this.chosen = new HashMap<>(mappings.all());
        this.following = mappings.onChange(this::chosen);
    }

    private void chosen(String model, Optional<StickMapping> mapping) {
        mapping.ifPresentOrElse(
                now -> {
                    chosen.put(model, now);
                    sticks.map(model, now);
                },
                () -> {
                    chosen.remove(model);
                    sticks.forget(model);
                });
    }

    /** True where sticks can be read on this machine; false in its first seconds, too. */
    public boolean offered() {
        return sticks.areRead();
    }

    /**
     * Tells after every change, some thirty times a second while there are sticks, until the handle is closed. Meanwhile sticks steer
     * nothing. A lesson that is not kept by then is given up.
     */
    public Handle watch(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        watchers.put(token, listener);
        if (watchers.size() == 1) {
            watching = sticks.watch(new Gathering());
        }
        return () -> {
            if (watchers.remove(token) != null && watchers.isEmpty()) {
                watching.close();
                watching = Handle.NONE;
                readings = List.of();
                touched = null;
                lesson = null;
            }
        };
    }

    /** On STICK: looks that DESK has not taken yet. All of them come there: what is learned goes by hundredths of a second. */
    private final class Gathering implements Consumer<StickLook> {
        private final ArrayDeque<StickLook> waiting = new ArrayDeque<>();
        private final AtomicBoolean underWay = new AtomicBoolean();

        @Override
        public void accept(StickLook look) {
            if (waiting.size() == MOST_LOOKS) {
                waiting.removeFirst();
            }
            waiting.add(look);
            boolean due = look.readings().isEmpty()
                    || look.nanos() - waiting.getFirst().nanos() >= TOLD.toNanos();
            if (due && underWay.compareAndSet(false, true)) {
                List<StickLook> all = List.copyOf(waiting);
                waiting.clear();
                desk.execute(() -> {
                    underWay.set(false);
                    take(all);
                });
            }
        }
    }

    private void take(List<StickLook> looks) {
        if (watchers.isEmpty()) {
            return;
        }
        StickLesson taught = lesson;
        if (taught != null) {
            looks.forEach(taught::take);
        }
        readings = looks.getLast().readings();
        look(numbered(wanted).or(() -> readings.stream().findFirst()));
        tell();
    }

    private Optional<StickReading> numbered(int number) {
        return readings.stream().filter(each -> each.stick().number() == number).findFirst();
    }

    private void look(Optional<StickReading> at) {
        at.ifPresent(reading -> wanted = reading.stick().number());
        touched = at.orElse(null);
    }

    private void tell() {
        List.copyOf(watchers.values()).forEach(Runnable::run);
    }

    /** How all sticks stand, in the order of their coming; empty while nobody watches. */
    public List<StickReading> readings() {
        return readings;
    }

    /** How the one stands that is looked at; empty where there is none. */
    public Optional<StickReading> touched() {
        return Optional.ofNullable(touched);
    }

    /** From now on that one is looked at; does nothing where it is gone, or while one is taught. */
    public void touch(Stick stick) {
        Optional<StickReading> there = numbered(stick.number());
        if (there.isPresent() && lesson == null) {
            look(there);
            tell();
        }
    }

    /** Under which name its model is known, for people; empty where it is not known. */
    public Optional<String> name(Stick stick) {
        return names.apply(stick);
    }

    /** What the stick that is looked at does: what was chosen, also where the stick does not know it yet. */
    public Optional<StickMapping> mapping() {
        return touched().map(reading -> chosen.getOrDefault(reading.stick().model(), reading.mapping()));
    }

    /** True where something was chosen for the model of the stick that is looked at. */
    public boolean changed() {
        return touched()
                .filter(reading -> chosen.containsKey(reading.stick().model()))
                .isPresent();
    }

    /** All sticks of the model of the one that is looked at do that from now on, also the next time. */
    public void change(StickMapping mapping) {
        touched().ifPresent(reading -> mappings.choose(reading.stick().model(), mapping));
        tell();
    }

    /** They do again what they do where nobody has chosen. */
    public void toDefaults() {
        touched().ifPresent(reading -> mappings.forget(reading.stick().model()));
        tell();
    }

    /** The lesson under way; empty where nothing is taught. */
    public Optional<StickLesson> lesson() {
        return Optional.ofNullable(lesson);
    }

    /** Begins to teach the stick that is looked at, anew where it is being taught; nothing of it holds before it is kept. */
    public void teach() {
        touched().ifPresent(reading -> {
            lesson = new StickLesson(reading.stick(), mapping().orElse(reading.mapping()));
            tell();
        });
    }

    /** Passes over what is asked for now. */
    public void skip() {
        lesson().ifPresent(StickLesson::skip);
        tell();
    }

    /** Ends the lesson; nothing of it holds. */
    public void giveUp() {
        lesson = null;
        tell();
    }

    /** What was learned holds from now on; does nothing before the end of the lesson, or where the stick is gone. */
    public void keep() {
        Optional<StickMapping> learned = lesson().flatMap(StickLesson::learned);
        learned.ifPresent(mapping -> {
            lesson().ifPresent(taught -> mappings.choose(taught.stick().model(), mapping));
            lesson = null;
        });
        tell();
    }

    @Override
    public void close() {
        following.close();
        watching.close();
        watchers.clear();
    }
}
