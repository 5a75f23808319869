package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.support.SupportRun;

@Command(name = "support", description = "${bundle:support.about}")
final class SupportCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "support.out")
    private @Nullable Path out;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "support.data")
    private @Nullable Path data;

    SupportCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() {
        return new SupportRun(given).run(Optional.ofNullable(out), Optional.ofNullable(data));
    }
}
