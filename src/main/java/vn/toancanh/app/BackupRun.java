package vn.toancanh.app;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.audit.Verdict;
import vn.toancanh.server.backup.Backup;
import vn.toancanh.server.backup.Restore;

/** A server's data into a file and back. */
public final class BackupRun {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Surroundings given;

    public BackupRun(Surroundings given) {
        this.given = given;
        Scratch.prepare(given.folders().cache());
    }

    public int backup(Path data, Path to, boolean withKey) {
        Backup.Written written = new Backup(given.clock()).write(data, to, withKey);
        given.out().println(given.texts().get("backup.written", to.toString(), Math.ceilDiv(written.bytes(), 1000L)));
        given.say(given.texts()
                .get(
                        withKey ? "backup.withKey" : "backup.withoutKey",
                        data.resolve("secrets.key").toString()));
        return judge(written.audit());
    }

    public int restore(Path from, @Nullable Path key, Path data) {
        Restore.Restored restored = new Restore(given.clock()).restore(from, key, data);
        String made = TIME.format(restored.made().atZone(ZoneId.systemDefault()));
        given.out().println(given.texts().get("backup.restored", data.toString(), made));
        return judge(restored.audit());
    }

    /** A backup of data whose trail does not hold is still a backup, but nobody should have to find out later. */
    private int judge(@Nullable Verdict audit) {
        Verdict.@Nullable Fault fault = audit == null ? null : audit.fault();
        if (fault != null) {
            given.say(given.texts().get("backup.auditBroken", Long.toString(fault.seq())));
            return Exit.FAILED;
        }
        return Exit.DONE;
    }
}
