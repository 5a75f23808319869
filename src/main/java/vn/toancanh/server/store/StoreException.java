package vn.toancanh.server.store;

import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.FailureException;

/** The database refused work; nothing of it was kept. */
public final class StoreException extends RuntimeException {
    /** What the refusal means for whoever asked. */
    public enum Kind {
        /** Held by others for too long; trying again may help. */
        BUSY,
        /** The disk or the quota is full. */
        FULL,
        /** The file or its disk cannot be written. */
        READ_ONLY,
        /** Pages are damaged or the disk fails. */
        DAMAGED,
        /** A fault of ours. */
        FAULT
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Path file;

    StoreException(Kind kind, Path file, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.file = file;
    }

    public Kind kind() {
        return kind;
    }

    /** The same for whoever runs the server, where no request can be answered with it. */
    public FailureException asFailure() {
        return StoreFailures.failure(file, this);
    }
}
