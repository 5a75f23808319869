package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.SimulatorRun;
import vn.toancanh.app.Surroundings;

@Command(name = "simulate", description = "${bundle:simulate.about}")
final class SimulateCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--cameras", paramLabel = "N", required = true, descriptionKey = "simulate.cameras")
    private int cameras;

    @Option(names = "--port", paramLabel = "P", descriptionKey = "wall.port")
    private int port;

    @Option(names = "--list", paramLabel = "FILE", descriptionKey = "simulate.list")
    private @Nullable Path list;

    SimulateCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() throws Exception {
        common.within(given.texts(), "--cameras", cameras, 1, 1000);
        common.within(given.texts(), "--port", port, 0, 65_535);
        return new SimulatorRun(given).run(cameras, port, Optional.ofNullable(list));
    }
}
