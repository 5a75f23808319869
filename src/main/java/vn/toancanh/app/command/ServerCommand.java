package vn.toancanh.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.BackupRun;
import vn.toancanh.app.ServerRun;
import vn.toancanh.app.Surroundings;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.OfflineTerms;
import vn.toancanh.server.alarms.AlarmPurge;
import vn.toancanh.server.store.Retention;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.server.tls.OwnCertificate;
import vn.toancanh.server.tls.Transport;

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

    /** A shift, which is also as long as a session lasts, minutes. */
    private static final int MOST_GRACE = 720;

    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Parameters(arity = "0..1", paramLabel = "backup|restore", descriptionKey = "server.deed")
    private Deed deed = Deed.RUN;

    // Not "required": the library would want it before the name of a command below, too.
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "server.data")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "P", descriptionKey = "wall.port")
    private int port;

    @Option(names = "--relay-port", paramLabel = "P", descriptionKey = "server.relayPort")
    private int relayPort;

    @Option(names = "--streams", paramLabel = "relay|direct", descriptionKey = "server.streams")
    private StreamPolicy.@Nullable Way streams;

    @Option(names = "--local-cameras", descriptionKey = "server.localCameras")
    private boolean localCameras;

    @Option(names = "--offline-grace", paramLabel = "MINUTES", descriptionKey = "server.offlineGrace")
    private @Nullable Integer offlineGrace;

    @Option(names = "--keep-audit-days", paramLabel = "N", descriptionKey = "server.keepAuditDays")
    private @Nullable Integer auditDays;

    @Option(names = "--keep-alarm-days", paramLabel = "N", descriptionKey = "server.keepAlarmDays")
    private @Nullable Integer alarmDays;

    @Option(names = "--offline-hours", paramLabel = "N", descriptionKey = "server.offlineHours")
    private @Nullable Integer offlineHours;

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

    @Option(names = "--data-key", paramLabel = "FILE", descriptionKey = "server.dataKey")
    private @Nullable Path dataKey;

    @Option(names = "--address", paramLabel = "A", descriptionKey = "server.address")
    private String address = "127.0.0.1";

    @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "server.certificate")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "server.key")
    private @Nullable Path key;

    @Option(names = "--plain", descriptionKey = "server.plain")
    private boolean plain;

    ServerCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() throws Exception {
        common.within(given.texts(), "--port", port, 0, 65_535);
        common.within(given.texts(), "--relay-port", relayPort, 0, 65_535);
        if (address.isBlank()) {
            throw common.wrong(given.texts().get("app.badValue", "--address", address));
        }
        Path folder = needed(common, "--data", data);
        @Nullable Integer days = auditDays;
        if (days != null) {
            common.within(given.texts(), "--keep-audit-days", days, Retention.LEAST_DAYS, Retention.MOST_DAYS);
        }
        @Nullable Integer grace = offlineGrace;
        if (grace != null) {
            common.within(given.texts(), "--offline-grace", grace, 0, MOST_GRACE);
        }
        only(Deed.RUN, "--offline-grace", grace != null);
        only(Deed.RUN, "--keep-audit-days", days != null);
        @Nullable Integer alarms = alarmDays;
        if (alarms != null && alarms != 0) {
            common.within(given.texts(), "--keep-alarm-days", alarms, Retention.LEAST_DAYS, Retention.MOST_DAYS);
        }
        only(Deed.RUN, "--keep-alarm-days", alarms != null);
        @Nullable Integer hours = offlineHours;
        if (hours != null) {
            common.within(given.texts(), "--offline-hours", hours, 0, OfflineTerms.LONGEST.toHours());
        }
        only(Deed.RUN, "--offline-hours", hours != null);
        only(Deed.RUN, "--port", port != 0);
        only(Deed.RUN, "--relay-port", relayPort != 0);
        only(Deed.RUN, "--streams", streams != null);
        only(Deed.RUN, "--plain", plain);
        only(Deed.RUN, "--local-cameras", localCameras);
        only(Deed.RUN, "--certificate", certificate != null);
        only(Deed.RUN, "--key", key != null);
        only(Deed.BACKUP, "--to", to != null);
        only(Deed.BACKUP, "--with-key", withKey);
        only(Deed.RESTORE, "--from", from != null);
        only(Deed.RESTORE, "--data-key", dataKey != null);
        return switch (deed) {
            case RUN -> new ServerRun(given).run(options(folder, days == null ? 0 : days, alarms));
            case BACKUP -> new BackupRun(given).backup(folder, needed(common, "--to", to), withKey);
            case RESTORE -> {
                Path file = needed(common, "--from", from);
                common.readable(given.texts(), file);
                @Nullable Path own = dataKey;
                if (own != null) {
                    common.readable(given.texts(), own);
                }
                yield new BackupRun(given).restore(file, own, folder);
            }
        };
    }

    private ServerOptions options(Path folder, int days, @Nullable Integer alarms) {
        return ServerOptions.at(folder.toAbsolutePath(), port)
                .withAddress(address)
                .withTransport(transport())
                .withRelayPort(relayPort)
                .withCamerasHere(localCameras)
                .withStreams(streams)
                .withAuditDays(days)
                .withAlarmDays(alarms == null ? AlarmPurge.USUAL_DAYS : alarms)
                .withOfflineFor(offlineHours == null ? OfflineTerms.USUAL : Duration.ofHours(offlineHours))
                .withOfflineGrace(
                        offlineGrace == null ? ServerOptions.OFFLINE_GRACE : Duration.ofMinutes(offlineGrace));
    }

    private void only(Deed its, String option, boolean there) {
        if (there && deed != its) {
            throw common.wrong(given.texts().get("app.unknownArgument", option));
        }
    }

    private Path needed(Common of, String option, @Nullable Path value) {
        if (value == null) {
            throw of.wrong(given.texts().get("app.missingArgument", option));
        }
        return value;
    }

    private Transport transport() {
        Path certificateFile = certificate;
        Path keyFile = key;
        if (certificateFile == null && keyFile == null) {
            return plain ? new Transport.Plain() : new Transport.Own();
        }
        if (certificateFile == null || keyFile == null) {
            throw common.wrong(given.texts().get("server.certificateAndKey"));
        }
        if (plain) {
            throw common.wrong(given.texts().get("server.plainOrCertificate"));
        }
        return new Transport.Given(certificateFile, keyFile);
    }

    @Command(name = "fingerprint", description = "${bundle:server.fingerprintAbout}")
    int fingerprint(
            @Mixin Common own,
            @Option(names = "--data", paramLabel = "DIR", descriptionKey = "server.data") @Nullable Path of,
            @Option(names = "--certificate", paramLabel = "FILE", descriptionKey = "server.certificate") @Nullable
                    Path file) {
        Path shown = file == null ? OwnCertificate.certificate(needed(own, "--data", of == null ? data : of)) : file;
        return new ServerRun(given).fingerprint(shown);
    }
}
