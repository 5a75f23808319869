package vn.toancanh.app.command;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.toancanh.app.Surroundings;

/** Real cameras, looked for, looked at, taken into the catalogue and looked at again; says no more than which commands hang on it. */
@Command(name = "cameras", description = "${bundle:cameras.about}", synopsisSubcommandLabel = "COMMAND")
final class CamerasCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    private CamerasCommand(Surroundings given) {
        this.given = given;
    }

    static CommandLine line(Surroundings given) {
        return new CommandLine(new CamerasCommand(given))
                .addSubcommand(new CameraDiscover(given))
                .addSubcommand(new CameraLook(given))
                .addSubcommand(new CameraAdd(given))
                .addSubcommand(new CameraRecheck(given));
    }

    /** True of what a camera of a catalogue may be called by. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    @Override
    public Integer call() {
        throw common.wrong(given.texts().get("app.missingArgument", "COMMAND"));
    }
}
