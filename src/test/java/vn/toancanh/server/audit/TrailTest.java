package vn.toancanh.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.Threads;
import vn.toancanh.server.audit.Verdict.Fault;
import vn.toancanh.server.audit.Verdict.Kind;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.Vault;

/** The chain holds whatever the server does, and whatever else is done to it is found and named. */
class TrailTest {
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

    private void found(Kind kind, long seq) {
        Verdict verdict = rig.check();
        Fault fault = verdict.fault();
        assertThat(fault).isNotNull();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.seq()).isEqualTo(seq);
        assertThat(verdict.entries()).isLessThanOrEqualTo(seq);
    }

    @Test
    void aChainOfDeedsHolds() {
        rig.deeds(30);
        Verdict verdict = rig.check();
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.entries()).isEqualTo(31);
        assertThat(verdict.last()).isEqualTo(31);
        assertThat(rig.actions()).startsWith("audit.began", "stream.granted");
    }

    @Test
    void whatIsUndoneIsNotNoted() {
        assertThatThrownBy(() -> rig.database.write(sql -> {
                    rig.trail.note(sql, AuditRig.WHO, "layout.saved", "layout/l-1", Map.of());
                    throw new IllegalStateException("giữa chừng");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rig.actions()).containsExactly("audit.began");
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void severalNotesOfOneTransactionFollowEachOther() {
        rig.database.write(sql -> {
            for (int i = 0; i < 5; i++) {
                rig.trail.note(sql, AuditRig.WHO, "a.b", "c/" + i, Map.of("i", i));
            }
            return 0;
        });
        assertThat(rig.check().entries()).isEqualTo(6);
        assertThat(rig.check().holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET action = 'layout.saved' WHERE seq = 3",
                "UPDATE audit SET facts = '{}'",
                "DELETE FROM audit WHERE seq = 3",
                "DELETE FROM audit",
                "INSERT INTO audit SELECT 99, 'x', at, original_at, account_id, username, session_id, address, client, action,"
                        + " subject, outcome, facts, hash FROM audit WHERE seq = 3",
                "INSERT OR REPLACE INTO audit SELECT 3, 'x', at, original_at, account_id, username, session_id, address, client,"
                        + " action, subject, outcome, facts, hash FROM audit WHERE seq = 2",
                "INSERT OR REPLACE INTO audit SELECT 6, id, at, original_at, account_id, username, session_id, address, client,"
                        + " action, subject, outcome, facts, hash FROM audit WHERE seq = 2",
                "DELETE FROM audit_mark",
                "UPDATE audit_mark SET seq = 2 WHERE name = 'head'"
            })
    void theDatabaseItselfRefuses(String statement) {
        rig.deeds(4);
        assertThatThrownBy(() -> rig.database.write(sql -> sql.change(statement)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("audit");
        assertThat(rig.check().holds()).isTrue();
        assertThat(rig.check().entries()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action = 'x.y'",
                "subject = 'camera/c-9'",
                "outcome = 'failed'",
                "facts = '{\"role\":\"main\"}'",
                "at = at + 1",
                "original_at = 5",
                "username = 'khac'",
                "account_id = NULL",
                "session_id = ''",
                "address = '1.2.3.4'",
                "client = 'x'",
                "id = '00000000-0000-0000-0000-000000000000'",
                "hash = zeroblob(32)"
            })
    void anAlteredEntryIsNamed(String change) throws SQLException {
        rig.deeds(6);
        rig.tamper("UPDATE audit SET " + change + " WHERE seq = 4");
        found(Kind.ALTERED, 4);
    }

    @Test
    void aDeletedEntryIsNamed() throws SQLException {
        rig.deeds(6);
        rig.tamper("DELETE FROM audit WHERE seq = 4");
        found(Kind.MISSING, 4);
    }

    @Test
    void theFirstEntryIsMissedToo() throws SQLException {
        rig.deeds(6);
        rig.tamper("DELETE FROM audit WHERE seq <= 2");
        found(Kind.MISSING, 1);
    }

    @Test
    void anInsertedEntryIsNamed() throws SQLException {
        rig.deeds(6);
        rig.tamper(
                "UPDATE audit SET seq = -seq WHERE seq >= 4",
                "UPDATE audit SET seq = 1 - seq WHERE seq < 0",
                "INSERT INTO audit SELECT 4, 'x', at, original_at, account_id, username, session_id, address, client, action,"
                        + " subject, outcome, facts, hash FROM audit WHERE seq = 3");
        found(Kind.ALTERED, 4);
    }

    @Test
    void anEntryAddedBehindTheEndIsNamed() throws SQLException {
        rig.deeds(3);
        rig.tamper(
                "INSERT INTO audit SELECT 5, 'x', at, original_at, account_id, username, session_id, address, client, action,"
                        + " subject, outcome, facts, hash FROM audit WHERE seq = 3");
        found(Kind.BEYOND, 5);
    }

    @Test
    void entriesThatChangedPlacesAreNamed() throws SQLException {
        rig.deeds(6);
        rig.tamper(
                "UPDATE audit SET seq = 100 WHERE seq = 3",
                "UPDATE audit SET seq = 3 WHERE seq = 5",
                "UPDATE audit SET seq = 5 WHERE seq = 100");
        found(Kind.ALTERED, 3);
    }

    @Test
    void anEndThatWasCutOffIsNamed() throws SQLException {
        rig.deeds(6);
        rig.tamper("DELETE FROM audit WHERE seq > 4");
        found(Kind.CUT_OFF, 5);
    }

    @Test
    void anEndThatWasCutOffTogetherWithItsMarkIsNamed() throws SQLException {
        rig.deeds(6);
        rig.tamper(
                "DELETE FROM audit WHERE seq > 4",
                "UPDATE audit_mark SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4) WHERE name = 'head'");
        found(Kind.HEAD, 4);
    }

    @Test
    void aChainMadeAnewWithoutTheKeyIsSeen(@TempDir Path other) throws SQLException {
        rig.deeds(6);
        String file = other.resolve("a.db").toString();
        try (AuditRig forged = new AuditRig(other)) {
            forged.deeds(6);
        }
        rig.tamper(
                "ATTACH '" + file + "' AS forged",
                "DELETE FROM audit",
                "DELETE FROM audit_mark",
                "INSERT INTO audit SELECT * FROM forged.audit",
                "INSERT INTO audit_mark SELECT * FROM forged.audit_mark");
        found(Kind.ANCHOR, 1);
    }

    @Test
    void theServerNotesABreakOnceAndGoesOnAndTheBreakStays() throws SQLException {
        rig.deeds(6);
        rig.tamper(
                "DELETE FROM audit WHERE seq > 4",
                "UPDATE audit_mark SET seq = 4, hash = (SELECT hash FROM audit WHERE seq = 4) WHERE name = 'head'");
        rig.deeds(3);
        assertThat(rig.actions().subList(4, 8))
                .containsExactly("audit.broken", "stream.granted", "stream.granted", "stream.granted");
        found(Kind.BROKEN, 5);
    }

    @Test
    void rowsBehindTheEndDoNotStopTheServer() throws SQLException {
        rig.deeds(3);
        rig.tamper(
                "INSERT INTO audit SELECT 9, 'x', at, original_at, account_id, username, session_id, address, client, action,"
                        + " subject, outcome, facts, hash FROM audit WHERE seq = 3");
        rig.deeds(2);
        assertThat(rig.actions()).endsWith("audit.broken", "stream.granted", "stream.granted");
        found(Kind.MISSING, 5);
    }

    @Test
    void anotherKeyDoesNotFit(@TempDir Path elsewhere) {
        rig.deeds(2);
        Vault other = Vault.open(elsewhere.resolve("k"));
        Verdict verdict = rig.database.read(sql -> new ChainCheck(sql, other, null).run());
        assertThat(verdict.holds()).isFalse();
    }

    @Test
    void aMarkThatWasKeptElsewhereFindsAChainThatWasPutBack() {
        rig.deeds(3);
        String kept = rig.check().head();
        rig.deeds(3);
        ChainCheck.Kept right = new ChainCheck.Kept(4, kept);
        ChainCheck.Kept wrong = new ChainCheck.Kept(5, kept);
        ChainCheck.Kept later = new ChainCheck.Kept(50, kept);
        assertThat(rig.database
                        .read(sql -> new ChainCheck(sql, rig.vault, right).run())
                        .holds())
                .isTrue();
        assertThat(rig.database
                        .read(sql -> new ChainCheck(sql, rig.vault, wrong).run())
                        .fault())
                .extracting(Fault::kind)
                .isEqualTo(Kind.KEPT);
        assertThat(rig.database
                        .read(sql -> new ChainCheck(sql, rig.vault, later).run())
                        .fault())
                .extracting(Fault::kind)
                .isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void manyWritersMakeOneChain() throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(Threads.virtual("writer", () -> rig.deeds(10)));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(rig.check().entries()).isEqualTo(81);
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void whatLooksLikeASecretIsMaskedAndOddTextsKeepTheChainWhole() {
        rig.database.write(sql -> {
            rig.trail.note(
                    sql,
                    new Caller(null, "a", null, "::1", "x\u0000y\ny\ud800"),
                    Outcome.FAILED,
                    "a.b",
                    "c/\u0000d\u2028" + "e".repeat(500),
                    Map.of("password", "bi-mat-1", "url", "rtsp://u:bi-mat-2@h/", "deep", Map.of("token", "bi-mat-3")));
            return 0;
        });
        String facts = rig.database
                .read(sql -> sql.first("SELECT facts FROM audit WHERE seq = 2", row -> row.getString(1)))
                .orElseThrow();
        assertThat(facts).doesNotContain("bi-mat").contains("***");
        assertThat(rig.check().fault()).isNull();
        assertThat(Facts.text(Map.of("a", "x".repeat(9_000)))).startsWith("{\"tooLong\":");
    }
}
