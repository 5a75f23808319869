package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.ServerRun;
import vn.toancanh.app.Surroundings;
import vn.toancanh.server.tls.OwnCertificate;
import vn.toancanh.server.tls.Transport;

@Command(name = "server", description = "${bundle:server.about}")
final class ServerCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    // Not "required": the library would want it before the name of a command below, too.
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "server.data")
    private @Nullable Path data;

    @Option(names = "--port", paramLabel = "P", descriptionKey = "wall.port")
    private int port;

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
        if (address.isBlank()) {
            throw common.wrong(given.texts().get("app.badValue", "--address", address));
        }
        return new ServerRun(given).run(needed(common, data), port, address, transport());
    }

    private Path needed(Common of, @Nullable Path folder) {
        if (folder == null) {
            throw of.wrong(given.texts().get("app.missingArgument", "--data"));
        }
        return folder;
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
        Path shown = file == null ? OwnCertificate.certificate(needed(own, of == null ? data : of)) : file;
        return new ServerRun(given).fingerprint(shown);
    }
}
