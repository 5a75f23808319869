package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Things the operator should know though nothing is broken. The latest is seen. One that he can do something about waits below later
 * ones until he has done it or read it; of the others a later one takes the place of the one before. Lane: DESK.
 */
public final class Notices {
    /**
     * A text by its key.
     *
     * @param way what the operator can do about it; null: nothing but to have read it
     */
    public record Notice(
            String textKey, List<Object> args, @Nullable Way way) {
        public Notice {
            args = List.copyOf(args);
        }

        public Notice(String textKey, List<Object> args) {
            this(textKey, args, null);
        }

        private boolean reads(Notice other) {
            return textKey.equals(other.textKey) && args.equals(other.args);
        }

        /** The same with something that can be done about it. */
        public Notice leading(String wayKey, Runnable there) {
            return new Notice(textKey, args, new Way(wayKey, there));
        }
    }

    /** Something that can be done, in the words of a text. */
    public record Way(String textKey, Runnable there) {}

    /** As many as wait; of more the oldest goes. */
    static final int MOST = 12;

    private final Lane desk;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    /** The latest last. */
    private final List<Notice> standing = new ArrayList<>();

    public Notices(Lane desk) {
        this.desk = desk;
    }

    /** What is seen now. */
    public Optional<Notice> present() {
        desk.assertHere();
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.getLast());
    }

    /** Says that, above what can be done about something, in place of anything else and of what reads the same. */
    public void tell(Notice notice) {
        change(() -> {
            standing.removeIf(each -> each.way() == null || each.reads(notice));
            standing.add(notice);
            if (standing.size() > MOST) {
                standing.removeFirst();
            }
        });
    }

    /** What is seen was read; what waits below it is seen next. */
    public void dismiss() {
        present().ifPresent(this::withdraw);
    }

    /** That is no longer so, or was done, wherever it stands. */
    public void withdraw(Notice notice) {
        change(() -> standing.remove(notice));
    }

    /** Whoever could do something about them is gone. */
    public void withdrawOffers() {
        change(() -> standing.removeIf(each -> each.way() != null));
    }

    private void change(Runnable edit) {
        desk.assertHere();
        Optional<Notice> before = present();
        edit.run();
        if (!before.equals(present())) {
            List.copyOf(listeners.values()).forEach(Runnable::run);
        }
    }

    /** Tells of every later change until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}
