package vn.toancanh.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.InventoryRun;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.desk.ServerAddress;

@Command(name = "import", description = "${bundle:import.about}")
final class ImportCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    private Path file = Path.of(".");

    @Option(names = "--server", paramLabel = "URL", required = true, descriptionKey = "client.server")
    private String server = "";

    @Option(names = "--user", paramLabel = "U", required = true, descriptionKey = "client.user")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "F", required = true, descriptionKey = "client.passwordFile")
    private Path passwordFile = Path.of(".");

    @Option(names = "--pin", paramLabel = "SHA256", descriptionKey = "client.pin")
    private @Nullable String pin;

    ImportCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() throws Exception {
        Optional<URI> address = ServerAddress.read(server);
        if (address.isEmpty()) {
            throw common.wrong(given.texts().get("app.badValue", "--server", server));
        }
        Optional<Fingerprint> known = common.pin(given.texts(), pin);
        common.readable(given.texts(), file);
        common.readable(given.texts(), passwordFile);
        return new InventoryRun(given).run(file, address.get(), user, passwordFile, known);
    }
}
