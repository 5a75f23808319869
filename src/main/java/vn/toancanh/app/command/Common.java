package vn.toancanh.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.toancanh.app.command.CommandLines.WrongValue;
import vn.toancanh.base.Language;

/** Options that every command has. */
@Command(synopsisHeading = "${bundle:wall.usage}", optionListHeading = "${bundle:wall.options}")
final class Common {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the library before anything is called
    CommandSpec spec;

    @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "wall.lang")
    Language language = Language.VI;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "wall.help")
    boolean help;

    WrongValue wrong(String message) {
        return new WrongValue(line(), message);
    }

    private CommandLine line() {
        return spec.commandLine();
    }
}
