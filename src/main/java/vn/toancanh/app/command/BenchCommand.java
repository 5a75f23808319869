package vn.toancanh.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Benchmark;
import vn.toancanh.bench.Benchmarks;

@Command(name = "bench", description = "${bundle:bench.about}")
final class BenchCommand implements Callable<Integer>, Checked {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "bench.name")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "bench.more")
    private List<String> more = new ArrayList<>();

    BenchCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public void check() {
        arguments(wanted());
    }

    private Benchmark wanted() {
        List<Benchmark> all = Benchmarks.all();
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> {
            String known = String.join(" ", all.stream().map(Benchmark::name).toList());
            return common.wrong(given.texts().get("bench.unknown", name, known));
        });
    }

    private Arguments arguments(Benchmark wanted) {
        return Trials.arguments(common, given.texts(), more, wanted.options());
    }

    @Override
    public Integer call() throws Exception {
        Benchmark wanted = wanted();
        return wanted.run(Trials.ground(given), arguments(wanted));
    }
}
