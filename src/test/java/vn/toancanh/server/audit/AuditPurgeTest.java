package vn.toancanh.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.audit.Verdict.Kind;
import vn.toancanh.server.store.Retention;
import vn.toancanh.server.store.StoreException;

class AuditPurgeTest {
    @TempDir
    Path folder;

    private AuditRig rig;

    @BeforeEach
    void start() {
        rig = new AuditRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private long purge(int days) {
        return new AuditPurge(rig.database, rig.trail, rig.clock).keepDays(days);
    }

    @Test
    void whatIsOldGoesAndTheRestStillVerifies() {
        rig.deeds(20);
        rig.clock.advance(Duration.ofDays(10));
        rig.deeds(5);
        assertThat(purge(30)).isZero();
        rig.clock.advance(Duration.ofDays(25));
        assertThat(purge(30)).isEqualTo(21);
        assertThat(rig.actions()).hasSize(6).endsWith("audit.purged");
        Verdict verdict = rig.check();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.first()).isEqualTo(22);
        rig.deeds(2);
        assertThat(rig.check().holds()).isTrue();
        rig.clock.advance(Duration.ofDays(100));
        assertThat(purge(7)).isEqualTo(8);
        assertThat(rig.actions()).containsExactly("audit.purged");
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void moreThanOnePortionGoes() {
        rig.database.write(sql -> {
            rig.trail.append(
                    sql,
                    java.util.stream.IntStream.range(0, 12_000)
                            .mapToObj(i -> rig.trail.draft(
                                    Caller.program("x"), Outcome.DONE, "a.b", "c/" + i, java.util.Map.of()))
                            .toList());
            return 0;
        });
        rig.clock.advance(Duration.ofDays(40));
        assertThat(purge(30)).isEqualTo(12_001);
        assertThat(rig.actions()).containsExactly("audit.purged", "audit.purged", "audit.purged");
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void whatCannotBeNotedStays() {
        rig.deeds(5);
        rig.clock.advance(Duration.ofDays(40));
        rig.database.write(
                sql -> sql.change("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END"));
        assertThatThrownBy(() -> purge(30)).isInstanceOf(StoreException.class);
        assertThat(rig.actions()).hasSize(6);
        assertThat(rig.check().fault()).isNull();
    }

    @Test
    void takingOutMoreThanWasPurgedIsFound() throws SQLException {
        rig.deeds(5);
        rig.clock.advance(Duration.ofDays(40));
        rig.deeds(5);
        purge(30);
        rig.tamper(
                "UPDATE audit_mark SET seq = 8, hash = (SELECT hash FROM audit WHERE seq = 8) WHERE name = 'anchor'",
                "DELETE FROM audit WHERE seq <= 8");
        assertThat(rig.check().fault()).isEqualTo(new Verdict.Fault(Kind.ANCHOR, 9, ""));
    }

    @Test
    void anEntryPutAmongThosePurgedIsFound() throws SQLException {
        rig.deeds(5);
        rig.clock.advance(Duration.ofDays(40));
        rig.deeds(1);
        purge(30);
        rig.tamper(
                "INSERT INTO audit SELECT 2, 'x', at, original_at, account_id, username, session_id, address, client, action,"
                        + " subject, outcome, facts, hash FROM audit WHERE seq = 7");
        assertThat(rig.check().fault()).isEqualTo(new Verdict.Fault(Kind.BEYOND, 2, "x"));
    }

    @Test
    void whatDoesNotHoldIsNotPurged() throws SQLException {
        rig.deeds(5);
        rig.clock.advance(Duration.ofDays(40));
        rig.tamper("UPDATE audit SET subject = 'camera/khac' WHERE seq = 3");
        assertThatThrownBy(() -> purge(30))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        refused -> assertThat(refused.failure().textKey()).isEqualTo("server.auditBroken"));
        assertThat(rig.actions()).hasSize(6);
        assertThat(rig.check().fault()).extracting(Verdict.Fault::seq).isEqualTo(3L);
    }

    @Test
    void aClockThatWasSetBackHoldsOlderOnesOfTheFutureBack() {
        rig.clock.advance(Duration.ofDays(400));
        rig.deeds(1);
        rig.clock.advance(Duration.ofDays(-400));
        rig.deeds(1);
        rig.clock.advance(Duration.ofDays(60));
        // the second is of the future: it, and what stands behind it, stay
        assertThat(purge(30)).isEqualTo(1);
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void nobodyPurgesTheLastDays() {
        assertThatThrownBy(() -> purge(Retention.LEAST_DAYS - 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
