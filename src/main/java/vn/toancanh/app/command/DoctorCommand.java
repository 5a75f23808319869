package vn.toancanh.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.doctor.Doctor;

@Command(name = "doctor", description = "${bundle:doctor.about}")
final class DoctorCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--json", descriptionKey = "wall.json")
    private boolean json;

    DoctorCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() {
        return new Doctor(given).run(json);
    }
}
