package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/** Something the operator should know though nothing is broken; stands until he has read it or a later one takes its place. */
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

        /** The same with something that can be done about it. */
        public Notice leading(String wayKey, Runnable there) {
            return new Notice(textKey, args, new Way(wayKey, there));
        }
    }

    /** Something that can be done, in the words of a text. */
    public record Way(String textKey, Runnable there) {}

    private final Lane desk;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private Optional<Notice> present = Optional.empty();

    public Notices(Lane desk) {
        this.desk = desk;
    }

    /** What stands now. */
    public Optional<Notice> present() {
        desk.assertHere();
        return present;
    }

    /** Says that, in place of what stood. */
    public void tell(Notice notice) {
        change(Optional.of(notice));
    }

    /** It was read. */
    public void dismiss() {
        change(Optional.empty());
    }

    private void change(Optional<Notice> next) {
        desk.assertHere();
        if (!next.equals(present)) {
            present = next;
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
