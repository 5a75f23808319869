package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.BackupRun;
import vn.toancanh.app.ServerRun;
import vn.toancanh.app.Surroundings;
import vn.toancanh.server.audit.AuditPurge;

@Command(name = "server", description = "${bundle:server.about}")
final class ServerCommand implements Callable<Integer> {
    /** What is done with the data. */
    enum Deed {
        RUN,
        BACKUP,
        RESTORE
    }

    /** How the log is written. */
    enum LogFormat {
        TEXT,
        JSON
    }

    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Parameters(arity = "0..1", paramLabel = "backup|restore", descriptionKey = "server.deed")
    private Deed deed = Deed.RUN;

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "server.data")
    private Path data = Path.of(".");

    @Option(names = "--port", paramLabel = "P", descriptionKey = "wall.port")
    private int port;

    @Option(names = "--keep-audit-days", paramLabel = "N", descriptionKey = "server.keepAuditDays")
    private @Nullable Integer auditDays;

    /** Read before any logger is made, by {@link vn.toancanh.app.Main}; here it is only checked and explained. */
    @Option(names = "--log-format", paramLabel = "text|json", descriptionKey = "server.logFormat")
    @SuppressWarnings("UnusedVariable")
    private LogFormat logFormat = LogFormat.TEXT;

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "server.to")
    private @Nullable Path to;

    @Option(names = "--with-key", descriptionKey = "server.withKey")
    private boolean withKey;

    @Option(names = "--from", paramLabel = "FILE", descriptionKey = "server.from")
    private @Nullable Path from;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "server.key")
    private @Nullable Path key;

    ServerCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() throws Exception {
        common.within(given.texts(), "--port", port, 0, 65_535);
        @Nullable Integer days = auditDays;
        if (days != null) {
            common.within(given.texts(), "--keep-audit-days", days, AuditPurge.LEAST_DAYS, AuditPurge.MOST_DAYS);
        }
        only(Deed.RUN, "--keep-audit-days", days != null);
        only(Deed.RUN, "--port", port != 0);
        only(Deed.BACKUP, "--to", to != null);
        only(Deed.BACKUP, "--with-key", withKey);
        only(Deed.RESTORE, "--from", from != null);
        only(Deed.RESTORE, "--key", key != null);
        return switch (deed) {
            case RUN -> new ServerRun(given).run(data, port, days == null ? 0 : days);
            case BACKUP -> new BackupRun(given).backup(data, needed("--to", to), withKey);
            case RESTORE -> {
                Path file = needed("--from", from);
                common.readable(given.texts(), file);
                @Nullable Path own = key;
                if (own != null) {
                    common.readable(given.texts(), own);
                }
                yield new BackupRun(given).restore(file, own, data);
            }
        };
    }

    private void only(Deed its, String option, boolean there) {
        if (there && deed != its) {
            throw common.wrong(given.texts().get("app.unknownArgument", option));
        }
    }

    private Path needed(String option, @Nullable Path value) {
        if (value == null) {
            throw common.wrong(given.texts().get("app.missingArgument", option));
        }
        return value;
    }
}
