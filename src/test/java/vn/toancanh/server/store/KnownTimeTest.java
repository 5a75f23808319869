package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;

class KnownTimeTest {
    private final ManualClock clock = new ManualClock();
    private Database database;
    private KnownTime time;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        time = new KnownTime(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aClockThatGoesIsBelieved() {
        assertThat(time.heldUntil()).as("nothing is known yet").isNull();
        for (int day = 0; day < 400; day++) {
            clock.advance(Duration.ofDays(1));
            assertThat(time.heldUntil()).isNull();
        }
        clock.advance(Duration.ofDays(6));
        assertThat(time.heldUntil()).as("over a holiday").isNull();
    }

    @Test
    void aClockThatWasSetForwardHoldsForAWeekAndLongerWhereItIsSetBack() {
        time.heldUntil();
        Instant right = clock.now();
        clock.set(right.plus(Duration.ofDays(3650)));
        assertThat(time.heldUntil()).isEqualTo(clock.now().plus(KnownTime.WEEK));
        for (int again = 0; again < 20; again++) {
            assertThat(time.heldUntil()).as("starting anew tells nothing").isNotNull();
        }
        clock.set(right.plus(Duration.ofDays(1)));
        Instant held = time.heldUntil();
        assertThat(held).isEqualTo(clock.now().plus(KnownTime.WEEK));
        clock.advance(Duration.ofDays(6));
        assertThat(time.heldUntil()).isEqualTo(held);
        clock.advance(Duration.ofDays(1));
        assertThat(time.heldUntil()).isNull();
    }

    @Test
    void dataOfBeforeAreKnownByTheirNewestEntry() {
        database.write(sql -> sql.change(
                "INSERT INTO revision (revision, made_at) VALUES (1, ?)",
                clock.now().minus(Duration.ofDays(8)).toEpochMilli()));
        assertThat(time.heldUntil()).isNotNull();
    }
}
