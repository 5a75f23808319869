package vn.toancanh.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/** What SQLite's result codes mean here. The low byte is the primary code (sqlite.org/rescode.html). */
final class StoreFailures {
    private StoreFailures() {}

    static StoreException atWork(Path file, SQLException refused) {
        StoreException.Kind kind = switch (primary(refused)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> StoreException.Kind.BUSY;
            case SQLITE_FULL -> StoreException.Kind.FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> StoreException.Kind.READ_ONLY;
            case SQLITE_IOERR -> inOrOut(refused);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> StoreException.Kind.DAMAGED;
            default -> StoreException.Kind.FAULT;
        };
        return new StoreException(kind, file, "SQLite: " + refused.getMessage(), refused);
    }

    /** What cannot be written is not damaged: most of all, a full disk leaves no room for the index of the log. */
    private static StoreException.Kind inOrOut(SQLException refused) {
        if (!(refused instanceof SQLiteException known)) {
            return StoreException.Kind.DAMAGED;
        }
        return switch (known.getResultCode()) {
            case SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMOPEN, SQLITE_IOERR_SHMMAP -> StoreException.Kind.FULL;
            case SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC, SQLITE_IOERR_TRUNCATE ->
                StoreException.Kind.READ_ONLY;
            default -> StoreException.Kind.DAMAGED;
        };
    }

    static FailureException atOpening(Path file, SQLException refused) {
        if (refused.getCause() instanceof NativeLibraryNotFoundException unpacked) {
            String temporary = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", ""));
            return new FailureException(
                    Failure.of(Failure.Kind.RESOURCES, "SQLite cannot be unpacked into " + temporary, unpacked)
                            .withText("server.temporaryFull", temporary));
        }
        return failure(file, atWork(file, refused));
    }

    /** What to tell whoever runs the server. */
    static FailureException failure(Path file, StoreException refused) {
        return switch (refused.kind()) {
            case DAMAGED -> damaged(file, String.valueOf(refused.getMessage()), refused);
            case READ_ONLY, FULL -> notWritable(file, refused);
            case BUSY ->
                new FailureException(Failure.of(Failure.Kind.CONFLICT, file + " is locked", refused)
                        .withText("server.dataInUse", file.toString()));
            case FAULT -> new FailureException(Failure.of(Failure.Kind.INTERNAL, "opening " + file, refused));
        };
    }

    static FailureException damaged(Path file, String found, Throwable cause) {
        return new FailureException(Failure.of(Failure.Kind.BAD_INPUT, file + ": " + found, cause)
                .withText("server.damagedDatabase", file.toString()));
    }

    static FailureException notWritable(Path file, Exception cause) {
        return new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + file, cause)
                .withText("server.dataReadOnly", file.toString()));
    }

    private static SQLiteErrorCode primary(SQLException refused) {
        return SQLiteErrorCode.getErrorCode(refused.getErrorCode() & 0xff);
    }
}
