package vn.toancanh.store;

import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;

/** SQLite's result codes as failures. */
final class SqlFailures {
    private static final int ERROR = 1;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO = 10;
    static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int TOO_BIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int RANGE = 25;
    private static final int NOT_A_DATABASE = 26;

    private SqlFailures() {}

    static Failure of(SQLException fault, String what) {
        String detail = what + ": " + fault.getMessage();
        if (fault.getCause() instanceof NativeLibraryNotFoundException absent) {
            return notUnpacked(absent);
        }
        return switch (primary(fault)) {
            case FULL, IO -> Failure.of(Kind.RESOURCES, detail, fault).withText("store.full");
            case READ_ONLY, CANNOT_OPEN ->
                Failure.of(Kind.RESOURCES, detail, fault).withText("store.readOnly");
            case BUSY, LOCKED -> Failure.of(Kind.CONFLICT, detail, fault).withText("store.inUse");
            default -> Failure.of(Kind.INTERNAL, detail, fault).withText("store.fault");
        };
    }

    /** SQLite comes with the program and is unpacked at every start. */
    static Failure notUnpacked(Throwable absent) {
        String temporary = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", ""));
        return Failure.of(Kind.RESOURCES, "SQLite cannot be unpacked into " + temporary, absent)
                .withText("store.temporaryFull", temporary);
    }

    /** True where the file is not what SQLite wrote. */
    static boolean isDamage(SQLException fault) {
        int code = primary(fault);
        return code == CORRUPT || code == NOT_A_DATABASE;
    }

    /** True where another statement may well succeed: a table is missing, a value does not fit. */
    static boolean isOfOneStatement(SQLException fault) {
        return switch (primary(fault)) {
            case ERROR, TOO_BIG, CONSTRAINT, MISMATCH, RANGE -> true;
            default -> false;
        };
    }

    private static int primary(SQLException fault) {
        return fault.getErrorCode() & 0xff;
    }
}
