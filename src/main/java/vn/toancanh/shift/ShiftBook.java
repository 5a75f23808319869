package vn.toancanh.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * The open shift of whoever works here. It begins with a sign-on, goes on when he signs on again or the program is started
 * again, however long after, and ends when it is handed over; every note is kept before anything else happens with it. Lane: DESK.
 */
public final class ShiftBook {
    /** A shift of which nothing was heard for so long was left without a handover; who signs on again is told so. */
    static final Duration LEFT = Duration.ofHours(12);

    /** So long after what is kept could not be read it is tried again. */
    static final Duration AGAIN = Duration.ofSeconds(10);

    /** A clock that is off by less than this has not been set, but drifts. */
    static final Duration JUMP = Duration.ofSeconds(5);

    private final Lane desk;
    private final Clock clock;
    private final ShiftMemory memory;
    private final Supplier<UUID> ids;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final List<Note> early = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    /** Cameras that stand as lost in the notes. */
    private final Set<String> lost = new HashSet<>();

    private final ClockWatch watch;
    private @Nullable ShiftOwner owner;
    private @Nullable Shift begun;
    private boolean first = true;
    private Consumer<Instant> leftOpen = began -> {};

    /** @param ids makes identifiers that nobody else makes */
    public ShiftBook(Lane desk, Clock clock, ShiftMemory memory, Supplier<UUID> ids) {
        this.desk = desk;
        this.clock = clock;
        this.memory = memory;
        this.ids = ids;
        this.watch = new ClockWatch(clock, JUMP);
    }

    /** Says who works here; null: nobody. */
    public void follow(@Nullable ShiftOwner who) {
        desk.assertHere();
        if (who == null ? owner == null : who.equals(owner)) {
            return;
        }
        if (begun != null) {
            note(Happening.SIGNED_OFF, "", "", Note.UNKNOWN);
        }
        owner = who;
        begun = null;
        notes.clear();
        lost.clear();
        early.clear();
        watch.begin();
        if (who != null) {
            boolean start = first;
            first = false;
            load(who, start);
        }
        tell();
    }

    /** Until it is known whether one is kept none is begun, which would take its place. */
    private void load(ShiftOwner who, boolean start) {
        memory.load(
                who,
                found -> loaded(who, found, start),
                () -> desk.after(AGAIN, () -> {
                    if (who.equals(owner) && begun == null) {
                        load(who, start);
                    }
                }));
    }

    private void loaded(ShiftOwner who, Optional<Shift> found, boolean start) {
        if (!who.equals(owner) || begun != null) {
            return;
        }
        Shift open = found.orElse(null);
        if (open == null) {
            begin(who, false);
            take(new Note(clock.now(), Happening.SIGNED_ON, "", who.user()));
        } else {
            begun = open;
            open.notes().forEach(this::remember);
            if (Duration.between(open.lastAt(), clock.now()).compareTo(LEFT) > 0) {
                leftOpen.accept(open.beganAt());
            }
            long back = Duration.between(open.lastAt(), clock.now()).toSeconds();
            if (back < -JUMP.toSeconds()) {
                take(new Note(clock.now(), Happening.CLOCK_SET, "", "", back));
            }
            boolean left = !notes.isEmpty() && notes.getLast().what() == Happening.SIGNED_OFF;
            take(new Note(clock.now(), start && !left ? Happening.STARTED_AGAIN : Happening.SIGNED_ON, "", who.user()));
        }
        List.copyOf(early).forEach(this::take);
        early.clear();
        tell();
    }

    private void begin(ShiftOwner who, boolean afterHandover) {
        Shift fresh = new Shift(ids.get(), clock.now(), afterHandover, List.of());
        begun = fresh;
        notes.clear();
        lost.clear();
        memory.begin(who, fresh.id(), fresh.beganAt(), afterHandover);
    }

    /**
     * Notes that something happened just now; does nothing where nobody works here.
     *
     * @param seconds {@link Note#UNKNOWN} where nothing was counted
     */
    public void note(Happening what, String subject, String words, long seconds) {
        desk.assertHere();
        if (owner == null) {
            return;
        }
        look();
        Note note = new Note(clock.now(), what, subject, words, seconds);
        if (begun == null) {
            // What is kept of this shift is still being read.
            if (early.size() < Shift.MOST_NOTES) {
                early.add(note);
            }
        } else {
            take(note);
            tell();
        }
    }

    private boolean noted(Happening what, String subject) {
        return Stream.concat(notes.stream(), early.stream())
                .anyMatch(note -> note.what() == what && note.subject().equals(subject));
    }

    /**
     * Notes what stands on a wall before anything is changed there, once in a shift.
     *
     * @param window the id that it keeps, whatever its number
     * @param cameras what they are called, by their ids
     */
    public void stood(int window, Map<String, String> cameras) {
        desk.assertHere();
        if (owner == null || noted(Happening.CAMERA_STOOD, Integer.toString(window))) {
            return;
        }
        look();
        List<Note> all = new ArrayList<>();
        all.add(new Note(clock.now(), Happening.CAMERA_STOOD, Integer.toString(window), ""));
        cameras.forEach((id, name) ->
                all.add(new Note(clock.now(), Happening.CAMERA_STOOD, WallDifference.subject(window, id), name)));
        // Part of them would say of the others that they came later.
        Shift shift = begun;
        if (shift == null && early.size() + all.size() <= Shift.MOST_NOTES) {
            early.addAll(all);
        } else if (shift != null && notes.size() + all.size() <= Shift.MOST_NOTES) {
            all.forEach(this::remember);
            memory.append(shift.id(), all);
            tell();
        }
    }

    /** Looks whether the clock was set; now and then, so that it is noted about when it was. */
    public void look() {
        long jump = watch.jump();
        if (jump != 0 && begun != null) {
            take(new Note(clock.now(), Happening.CLOCK_SET, "", "", jump));
            tell();
        }
    }

    private void take(Note note) {
        Shift shift = begun;
        boolean back = note.what() == Happening.CAMERA_FOUND && lost.contains(note.subject());
        if (shift != null && notes.size() < (back ? Shift.MOST_KEPT : Shift.MOST_NOTES)) {
            remember(note);
            memory.append(shift.id(), List.of(note));
        }
    }

    private void remember(Note note) {
        notes.add(note);
        if (note.what() == Happening.CAMERA_LOST) {
            lost.add(note.subject());
        } else if (note.what() == Happening.CAMERA_FOUND) {
            lost.remove(note.subject());
        }
    }

    /** Says whom to tell when somebody signs on again to a shift that was left without a handover: when that began. */
    public void onLeftOpen(Consumer<Instant> who) {
        leftOpen = who;
    }

    /** The shift as it stands; empty where nobody works here, or while what is kept is being read. */
    public Optional<Shift> shift() {
        Shift shift = begun;
        return shift == null
                ? Optional.empty()
                : Optional.of(new Shift(shift.id(), shift.beganAt(), shift.afterHandover(), notes));
    }

    /** Whose it is. */
    public Optional<ShiftOwner> owner() {
        return Optional.ofNullable(owner);
    }

    /** It is handed over: what happens from now on is of another shift. */
    public void handedOver() {
        desk.assertHere();
        ShiftOwner who = owner;
        Shift shift = begun;
        if (who != null && shift != null) {
            memory.end(shift.id());
            begin(who, true);
            tell();
        }
    }

    /** Tells of every change until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private void tell() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }
}
