package vn.toancanh.app.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Exit;
import vn.toancanh.base.Texts;

/** Explains a command in the operator's language, which the library's own does not. */
@Command(name = "help", helpCommand = true, description = "${bundle:help.about}")
final class HelpCommand implements Callable<Integer> {
    private final Texts texts;

    @Mixin
    final Common common = new Common();

    @Parameters(paramLabel = "COMMAND", arity = "0..1", descriptionKey = "help.command")
    private @Nullable String command;

    HelpCommand(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Integer call() {
        CommandLine all = common.spec.commandLine().getParent();
        CommandLine explained = command == null ? all : all.getSubcommands().get(command);
        if (explained == null) {
            throw common.wrong(texts.get("app.unknownArgument", String.valueOf(command)));
        }
        explained.usage(all.getOut());
        return Exit.DONE;
    }
}
