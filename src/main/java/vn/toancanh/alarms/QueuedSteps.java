package vn.toancanh.alarms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/**
 * Alarms of a server that may be away. A step that it does not answer is kept as a deed, with the time at which it was done, and is
 * told when the server is back; at this desk it stands meanwhile. No other desk knows of it until then, which whoever took it is told. Lane: DESK.
 */
public final class QueuedSteps implements AlarmSource, Handle {
    /** Where deeds are kept. */
    public interface Deeds {
        void note(String action, String subject, Map<String, String> facts);
    }

    /** Hears what people at this desk should know. */
    public interface Said {
        /** A step of that alarm is kept here and waits. */
        void kept(Alarm alarm);

        /**
         * A step that had waited did not come about.
         *
         * @param by who was faster; empty where the server would not have it
         */
        void late(String title, String by);
    }

    /**
     * What the server has not said of an alarm yet.
     *
     * @param seen as it had it last
     * @param steps how many wait, {@code step} the last of them
     */
    private record Waiting(Alarm seen, AlarmStep step, int steps) {
        /** False where the server has heard of all of it, or of as much from others. */
        boolean covers(Alarm told) {
            return told.version() < seen.version() + steps;
        }
    }

    private final AlarmSource server;
    private final Deeds deeds;
    private final Said said;
    private final Map<AlarmId, Waiting> waiting = new HashMap<>();
    private final Handle listening;

    public QueuedSteps(AlarmSource server, Deeds deeds, Said said) {
        this.server = server;
        this.deeds = deeds;
        this.said = said;
        this.listening = server.onNews(new News() {
            @Override
            public void changed(AlarmId id, long version, AlarmStep step) {
                // whoever keeps the list asks
            }

            @Override
            public void afresh() {
                // the same
            }

            @Override
            public void late(AlarmId id, String title, String by) {
                waiting.remove(id);
                said.late(title, by);
            }
        });
    }

    @Override
    public boolean offered() {
        return server.offered();
    }

    @Override
    public void open(Consumer<Outcome<List<Alarm>>> answer) {
        server.open(outcome -> answer.accept(outcome.map(all -> all.stream()
                .map(this::standing)
                .filter(alarm -> alarm.step().isOpen())
                .toList())));
    }

    @Override
    public void get(AlarmId id, Consumer<Outcome<Alarm>> answer) {
        server.get(id, outcome -> answer.accept(outcome.map(this::standing)));
    }

    private Alarm standing(Alarm told) {
        Waiting own = waiting.get(told.id());
        if (own == null) {
            return told;
        }
        if (own.covers(told)) {
            return told.at(own.step());
        }
        waiting.remove(told.id());
        return told;
    }

    @Override
    public void move(Alarm seen, AlarmStep next, Consumer<Outcome<Alarm>> answer) {
        send(seen, next, null, "", answer, then -> server.move(seen, next, then));
    }

    @Override
    public void finish(Alarm seen, AlarmOutcome outcome, String note, Consumer<Outcome<Alarm>> answer) {
        send(seen, AlarmStep.CLOSED, outcome, note, answer, then -> server.finish(seen, outcome, note, then));
    }

    private void send(
            Alarm seen,
            AlarmStep next,
            @Nullable AlarmOutcome result,
            String note,
            Consumer<Outcome<Alarm>> answer,
            Consumer<Consumer<Outcome<Alarm>>> asking) {
        if (waiting.containsKey(seen.id())) {
            // What was done before it goes first.
            answer.accept(Outcome.done(keep(seen, next, result, note)));
            return;
        }
        asking.accept(
                outcome -> answer.accept(isAway(outcome) ? Outcome.done(keep(seen, next, result, note)) : outcome));
    }

    /** Also where another stands in its place: nothing was told to that one. */
    private static boolean isAway(Outcome<Alarm> outcome) {
        return outcome instanceof Outcome.Failed<Alarm>(var why) && (why.unanswered() || why.kind() == Kind.UNTRUSTED);
    }

    private Alarm keep(Alarm seen, AlarmStep next, @Nullable AlarmOutcome result, String note) {
        Waiting before = waiting.getOrDefault(seen.id(), new Waiting(seen, seen.step(), 0));
        deeds.note(
                AlarmDeed.ACTION,
                AlarmDeed.subject(seen.id()),
                AlarmDeed.facts(before.seen(), before.steps(), next, result, note));
        waiting.put(seen.id(), new Waiting(before.seen(), next, before.steps() + 1));
        said.kept(seen);
        return seen.at(next);
    }

    /** Somebody else works here, or nobody: what waits is told in the name of whoever did it. */
    public void forget() {
        waiting.clear();
    }

    @Override
    public void picture(AlarmId id, Consumer<Outcome<byte[]>> answer) {
        server.picture(id, answer);
    }

    @Override
    public Handle onNews(News news) {
        return server.onNews(news);
    }

    @Override
    public void close() {
        listening.close();
    }
}
