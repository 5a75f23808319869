package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Threads;
import vn.toancanh.server.accounts.Places;

class DatabaseTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), new ManualClock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int put(Sql sql, String name) throws SQLException {
        return sql.change("INSERT INTO setting (name, value) VALUES (?, 'x')", name);
    }

    private long count() {
        return database.read(sql -> sql.number("SELECT count(*) FROM setting"));
    }

    @Test
    void whatIsDoneAfterwardsKeepsNobodyFromWriting() {
        List<String> told = new ArrayList<>();
        Places places = new Places(database, () -> {
            CompletableFuture.supplyAsync(() -> database.write(sql -> put(sql, "b")))
                    .orTimeout(3, TimeUnit.SECONDS)
                    .join();
            told.add("afterwards");
        });
        database.write(sql -> {
            put(sql, "a");
            places.changes(sql);
            sql.afterCommit(() -> told.add("with the commit"));
            return 0;
        });
        assertThat(told).containsExactly("with the commit", "afterwards");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatThrowsLeavesNothing() {
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> database.write(sql -> {
                    put(sql, "a");
                    sql.afterCommit(() -> told.add("a"));
                    sql.afterwards(() -> told.add("a"));
                    throw new IllegalStateException("giữa chừng");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.write(sql -> put(sql, "b") + put(sql, "b")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.FAULT));
        assertThat(count()).isZero();
        assertThat(told).isEmpty();
        database.write(sql -> put(sql, "a"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void manyWritersTakeTurnsAndNothingIsLost() throws InterruptedException {
        AtomicInteger failed = new AtomicInteger();
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            int name = writer;
            writers.add(Threads.virtual("writer", () -> {
                for (int i = 0; i < 25; i++) {
                    String key = name + "-" + i;
                    try {
                        database.write(sql -> put(sql, key));
                        if (database.read(sql -> sql.number("SELECT count(*) FROM setting WHERE name = ?", key)) != 1) {
                            failed.incrementAndGet();
                        }
                    } catch (RuntimeException refused) {
                        failed.incrementAndGet();
                    }
                }
            }));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failed).hasValue(0);
        assertThat(count()).isEqualTo(200);
    }

    @Test
    void readersSeeOneStateAndCannotWrite() {
        database.read(sql -> {
            long before = sql.number("SELECT count(*) FROM setting");
            database.write(other -> put(other, "sau"));
            assertThat(sql.number("SELECT count(*) FROM setting")).isEqualTo(before);
            return 0;
        });
        assertThat(count()).isEqualTo(1);
        assertThatThrownBy(() -> database.read(sql -> put(sql, "x")))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.READ_ONLY));
    }

    @Test
    void anotherProcessHoldingTheFileIsBusyNotBroken() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"))) {
            Database.execute(other, "BEGIN IMMEDIATE");
            assertThatThrownBy(() -> database.write(sql -> put(sql, "a")))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.BUSY));
            Database.execute(other, "ROLLBACK");
        }
        assertThat(database.<Integer>write(sql -> put(sql, "a"))).isEqualTo(1);
    }

    @Test
    void aFullDiskRefusesAndLeavesWhatWas() {
        database.write(sql -> put(sql, "a"));
        long pages = database.read(sql -> sql.number("PRAGMA page_count"));
        database.write(sql -> sql.number("PRAGMA max_page_count = " + pages));
        assertThatThrownBy(() -> database.write(sql ->
                        sql.change("INSERT INTO setting (name, value) VALUES ('lớn', ?)", "x".repeat(1_000_000))))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.FULL));
        database.write(sql -> sql.number("PRAGMA max_page_count = 100000"));
        database.write(sql -> put(sql, "b"));
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void afterClosingNothingIsTaken() {
        database.close();
        assertThatThrownBy(this::count).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> database.write(sql -> put(sql, "a"))).isInstanceOf(StoreException.class);
    }
}
