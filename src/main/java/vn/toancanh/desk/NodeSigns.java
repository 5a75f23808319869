package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.prefs.Preferences;

/**
 * What lies over the tiles of a wall's windows for a while: which screen each is, and words from elsewhere for whoever stands before
 * them. It changes nothing that stands there, and a later one takes the place of the one before. Words stand again after a restart, until their
 * time is over. Lane: DESK.
 */
public final class NodeSigns implements Handle {
    /** How long a screen says which it is: long enough to walk along a wall and look. */
    static final Duration IDENTIFY = Duration.ofSeconds(8);

    /**
     * Which screen a window is.
     *
     * @param number by which people call it, from 1
     * @param screen its id at the server
     * @param wall what the wall is called
     */
    public record Which(int number, String screen, String wall) {}

    /**
     * Words from elsewhere.
     *
     * @param by who says so
     * @param desk from where; empty where that is not known
     * @param since when they came
     */
    public record Message(String text, String by, String desk, Instant since) {}

    private record Shown<T>(T what, Handle ending) {}

    private final Lane desk;
    private final Clock clock;
    private final Preferences preferences;
    private final Map<Integer, Shown<Which>> numbers = new HashMap<>();
    private final Map<Integer, Shown<Message>> messages = new HashMap<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();

    private KeptMessages kept;

    /** @param before what stood there until this start */
    NodeSigns(Lane desk, Clock clock, Preferences preferences, KeptMessages before) {
        this.desk = desk;
        this.clock = clock;
        this.preferences = preferences;
        this.kept = before;
        before.of().forEach((window, message) -> {
            Duration left = message.left(clock.now());
            if (left.isPositive()) {
                put(messages, window, message.message(), left);
            } else {
                keep(kept.without(window));
            }
        });
    }

    private void keep(KeptMessages now) {
        if (!now.equals(kept)) {
            kept = now;
            preferences.set(KeptMessages.KEPT, now.write());
        }
    }

    void identify(int windowId, Which which) {
        put(numbers, windowId, which, IDENTIFY);
    }

    /** @param time from {@link Message#since} on */
    void say(int windowId, Message message, Duration time) {
        KeptMessages.Kept said = new KeptMessages.Kept(message, time);
        put(messages, windowId, message, said.left(clock.now()));
        keep(kept.with(windowId, said));
    }

    private <T> void put(Map<Integer, Shown<T>> signs, int windowId, T what, Duration time) {
        end(signs.remove(windowId));
        signs.put(windowId, new Shown<>(what, desk.after(time, () -> over(signs, windowId))));
        tell();
    }

    private <T> void over(Map<Integer, Shown<T>> signs, int windowId) {
        take(signs, windowId);
        // Nothing is kept of a window that has no words.
        if (!messages.containsKey(windowId)) {
            keep(kept.without(windowId));
        }
    }

    private <T> void take(Map<Integer, Shown<T>> signs, int windowId) {
        Shown<T> gone = signs.remove(windowId);
        end(gone);
        if (gone != null) {
            tell();
        }
    }

    private static void end(@Nullable Shown<?> sign) {
        if (sign != null) {
            sign.ending().close();
        }
    }

    /** Which screen that window is, while it is to say so. */
    public Optional<Which> number(int windowId) {
        return Optional.ofNullable(numbers.get(windowId)).map(Shown::what);
    }

    /** The words that stand on that window now. */
    public Optional<Message> message(int windowId) {
        return Optional.ofNullable(messages.get(windowId)).map(Shown::what);
    }

    /** Somebody at the wall has read the words on that window. */
    public void read(int windowId) {
        desk.assertHere();
        over(messages, windowId);
    }

    /** Tells when something else is to be seen on any window, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private void tell() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    @Override
    public void close() {
        numbers.values().forEach(NodeSigns::end);
        messages.values().forEach(NodeSigns::end);
        numbers.clear();
        messages.clear();
        listeners.clear();
    }
}
