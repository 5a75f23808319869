package vn.toancanh.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.AuditRun;
import vn.toancanh.app.Surroundings;
import vn.toancanh.server.audit.StoredAudit;
import vn.toancanh.server.store.Retention;

@Command(name = "audit", description = "${bundle:audit.about}")
final class AuditCommand implements Callable<Integer> {
    /** What is done with the trail. */
    enum Deed {
        VERIFY,
        EXPORT,
        PURGE
    }

    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Parameters(paramLabel = "verify|export|purge", descriptionKey = "audit.deed")
    private Deed deed = Deed.VERIFY;

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "server.data")
    private Path data = Path.of(".");

    @Option(names = "--kept", paramLabel = "SEQ:HASH", descriptionKey = "audit.kept")
    private @Nullable String kept;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "audit.out")
    private @Nullable Path out;

    @Option(names = "--keep-days", paramLabel = "N", descriptionKey = "audit.keepDays")
    private @Nullable Integer days;

    AuditCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() throws IOException {
        @Nullable String known = kept;
        if (known != null && !StoredAudit.isKept(known)) {
            throw common.wrong(given.texts().get("app.badValue", "--kept", known));
        }
        @Nullable Integer keep = days;
        if (keep != null) {
            common.within(given.texts(), "--keep-days", keep, Retention.LEAST_DAYS, Retention.MOST_DAYS);
        }
        only(Deed.VERIFY, "--kept", known);
        only(Deed.EXPORT, "--out", out);
        only(Deed.PURGE, "--keep-days", keep);
        return switch (deed) {
            case VERIFY -> new AuditRun(given).verify(data, known);
            case EXPORT -> new AuditRun(given).export(data, out);
            case PURGE -> {
                if (keep == null) {
                    throw common.wrong(given.texts().get("app.missingArgument", "--keep-days"));
                }
                yield new AuditRun(given).purge(data, keep);
            }
        };
    }

    private void only(Deed its, String option, @Nullable Object value) {
        if (value != null && deed != its) {
            throw common.wrong(given.texts().get("app.unknownArgument", option));
        }
    }
}
