package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.ServerRun;
import vn.toancanh.app.Surroundings;

@Command(name = "server", description = "${bundle:server.about}")
final class ServerCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "server.data")
    private Path data = Path.of(".");

    @Option(names = "--port", paramLabel = "P", descriptionKey = "wall.port")
    private int port;

    @Option(names = "--relay-port", paramLabel = "P", descriptionKey = "server.relayPort")
    private int relayPort;

    ServerCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() throws Exception {
        common.within(given.texts(), "--port", port, 0, 65_535);
        common.within(given.texts(), "--relay-port", relayPort, 0, 65_535);
        return new ServerRun(given).run(data, port, relayPort);
    }
}
