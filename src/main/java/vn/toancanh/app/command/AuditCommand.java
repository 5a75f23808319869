package vn.toancanh.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
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

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "audit.from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", descriptionKey = "audit.to")
    private @Nullable String to;

    @Option(names = "--user", paramLabel = "USER", descriptionKey = "audit.user")
    private @Nullable String user;

    @Option(names = "--action", paramLabel = "WORD", descriptionKey = "audit.action")
    private @Nullable String action;

    @Option(names = "--subject", paramLabel = "KIND/ID", descriptionKey = "audit.subject")
    private @Nullable String subject;

    @Option(names = "--site", paramLabel = "ID", descriptionKey = "audit.site")
    private @Nullable String site;

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
        only(Deed.EXPORT, "--from", from);
        only(Deed.EXPORT, "--to", to);
        only(Deed.EXPORT, "--user", user);
        only(Deed.EXPORT, "--action", action);
        only(Deed.EXPORT, "--subject", subject);
        only(Deed.EXPORT, "--site", site);
        only(Deed.PURGE, "--keep-days", keep);
        return switch (deed) {
            case VERIFY -> new AuditRun(given).verify(data, known);
            case EXPORT -> new AuditRun(given).export(data, wanted(), out);
            case PURGE -> {
                if (keep == null) {
                    throw common.wrong(given.texts().get("app.missingArgument", "--keep-days"));
                }
                yield new AuditRun(given).purge(data, keep);
            }
        };
    }

    private StoredAudit.Wanted wanted() {
        return new StoredAudit.Wanted(
                moment("--from", from, false), moment("--to", to, true), user, action, subject, site);
    }

    private @Nullable Instant moment(String option, @Nullable String typed, boolean whole) {
        return typed == null
                ? null
                : TypedMoment.read(typed, ZoneId.systemDefault(), whole)
                        .orElseThrow(() -> common.wrong(given.texts().get("app.badValue", option, typed)));
    }

    private void only(Deed its, String option, @Nullable Object value) {
        if (value != null && deed != its) {
            throw common.wrong(given.texts().get("app.unknownArgument", option));
        }
    }
}
