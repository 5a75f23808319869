package vn.toancanh.server.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/** Whether anything can be kept, as it was tried a moment ago: however many ask, nothing is tried more often. Any thread; may block. */
public final class WriteProbe implements Supplier<Optional<StoreException.Kind>> {
    /** How old an answer may be. */
    public static final Duration FRESH = Duration.ofSeconds(5);

    private record Tried(long at, Optional<StoreException.Kind> refused) {}

    private final Supplier<Optional<StoreException.Kind>> writing;
    private final Clock clock;
    private @Nullable Tried tried;

    /** @param writing tries to write; answers why it is refused, or empty */
    public WriteProbe(Supplier<Optional<StoreException.Kind>> writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<StoreException.Kind> get() {
        long now = clock.nanos();
        @Nullable Tried last = tried;
        if (last == null || now - last.at() >= FRESH.toNanos()) {
            last = new Tried(now, writing.get());
            tried = last;
        }
        return last.refused();
    }
}
