package vn.toancanh.server.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/** What SQLite's result codes mean here. The low byte is the primary code (sqlite.org/rescode.html). */
final class StoreFailures {
    private StoreFailures() {}

    static StoreException atWork(SQLException refused) {
        StoreException.Kind kind = switch (primary(refused)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> StoreException.Kind.BUSY;
            case SQLITE_FULL -> StoreException.Kind.FULL;
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN -> StoreException.Kind.READ_ONLY;
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR -> StoreException.Kind.DAMAGED;
            default -> StoreException.Kind.FAULT;
        };
        return new StoreException(kind, "SQLite: " + refused.getMessage(), refused);
    }

    static FailureException atOpening(Path file, SQLException refused) {
        return switch (atWork(refused).kind()) {
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
