package vn.toancanh.base;

import java.io.Serial;

/** Carries a {@link Failure} up to where it is settled. */
public final class FailureException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.kind() + ": " + failure.detail(), failure.cause());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
