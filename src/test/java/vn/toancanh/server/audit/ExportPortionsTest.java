package vn.toancanh.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Reading;

/** An export goes through the trail by portions, so that whoever asks for what is rare holds the database no longer than others. */
class ExportPortionsTest {
    private static final int ROWS = 3 * AuditCsv.SPAN + 500;
    private static final AuditQuery RARE = new AuditQuery(null, null, null, "rare.deed", null, null);

    @TempDir
    Path folder;

    private AuditRig rig;

    @BeforeEach
    void start() throws SQLException {
        rig = new AuditRig(folder).deeds(1);
        rig.tamper(
                "INSERT INTO audit (seq, id, at, action, subject, outcome, facts, hash) WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL"
                        + " SELECT i + 1 FROM n WHERE i < 999 + " + ROWS
                        + ") SELECT i, 'x-' || i, i, CASE i % 20000 WHEN 7 THEN 'rare.deed'"
                        + " ELSE 'a.b' END, 'camera/c-1', 'done', '{}', zeroblob(32) FROM n");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Counts how often the database is given back. */
    private final class Counted implements Reading {
        int reads;

        @Override
        public <T extends @Nullable Object> T read(Database.Work<T> work) {
            reads++;
            return rig.database.read(work);
        }
    }

    private List<String> written(Counted database, AuditQuery query, long through) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long count = new AuditCsv(database, AuditSight.whole()).write(out, query, through);
        List<String> lines =
                new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
        assertThat(lines.removeLast()).isEqualTo("end," + count);
        lines.removeFirst();
        assertThat(lines).hasSize((int) count);
        return lines.stream().map(line -> line.substring(0, line.indexOf(','))).toList();
    }

    @Test
    void whoAsksForWhatIsRareGivesTheDatabaseBackInBetween() throws IOException {
        Counted database = new Counted();
        assertThat(written(database, RARE, Long.MAX_VALUE)).containsExactly("20007", "40007", "60007");
        assertThat(database.reads)
                .as("a portion and what may be told of it, each")
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void nothingIsLeftOutOrWrittenTwice() throws IOException {
        List<String> all = written(new Counted(), AuditQuery.ALL, Long.MAX_VALUE);
        assertThat(all).hasSize(rig.actions().size()).doesNotHaveDuplicates();
        assertThat(all.getLast()).isEqualTo(String.valueOf(999 + ROWS));
        assertThat(written(new Counted(), RARE, 40_007)).as("up to a place").containsExactly("20007", "40007");
        assertThat(written(new Counted(), RARE, 40_006)).containsExactly("20007");
    }
}
