package vn.toancanh.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.toancanh.app.client.Ahead;
import vn.toancanh.app.client.Toolkit;
import vn.toancanh.app.command.CommandLines;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** The program. Its first argument is the command; see {@code ./wall help}. */
public final class Main {
    /** The property that names another form of the log than the usual. */
    static final String LOG_ENCODER = "toancanh.log.encoder";

    private Main() {}

    public static void main(String[] args) {
        Toolkit toolkit = new Toolkit();
        Ahead ahead = new Ahead();
        boolean windows = opensWindows(List.of(args));
        if (windows) {
            toolkit.begin();
        }
        Folders folders = prepareLog(List.of(args));
        if (windows) {
            ahead.begin(folders);
        }
        Texts texts = new Texts(language(List.of(args), System.getenv()));
        Surroundings surroundings = new Surroundings(
                folders, texts, Clock.SYSTEM, ChildJvm.asThisOne(), System.out, System.err, toolkit, ahead);
        System.exit(CommandLines.run(surroundings, List.of(args)));
    }

    /** True where JavaFX is needed, so that it may come up while the arguments are read. */
    static boolean opensWindows(List<String> args) {
        boolean asks =
                args.contains("--help") || args.contains("-h") || Boolean.getBoolean(CommandLines.ONLY_ARGUMENTS);
        return !args.isEmpty() && args.getFirst().equals("client") && !asks;
    }

    /** The language asked for by {@code --lang}, else the locale's, else Vietnamese. */
    static Language language(List<String> args, Map<String, String> environment) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--lang=")) {
                return Language.ofTag(args.get(i).substring("--lang=".length()));
            }
            if (args.get(i).equals("--lang") && i + 1 < args.size()) {
                return Language.ofTag(args.get(i + 1));
            }
        }
        for (String variable : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return Language.ofTag(value);
            }
        }
        return Language.VI;
    }

    /** True where {@code --log-format json} is asked for; loggers are made before options are read. */
    static boolean jsonLog(List<String> args) {
        int at = args.indexOf("--log-format");
        return args.stream().anyMatch("--log-format=json"::equalsIgnoreCase)
                || (at >= 0 && at + 1 < args.size() && args.get(at + 1).equalsIgnoreCase("json"));
    }

    /** This user's folders; names the log file before the first logger is made. Without a folder to write to, logs go nowhere. */
    static Folders prepareLog(List<String> args) {
        // HOME counts before the account's own folder, as everywhere on the command line
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home", "."));
        Folders folders = Folders.of(System.getenv(), Path.of(home), System.getProperty("os.name", ""));
        String command = args.isEmpty() ? "help" : args.getFirst();
        String name = command.matches("[a-z]{1,20}") ? command : "wall";
        System.setProperty("toancanh.log.name", name);
        String folder = System.getProperty("java.io.tmpdir", ".");
        try {
            Files.createDirectories(folders.state());
            if (Files.isWritable(folders.state())) {
                folder = folders.state().toString();
            }
        } catch (IOException readOnly) {
            // then the temporary folder
        }
        System.setProperty("toancanh.log.folder", folder);
        if (jsonLog(args)) {
            System.setProperty(LOG_ENCODER, "vn.toancanh.app.logging.JsonLines");
        }
        return folders;
    }
}
