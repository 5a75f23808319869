package vn.toancanh.alarms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/** A server whose answers the test gives. */
public final class FakeAlarms implements AlarmSource {
    /** Somebody wanted that step. */
    public record Move(Alarm seen, AlarmStep next, Consumer<Outcome<Alarm>> answer) {}

    /** Somebody closed it and said why. */
    public record Finish(Alarm seen, AlarmOutcome outcome, String note, Consumer<Outcome<Alarm>> answer) {}

    /** Somebody asked for that alarm. */
    public record Get(AlarmId id, Consumer<Outcome<Alarm>> answer) {}

    public final Deque<Consumer<Outcome<List<Alarm>>>> lists = new ArrayDeque<>();
    public final Deque<Get> gets = new ArrayDeque<>();
    public final Deque<Move> moves = new ArrayDeque<>();
    public final Deque<Finish> finishes = new ArrayDeque<>();
    public final List<AlarmId> pictures = new ArrayList<>();
    public boolean there = true;

    /** What is answered to every asking for a picture. */
    public byte[] picture = new byte[0];

    public @Nullable News news;

    @Override
    public boolean offered() {
        return there;
    }

    @Override
    public void open(Consumer<Outcome<List<Alarm>>> answer) {
        lists.add(answer);
    }

    @Override
    public void get(AlarmId id, Consumer<Outcome<Alarm>> answer) {
        gets.add(new Get(id, answer));
    }

    @Override
    public void move(Alarm seen, AlarmStep next, Consumer<Outcome<Alarm>> answer) {
        moves.add(new Move(seen, next, answer));
    }

    @Override
    public void finish(Alarm seen, AlarmOutcome outcome, String note, Consumer<Outcome<Alarm>> answer) {
        finishes.add(new Finish(seen, outcome, note, answer));
    }

    @Override
    public void picture(AlarmId id, Consumer<Outcome<byte[]>> answer) {
        pictures.add(id);
        answer.accept(Outcome.done(picture));
    }

    @Override
    public Handle onNews(News listener) {
        news = listener;
        return () -> news = null;
    }

    /** Whoever listens. */
    public News news() {
        News present = news;
        if (present == null) {
            throw new AssertionError("nobody listens");
        }
        return present;
    }
}
