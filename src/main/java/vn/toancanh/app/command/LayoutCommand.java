package vn.toancanh.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.GivenPassword;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.layout.LayoutRun;
import vn.toancanh.app.layout.ServerLayoutRun;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.ServerAddress;

/** Layouts as files; says no more than which commands hang on it. */
@Command(
        name = "layout",
        description = "${bundle:layout.about}",
        synopsisSubcommandLabel = "COMMAND",
        footer = "${bundle:layout.footer}")
final class LayoutCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    private LayoutCommand(Surroundings given) {
        this.given = given;
    }

    static CommandLine line(Surroundings given) {
        return new CommandLine(new LayoutCommand(given))
                .addSubcommand(new Check(given))
                .addSubcommand(new Diff(given))
                .addSubcommand(new Plan(given))
                .addSubcommand(new Apply(given))
                .addSubcommand(new Export(given));
    }

    @Override
    public Integer call() {
        throw common.wrong(given.texts().get("app.missingArgument", "COMMAND"));
    }

    /** Which running client. */
    private abstract static class WithClient implements Callable<Integer> {
        final Surroundings given;

        @Mixin
        final Common common = new Common();

        @Option(names = "--pid", paramLabel = "PID", descriptionKey = "layout.pid")
        private @Nullable Long pid;

        WithClient(Surroundings given) {
            this.given = given;
        }

        Optional<Long> pid() {
            return Optional.ofNullable(pid);
        }
    }

    /** Which of its windows, or which server instead. */
    private abstract static class WithFile extends WithClient {
        @Option(names = "--window", paramLabel = "N", descriptionKey = "layout.window.option")
        private int window = 1;

        @Option(names = "--server", paramLabel = "URL", descriptionKey = "layout.server")
        private @Nullable String server;

        @Option(names = "--user", paramLabel = "U", descriptionKey = "client.user")
        private @Nullable String user;

        @Option(names = "--password-file", paramLabel = "F", descriptionKey = "client.passwordFile")
        private @Nullable Path passwordFile;

        @Option(names = "--pin", paramLabel = "SHA256", descriptionKey = "layout.pin")
        private @Nullable String pin;

        WithFile(Surroundings given) {
            super(given);
        }

        /** Who speaks to which server; empty where the running client is meant. */
        Optional<ServerLayoutRun.Login> login() {
            Texts texts = given.texts();
            @Nullable String address = server;
            @Nullable String who = user;
            @Nullable Path secret = passwordFile;
            if (address == null) {
                if (who != null || secret != null || pin != null) {
                    throw common.wrong(texts.get("app.missingArgument", "--server"));
                }
                return Optional.empty();
            }
            if (who == null || secret == null) {
                throw common.wrong(texts.get("app.missingArgument", who == null ? "--user" : "--password-file"));
            }
            URI found = ServerAddress.read(address)
                    .orElseThrow(() -> common.wrong(texts.get("app.badValue", "--server", address)));
            common.readable(texts, secret);
            return Optional.of(
                    new ServerLayoutRun.Login(found, who, GivenPassword.read(secret), common.pin(texts, pin)));
        }

        ServerLayoutRun atServer() {
            return new ServerLayoutRun(given);
        }

        int window() {
            common.within(given.texts(), "--window", window, 1, 64);
            return window;
        }

        Path readable(Path file) {
            common.readable(given.texts(), file);
            return file;
        }
    }

    @Command(name = "check", description = "${bundle:layout.check}")
    private static final class Check implements Callable<Integer> {
        private final Surroundings given;

        /** Which it has for the library alone. */
        @Mixin
        @SuppressWarnings("UnusedVariable")
        private final Common common = new Common();

        @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "layout.file")
        private List<Path> files = List.of();

        Check(Surroundings given) {
            this.given = given;
        }

        @Override
        public Integer call() {
            return new LayoutRun(given).check(files);
        }
    }

    @Command(name = "diff", description = "${bundle:layout.diff}")
    private static final class Diff extends WithFile {
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "layout.file")
        private Path file = Path.of(".");

        @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER", descriptionKey = "layout.other")
        private @Nullable Path other;

        Diff(Surroundings given) {
            super(given);
        }

        @Override
        public Integer call() throws IOException {
            @Nullable Path second = other;
            readable(file);
            Optional<ServerLayoutRun.Login> login = login();
            if (login.isPresent()) {
                if (second != null) {
                    throw common.wrong(given.texts().get("app.unknownArgument", "OTHER"));
                }
                return atServer().diff(file, login.get());
            }
            return second == null
                    ? new LayoutRun(given).diff(file, window(), pid())
                    : new LayoutRun(given).diff(file, readable(second));
        }
    }

    @Command(name = "plan", description = "${bundle:layout.plan}")
    private static final class Plan extends WithFile {
        @Parameters(paramLabel = "FILE", descriptionKey = "layout.file")
        private Path file = Path.of(".");

        Plan(Surroundings given) {
            super(given);
        }

        @Override
        public Integer call() throws IOException {
            readable(file);
            Optional<ServerLayoutRun.Login> login = login();
            return login.isPresent()
                    ? atServer().plan(file, login.get())
                    : new LayoutRun(given).plan(file, window(), pid());
        }
    }

    @Command(name = "apply", description = "${bundle:layout.apply}")
    private static final class Apply extends WithFile {
        @Parameters(paramLabel = "FILE", descriptionKey = "layout.file")
        private Path file = Path.of(".");

        Apply(Surroundings given) {
            super(given);
        }

        @Override
        public Integer call() throws IOException {
            readable(file);
            Optional<ServerLayoutRun.Login> login = login();
            return login.isPresent()
                    ? atServer().apply(file, login.get())
                    : new LayoutRun(given).apply(file, window(), pid());
        }
    }

    @Command(name = "export", description = "${bundle:layout.export}")
    private static final class Export extends WithClient {
        @Option(names = "--name", paramLabel = "NAME", descriptionKey = "layout.name")
        private String name = "";

        Export(Surroundings given) {
            super(given);
        }

        @Override
        public Integer call() {
            common.within(given.texts(), "--name", name.length(), 0, 100);
            return new LayoutRun(given).export(name, pid());
        }
    }
}
