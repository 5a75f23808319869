package vn.toancanh.server.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.server.store.DataFolder;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.StoredData;
import vn.toancanh.server.store.Vault;

/**
 * The audit trail in a server's data folder, for the command line. To check and to export is possible while the server runs; to
 * purge is not. Blocks.
 */
public final class StoredAudit implements Handle {
    private final StoredData data;

    private StoredAudit(StoredData data) {
        this.data = data;
    }

    /**
     * Opens the trail for reading.
     *
     * @throws FailureException where there are no data, or none that can be read with their key
     */
    public static StoredAudit open(Path folder) {
        StoredData data = StoredData.open(folder);
        try {
            return of(data, folder);
        } catch (FailureException refused) {
            data.close();
            throw refused;
        } catch (StoreException refused) {
            data.close();
            throw refused.asFailure();
        }
    }

    /**
     * The trail of data that are open already; closing it closes them.
     *
     * @param place what to call them
     */
    public static StoredAudit of(StoredData data, Path place) {
        if (!kept(data)) {
            throw new FailureException(Failure.of(Failure.Kind.UNSUPPORTED, "no audit trail in " + place)
                    .withText("server.noAudit", place.toString()));
        }
        return new StoredAudit(data);
    }

    /** False where the data are from before there was a trail. */
    public static boolean kept(StoredData data) {
        return data.read(sql -> sql.number("SELECT count(*) FROM sqlite_schema WHERE name = 'audit_mark'")) == 1;
    }

    /**
     * Checks the whole chain.
     *
     * @param kept a place and its hash as an earlier check has told them, {@code SEQ:HASH}; null where none was kept
     */
    public Verdict check(@Nullable String kept) {
        try {
            return data.read(sql -> new ChainCheck(sql, data.vault(), kept == null ? null : kept(kept)).run());
        } catch (StoreException refused) {
            throw refused.asFailure();
        }
    }

    /** True for {@code SEQ:HASH}. */
    public static boolean isKept(String text) {
        return text.matches("[1-9]\\d{0,17}:[0-9a-f]{64}");
    }

    private static ChainCheck.Kept kept(String text) {
        int colon = text.indexOf(':');
        return new ChainCheck.Kept(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    /**
     * Which entries are wanted; what is null asks for nothing.
     *
     * @param from by the server's clock, included
     * @param to by the server's clock, not included
     * @param user name of an account
     * @param action a word, or the beginning of words where it ends in a dot
     * @param subject a thing, or all of a kind where it ends in a slash
     * @param site a site, with all below it
     */
    public record Wanted(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String user,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String site) {
        /** All of them. */
        public static final Wanted ALL = new Wanted(null, null, null, null, null, null);

        private AuditQuery query() {
            return new AuditQuery(
                    from,
                    to,
                    user == null ? null : user.strip().toLowerCase(Locale.ROOT),
                    orNull(action),
                    orNull(subject),
                    orNull(site));
        }

        private static @Nullable String orNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /** Writes entries as CSV, the oldest first; tells how many. */
    public long export(OutputStream out, Wanted wanted) throws IOException {
        try {
            return new AuditCsv(data, AuditSight.whole()).write(out, wanted.query(), Long.MAX_VALUE);
        } catch (StoreException refused) {
            throw refused.asFailure();
        }
    }

    /**
     * Takes out what is older; see {@link AuditPurge#keepDays}.
     *
     * @throws FailureException where a server is at work on the data, or they cannot be opened
     */
    public static long purge(Path folder, int days, Clock clock) {
        // Looked at first: neither folder nor key is to be made here.
        try (StoredAudit audit = open(folder)) {
            Verdict.@Nullable Fault fault = audit.check(null).fault();
            if (fault != null) {
                throw AuditPurge.broken(fault.seq());
            }
        }
        try (DataFolder held = DataFolder.open(folder);
                Database database = Database.open(held.database(), held.backups(), clock)) {
            Trail trail = new Trail(Vault.open(held.key()), clock);
            return new AuditPurge(database, trail, clock).keepDays(days);
        } catch (StoreException refused) {
            throw refused.asFailure();
        }
    }

    @Override
    public void close() {
        data.close();
    }
}
