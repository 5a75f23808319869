package vn.toancanh.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Texts;

/** All commands, and what a person is told when one is called wrongly or fails. */
public final class CommandLines {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLines.class);

    /** System property of the launcher: look at the arguments, tell what is wrong with them, and do nothing. */
    public static final String ONLY_ARGUMENTS = "toancanh.arguments.only";

    private static final String HELP = "help";

    private CommandLines() {}

    /** Runs one command to its end; gives its exit status. Where it is known which, the others are not made. */
    public static int run(Surroundings surroundings, List<String> args) {
        String first = args.isEmpty() ? HELP : args.getFirst();
        boolean known = !first.equals(HELP) && commands(surroundings).containsKey(first);
        CommandLine line = of(surroundings, known ? first::equals : name -> true);
        return line.execute(args.isEmpty() ? new String[] {HELP} : args.toArray(String[]::new));
    }

    static CommandLine of(Surroundings given) {
        return of(given, name -> true);
    }

    /** By their names, in the order they are listed. */
    private static Map<String, Supplier<Object>> commands(Surroundings given) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("demo", () -> new DemoCommand(given));
        all.put("test", TestCommand::new);
        all.put("server", () -> new ServerCommand(given));
        all.put("client", () -> new ClientCommand(given));
        all.put("simulate", () -> new SimulateCommand(given));
        all.put("import", () -> new ImportCommand(given));
        all.put("cameras", () -> CamerasCommand.line(given));
        all.put("admin", () -> AdminCommand.line(given));
        all.put("layout", () -> LayoutCommand.line(given));
        all.put("audit", () -> new AuditCommand(given));
        all.put("status", () -> new StatusCommand(given));
        all.put("support", () -> new SupportCommand(given));
        all.put("bench", () -> named(new BenchCommand(given), Trials.benchmarks()));
        all.put("drill", () -> named(new DrillCommand(given), Trials.drills()));
        all.put("doctor", () -> new DoctorCommand(given));
        all.put(HELP, () -> new HelpCommand(given.texts()));
        return all;
    }

    /** What follows the name of a benchmark or a drill is its own to understand. */
    private static CommandLine named(Object command, String all) {
        CommandLine line = new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
        line.getCommandSpec().usageMessage().footer("%nNAME [WORD...]:" + all);
        return line;
    }

    private static CommandLine of(Surroundings given, Predicate<String> wanted) {
        CommandLine line = new CommandLine(new WallCommand());
        commands(given).forEach((name, made) -> {
            if (wanted.test(name)) {
                line.addSubcommand(made.get());
            }
        });
        Texts texts = given.texts();
        line.setResourceBundle(ResourceBundle.getBundle(
                "vn.toancanh.text.app",
                texts.language().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.getSubcommands().values().forEach(CommandLines::headings);
        line.setOut(new PrintWriter(given.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(given.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(110);
        line.setUsageHelpAutoWidth(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        if (Boolean.getBoolean(ONLY_ARGUMENTS)) {
            line.setExecutionStrategy(CommandLines::check);
        }
        line.setParameterExceptionHandler((wrong, words) -> complain(texts, wrong));
        line.setExecutionExceptionHandler((thrown, where, parsed) -> fail(given, thrown));
        return line;
    }

    private static void headings(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading("${bundle:wall.usage}")
                .synopsisSubcommandLabel("")
                .commandListHeading("${bundle:wall.commands}")
                .optionListHeading("${bundle:wall.options}");
        command.getSubcommands().values().forEach(CommandLines::headings);
    }

    private static int check(CommandLine.ParseResult parsed) {
        List<CommandLine> called = parsed.asCommandLineList();
        if (!parsed.isUsageHelpRequested() && called.getLast().getCommand() instanceof Checked command) {
            command.check();
        }
        return Exit.DONE;
    }

    private static int complain(Texts texts, ParameterException wrong) {
        CommandLine where = wrong.getCommandLine();
        where.getErr().println(where.getCommandSpec().qualifiedName() + ": " + reason(texts, wrong));
        where.usage(where.getErr());
        return Exit.USAGE;
    }

    private static String reason(Texts texts, ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return texts.get("app.unknownArgument", String.join(" ", unmatched.getUnmatched()));
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.get(
                    "app.missingArgument",
                    missing.getMissing().get(0).isOption()
                            ? ((CommandLine.Model.OptionSpec)
                                            missing.getMissing().get(0))
                                    .longestName()
                            : missing.getMissing().get(0).paramLabel());
        }
        if (wrong instanceof CommandLine.OverwrittenOptionException twice) {
            CommandLine.Model.ArgSpec option = twice.getOverwritten();
            return texts.get(
                    "app.twice",
                    option instanceof CommandLine.Model.OptionSpec named ? named.longestName() : option.paramLabel());
        }
        if (wrong instanceof WrongValue) {
            return String.valueOf(wrong.getMessage());
        }
        if (wrong.getArgSpec() instanceof CommandLine.Model.OptionSpec option) {
            return texts.get("app.badValue", option.longestName(), String.valueOf(wrong.getValue()));
        }
        return texts.get("app.badArguments");
    }

    private static int fail(Surroundings given, Exception thrown) {
        if (thrown instanceof FailureException known) {
            Failure failure = known.failure();
            LOG.warn("command failed: {}", failure.detail(), thrown);
            given.say(given.texts().of(failure));
            return failure.kind() == Failure.Kind.MISSING ? Exit.MISSING : Exit.FAILED;
        }
        LOG.error("command failed", thrown);
        if (thrown instanceof FileSystemException trouble && trouble.getFile() != null) {
            given.say(given.texts().get("app.noFile", trouble.getFile()));
            return Exit.FAILED;
        }
        given.say(given.texts()
                .get(
                        "app.fault",
                        String.valueOf(thrown),
                        given.folders().state().toString()));
        return Exit.FAILED;
    }

    /** An argument that can be read but must not be; the message is for the person. */
    static final class WrongValue extends ParameterException {
        private static final long serialVersionUID = 1L;

        WrongValue(CommandLine where, String message) {
            super(where, message);
        }
    }
}
