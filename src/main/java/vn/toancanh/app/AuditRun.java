package vn.toancanh.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.audit.StoredAudit;
import vn.toancanh.server.audit.Verdict;

/** The audit trail in a data folder: checked, exported, purged. */
public final class AuditRun {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Surroundings given;

    public AuditRun(Surroundings given) {
        this.given = given;
        Scratch.prepare(given.folders().cache());
    }

    /**
     * Checks the whole chain and says what it found.
     *
     * @param kept {@code SEQ:HASH} of an earlier check, null where none was kept
     */
    public int verify(Path data, @Nullable String kept) {
        try (StoredAudit audit = StoredAudit.open(data)) {
            Verdict verdict = audit.check(kept);
            Verdict.@Nullable Fault fault = verdict.fault();
            given.out().println(fault == null ? holds(verdict) : broken(verdict, fault));
            return fault == null ? Exit.DONE : Exit.FAILED;
        }
    }

    private String holds(Verdict verdict) {
        @Nullable Instant began = verdict.began();
        if (began == null) {
            return given.texts().get("audit.empty");
        }
        return given.texts()
                .get(
                        "audit.holds",
                        verdict.entries(),
                        Long.toString(verdict.first()),
                        time(began),
                        Long.toString(verdict.last()),
                        verdict.last() + ":" + verdict.head());
    }

    private String broken(Verdict verdict, Verdict.Fault fault) {
        return given.texts()
                .get(
                        "audit.broken",
                        Long.toString(fault.seq()),
                        fault.id().isEmpty() ? "–" : fault.id(),
                        given.texts().get(reason(fault.kind())),
                        verdict.entries());
    }

    private static String reason(Verdict.Kind kind) {
        return switch (kind) {
            case ANCHOR -> "audit.badAnchor";
            case MISSING -> "audit.missing";
            case ALTERED -> "audit.altered";
            case CUT_OFF -> "audit.cutOff";
            case BEYOND -> "audit.beyond";
            case HEAD -> "audit.badHead";
            case BROKEN -> "audit.foundBroken";
            case KEPT -> "audit.notKept";
        };
    }

    private static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    /**
     * Writes entries as CSV.
     *
     * @param wanted which
     * @param to a new file, readable by its owner only; null for the standard output
     */
    public int export(Path data, StoredAudit.Wanted wanted, @Nullable Path to) throws IOException {
        try (StoredAudit audit = StoredAudit.open(data)) {
            if (to == null) {
                audit.export(given.out(), wanted);
                return Exit.DONE;
            }
            long written;
            try (OutputStream out =
                    Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                Folders.ownerOnly(to);
                written = audit.export(out, wanted);
            } catch (FileAlreadyExistsException there) {
                given.say(given.texts().get("app.isThere", to.toString()));
                return Exit.FAILED;
            }
            given.out().println(given.texts().get("audit.exported", written, to.toString()));
            return Exit.DONE;
        }
    }

    /** Takes out what is older than so many days. */
    public int purge(Path data, int days) {
        long purged = StoredAudit.purge(data, days, given.clock());
        given.out().println(given.texts().get("audit.purged", purged, Integer.toString(days)));
        return Exit.DONE;
    }
}
