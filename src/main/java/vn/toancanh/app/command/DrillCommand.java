package vn.toancanh.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Drill;
import vn.toancanh.bench.Drills;

@Command(name = "drill", description = "${bundle:drill.about}")
final class DrillCommand implements Callable<Integer>, Checked {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "drill.name")
    private String name = "";

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "drill.more")
    private List<String> more = new ArrayList<>();

    DrillCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public void check() {
        arguments(wanted());
    }

    private Drill wanted() {
        List<Drill> all = Drills.all();
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> {
            String known = String.join(" ", all.stream().map(Drill::name).toList());
            return common.wrong(given.texts().get("drill.unknown", name, known));
        });
    }

    private Arguments arguments(Drill wanted) {
        return Trials.arguments(common, given.texts(), more, wanted.options());
    }

    @Override
    public Integer call() throws Exception {
        Drill wanted = wanted();
        return wanted.run(Trials.ground(given), arguments(wanted));
    }
}
