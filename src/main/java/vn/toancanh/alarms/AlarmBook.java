package vn.toancanh.alarms;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/**
 * The open alarms: asked for at sign-in, then kept by what the server tells. What somebody accepts at another desk is marked here as
 * soon as the event comes, before the rest of it is known; an answer that is older than what was heard changes nothing. On DESK.
 */
public final class AlarmBook {
    /** The most urgent first: unaccepted ones, then by priority, then the newest. */
    static final Comparator<Alarm> ORDER = Comparator.<Alarm, Boolean>comparing(alarm -> alarm.step() != AlarmStep.NEW)
            .thenComparing(Alarm::priority, Comparator.reverseOrder())
            .thenComparing(Alarm::raisedAt, Comparator.reverseOrder())
            .thenComparing(alarm -> alarm.id().value());

    /** Why the last thing somebody wanted of an alarm did not come about. */
    public record Trouble(AlarmId alarm, Failure failure) {}

    private final AlarmSource source;
    private final Lane desk;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Map<AlarmId, Alarm> known = new HashMap<>();
    private final Map<AlarmId, Long> closed = new HashMap<>();
    private final Set<AlarmId> asked = new HashSet<>();
    private final Set<AlarmId> askAgain = new HashSet<>();
    private final Set<AlarmId> sending = new HashSet<>();
    private final Set<AlarmId> heardMeanwhile = new HashSet<>();
    private final Set<AlarmId> heard = new HashSet<>();
    private List<Alarm> list = List.of();
    private Handle news = Handle.NONE;
    private boolean open;
    private boolean fetching;
    private boolean again;
    private long generation;
    private @Nullable Failure failure;
    private @Nullable Trouble trouble;

    public AlarmBook(AlarmSource source, Lane desk) {
        this.source = source;
        this.desk = desk;
    }

    /** Begins for somebody who signed in. */
    public void open() {
        desk.assertHere();
        if (!open) {
            open = true;
            news = source.onNews(new Hearing());
        }
        refresh();
    }

    /** Forgets everything: somebody signed out. */
    public void close() {
        desk.assertHere();
        generation++;
        open = false;
        fetching = false;
        again = false;
        news.close();
        news = Handle.NONE;
        known.clear();
        closed.clear();
        asked.clear();
        askAgain.clear();
        sending.clear();
        heard.clear();
        failure = null;
        trouble = null;
        changed();
    }

    /** Whether somebody is signed in. */
    public boolean isOpen() {
        return open;
    }

    /** Whether an alarm came while somebody was at work here, and was not found when he began. */
    public boolean heard(AlarmId id) {
        return heard.contains(id);
    }

    /** Whether there are alarms at this server. */
    public boolean offered() {
        return open && source.offered();
    }

    /** The open alarms, the most urgent first. */
    public List<Alarm> list() {
        desk.assertHere();
        return list;
    }

    /** How many nobody has accepted yet. */
    public int unaccepted() {
        return (int)
                list.stream().filter(alarm -> alarm.step() == AlarmStep.NEW).count();
    }

    public Optional<Alarm> find(AlarmId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Why the list may be old; empty where it is not. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** What went wrong last with an alarm, until the next thing is tried. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** True while an answer is awaited to what somebody did with it. */
    public boolean isSending(AlarmId id) {
        return sending.contains(id);
    }

    /** Tells of every change until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** Takes an alarm a step on; nothing while the last step is under way, or where it is not there. */
    public void move(AlarmId id, AlarmStep next) {
        send(id, (seen, answer) -> source.move(seen, next, answer));
    }

    /** Closes an alarm, on the same terms. */
    public void finish(AlarmId id, AlarmOutcome outcome, String note) {
        send(id, (seen, answer) -> source.finish(seen, outcome, note, answer));
    }

    private void send(AlarmId id, BiConsumer<Alarm, Consumer<Outcome<Alarm>>> how) {
        desk.assertHere();
        Alarm seen = known.get(id);
        if (seen == null || !sending.add(id)) {
            return;
        }
        trouble = null;
        long mine = generation;
        how.accept(seen, outcome -> {
            if (mine != generation) {
                return;
            }
            sending.remove(id);
            switch (outcome) {
                case Outcome.Done<Alarm>(Alarm after) -> take(after);
                case Outcome.Failed<Alarm>(Failure why) -> {
                    trouble = new Trouble(id, why);
                    ask(id);
                }
            }
            changed();
        });
        changed();
    }

    /** Asks for all of it; while it is being asked already, once more afterwards. */
    public void refresh() {
        desk.assertHere();
        if (!open || !source.offered()) {
            return;
        }
        if (fetching) {
            again = true;
            return;
        }
        fetching = true;
        heardMeanwhile.clear();
        long mine = generation;
        source.open(outcome -> {
            if (mine == generation) {
                fetched(outcome);
            }
        });
    }

    private void fetched(Outcome<List<Alarm>> outcome) {
        fetching = false;
        outcome.settle(
                all -> {
                    failure = null;
                    Set<AlarmId> there = new HashSet<>(heardMeanwhile);
                    all.forEach(alarm -> there.add(alarm.id()));
                    known.keySet().retainAll(there);
                    all.forEach(this::take);
                },
                why -> failure = why);
        changed();
        if (again) {
            again = false;
            refresh();
        }
    }

    private void ask(AlarmId id) {
        if (!asked.add(id)) {
            askAgain.add(id);
            return;
        }
        long mine = generation;
        source.get(id, outcome -> {
            if (mine != generation) {
                return;
            }
            asked.remove(id);
            switch (outcome) {
                case Outcome.Done<Alarm>(Alarm alarm) -> take(alarm);
                case Outcome.Failed<Alarm>(Failure why) -> {
                    if (why.kind() == Failure.Kind.NOT_FOUND || why.kind() == Failure.Kind.FORBIDDEN) {
                        known.remove(id);
                    }
                }
            }
            changed();
            if (askAgain.remove(id)) {
                ask(id);
            }
        });
    }

    /** Merges what was told, unless something newer is known. */
    private void take(Alarm alarm) {
        Alarm before = known.get(alarm.id());
        if (alarm.version() <= closed.getOrDefault(alarm.id(), -1L)
                || (before != null && before.version() > alarm.version())) {
            return;
        }
        if (alarm.step().isOpen()) {
            known.put(alarm.id(), alarm);
        } else {
            forget(alarm.id(), alarm.version());
        }
    }

    private void forget(AlarmId id, long version) {
        known.remove(id);
        heard.remove(id);
        closed.merge(id, version, Math::max);
    }

    private void changed() {
        list = known.values().stream().sorted(ORDER).toList();
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    private final class Hearing implements AlarmSource.News {
        @Override
        public void changed(AlarmId id, long version, AlarmStep step) {
            heardMeanwhile.add(id);
            Alarm before = known.get(id);
            if (!step.isOpen()) {
                forget(id, version);
            } else {
                if (before == null && step == AlarmStep.NEW) {
                    heard.add(id);
                }
                if (before != null && before.version() < version) {
                    known.put(id, before.at(step));
                }
                ask(id);
            }
            AlarmBook.this.changed();
        }

        @Override
        public void afresh() {
            refresh();
        }

        @Override
        public void late(AlarmId id, String title, String by) {
            closed.remove(id);
            refresh();
        }
    }
}
