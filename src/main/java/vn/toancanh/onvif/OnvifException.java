package vn.toancanh.onvif;

import java.io.Serial;

/** Carries an {@link OnvifFailure} up to where it is settled. */
public final class OnvifException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient OnvifFailure failure;

    OnvifException(OnvifFailure failure) {
        super(failure.kind() + ": " + failure.detail(), failure.cause());
        this.failure = failure;
    }

    public OnvifFailure failure() {
        return failure;
    }
}
