package vn.toancanh.server.http;

import java.io.Serial;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A list of a body that ends the reading of it where it would hold more than it may: what is read lies in memory, and a body of a
 * million empty things takes far more there than on the wire. {@link Json#body} makes a problem of that. For one thread.
 */
public class CappedList<T extends @Nullable Object> extends ArrayList<T> {
    @Serial
    private static final long serialVersionUID = 1L;

    /** There is one more than there may be. */
    static final class TooMany extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final int most;

        TooMany(int most) {
            super("more than " + most, null, false, false);
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    private final int most;

    /** @param most things that it may hold */
    protected CappedList(int most) {
        this.most = most;
    }

    @Override
    public boolean add(T next) {
        if (size() >= most) {
            throw new TooMany(most);
        }
        return super.add(next);
    }
}
