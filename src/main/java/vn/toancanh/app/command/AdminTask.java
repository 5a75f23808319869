package vn.toancanh.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.app.Exit;
import vn.toancanh.app.GivenPassword;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.central.Administration;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.desk.ServerAddress;

/** One thing to be done as somebody signed in at a server. */
abstract class AdminTask implements Callable<Integer> {
    final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--server", paramLabel = "URL", required = true, descriptionKey = "client.server")
    private String server = "";

    @Option(names = "--user", paramLabel = "U", required = true, descriptionKey = "client.user")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "F", required = true, descriptionKey = "client.passwordFile")
    private Path passwordFile = Path.of(".");

    @Option(names = "--pin", paramLabel = "SHA256", descriptionKey = "client.pin")
    private @Nullable String pin;

    AdminTask(Surroundings given) {
        this.given = given;
    }

    /** Refuses arguments before anybody is signed in; nothing where there is nothing to refuse. */
    void check() {}

    abstract void run(Administration server);

    @Override
    public Integer call() {
        Optional<URI> address = ServerAddress.read(server);
        if (address.isEmpty()) {
            throw common.wrong(given.texts().get("app.badValue", "--server", server));
        }
        ServerPins pins = new ServerPins(Map.of(), common.pin(given.texts(), pin));
        common.readable(given.texts(), passwordFile);
        check();
        try (Administration administration = Administration.enter(
                CentralOptions.standard("toan-canh admin"),
                given.clock(),
                pins,
                address.get(),
                user,
                GivenPassword.read(passwordFile))) {
            run(administration);
        } catch (FailureException refused) {
            if (refused.failure().cause() instanceof UntrustedServer told) {
                given.say(given.texts().of(refused.failure()));
                given.say(given.texts()
                        .get("client.pinIt", told.shown().fingerprint().toString()));
                return Exit.FAILED;
            }
            throw refused;
        }
        return Exit.DONE;
    }

    /** That option has a value that it cannot have. */
    CommandLines.WrongValue wrong(String option, String value) {
        return common.wrong(given.texts().get("app.badValue", option, value));
    }

    void print(String line) {
        given.out().println(line);
    }

    /** Fields apart by tabs, so that a program can read them; empty ones as a dash. */
    void print(List<String> fields) {
        print(String.join(
                "\t",
                fields.stream().map(field -> field.isEmpty() ? "-" : field).toList()));
    }

    static FailureException unknown(String textKey, String name) {
        return new FailureException(
                Failure.of(Failure.Kind.NOT_FOUND, "unknown: " + name).withText(textKey, name));
    }

    static Administration.User user(Administration server, String username) {
        return server.users().stream()
                .filter(each -> each.username().equalsIgnoreCase(username.strip()))
                .findFirst()
                .orElseThrow(() -> unknown("admin.noUser", username));
    }

    /** By its id, else by its name, where only one is called so. */
    static Optional<Administration.Role> findRole(Administration server, String name) {
        List<Administration.Role> roles = server.roles();
        Optional<Administration.Role> byId =
                roles.stream().filter(role -> role.id().equals(name)).findFirst();
        List<Administration.Role> named =
                roles.stream().filter(role -> role.name().equals(name)).toList();
        if (byId.isEmpty() && named.size() > 1) {
            throw unknown("admin.manyRoles", name);
        }
        return byId.or(() -> named.stream().findFirst());
    }

    static Administration.Role role(Administration server, String name) {
        return findRole(server, name).orElseThrow(() -> unknown("admin.noRole", name));
    }

    static Administration.Site site(Administration server, String id) {
        return server.sites().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("admin.noSite", id));
    }
}
