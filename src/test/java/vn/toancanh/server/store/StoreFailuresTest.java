package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import vn.toancanh.base.Failure;

/** A database that is locked, full, read-only or damaged is told apart, at work and to whoever starts the server. */
class StoreFailuresTest {
    private static final Path FILE = Path.of("central.db");

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, BUSY, CONFLICT, server.dataInUse",
        "SQLITE_LOCKED, BUSY, CONFLICT, server.dataInUse",
        "SQLITE_FULL, FULL, RESOURCES, server.dataReadOnly",
        "SQLITE_READONLY, READ_ONLY, RESOURCES, server.dataReadOnly",
        "SQLITE_READONLY_DBMOVED, READ_ONLY, RESOURCES, server.dataReadOnly",
        "SQLITE_PERM, READ_ONLY, RESOURCES, server.dataReadOnly",
        "SQLITE_CANTOPEN, READ_ONLY, RESOURCES, server.dataReadOnly",
        "SQLITE_IOERR_WRITE, READ_ONLY, RESOURCES, server.dataReadOnly",
        "SQLITE_IOERR_SHMSIZE, FULL, RESOURCES, server.dataReadOnly",
        "SQLITE_IOERR_READ, DAMAGED, BAD_INPUT, server.damagedDatabase",
        "SQLITE_CORRUPT, DAMAGED, BAD_INPUT, server.damagedDatabase",
        "SQLITE_NOTADB, DAMAGED, BAD_INPUT, server.damagedDatabase",
        "SQLITE_MISUSE, FAULT, INTERNAL, failure.internal"
    })
    void everyCodeHasItsMeaning(SQLiteErrorCode code, StoreException.Kind kind, Failure.Kind told, String text) {
        SQLException refused = new SQLiteException("as the test wants", code);
        StoreException found = StoreFailures.atWork(FILE, refused);
        assertThat(found.kind()).isEqualTo(kind);
        Failure failure = StoreFailures.failure(FILE, found).failure();
        assertThat(failure.kind()).isEqualTo(told);
        assertThat(failure.textKey()).isEqualTo(text);
    }

    @Test
    void anErrorOfInputOrOutputWithoutMoreIsTakenForDamage() {
        SQLException refused = new SQLException("x", "", SQLiteErrorCode.SQLITE_IOERR.code);
        assertThat(StoreFailures.atWork(FILE, refused).kind()).isEqualTo(StoreException.Kind.DAMAGED);
    }
}
