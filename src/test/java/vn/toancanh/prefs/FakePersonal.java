package vn.toancanh.prefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;

/** Settings of one person at a server in memory; with {@link #hold} answers wait for the test. */
public final class FakePersonal implements PersonalService {
    /** What is kept. */
    public final Map<String, PersonalValue> kept = new TreeMap<>();

    /** What was sent, in order. */
    public final List<Map<String, PersonalValue>> sent = new ArrayList<>();

    public boolean offers = true;

    /** What every question is answered with until it is null again. */
    public @Nullable Failure refusing;

    private final List<Runnable> waiting = new ArrayList<>();
    private boolean holding;

    /** From now on answers wait for {@link #answer()}. */
    public void hold() {
        holding = true;
    }

    /** Gives all answers held back. */
    public void answer() {
        holding = false;
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    @Override
    public boolean offered() {
        return offers;
    }

    @Override
    public void merge(Map<String, PersonalValue> chosen, Consumer<Outcome<Map<String, PersonalValue>>> answer) {
        sent.add(chosen);
        Failure no = refusing;
        Outcome<Map<String, PersonalValue>> outcome;
        if (no == null) {
            chosen.forEach((name, value) -> kept.merge(name, value, (old, now) -> now.laterThan(old) ? now : old));
            outcome = Outcome.done(Map.copyOf(kept));
        } else {
            outcome = Outcome.failed(no);
        }
        if (holding) {
            waiting.add(() -> answer.accept(outcome));
        } else {
            answer.accept(outcome);
        }
    }
}
