package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.GivenPassword;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;

/** {@code ./wall admin users …}. */
final class AdminUsers {
    private AdminUsers() {}

    @Command(name = "list", description = "${bundle:admin.usersList}")
    static final class ListAll extends AdminTask {
        ListAll(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            Map<String, String> roles = new HashMap<>();
            server.roles().forEach(role -> roles.put(role.id(), role.name()));
            for (Administration.User user : server.users()) {
                print(List.of(
                        user.username(),
                        user.displayName(),
                        roles.getOrDefault(user.roleId(), user.roleId()),
                        user.enabled()
                                ? given.texts().get("admin.enabled")
                                : given.texts().get("admin.disabled")));
            }
        }
    }

    @Command(name = "add", description = "${bundle:admin.usersAdd}")
    static final class Add extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.userName")
        private String name = "";

        @Option(names = "--role", paramLabel = "ROLE", required = true, descriptionKey = "admin.role")
        private String role = "";

        @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "admin.displayName")
        private @Nullable String displayName;

        @Option(names = "--new-password-file", paramLabel = "F", required = true, descriptionKey = "admin.newPassword")
        private Path newPassword = Path.of(".");

        Add(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            common.readable(given.texts(), newPassword);
        }

        @Override
        void run(Administration server) {
            server.addUser(
                    name,
                    displayName == null ? name : displayName,
                    role(server, role).id(),
                    GivenPassword.read(newPassword));
            print(given.texts().get("admin.added", name));
        }
    }

    @Command(name = "change", description = "${bundle:admin.usersChange}")
    static final class Change extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.userName")
        private String name = "";

        @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "admin.role")
        private @Nullable String role;

        @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "admin.displayName")
        private @Nullable String displayName;

        @Option(names = "--disable", descriptionKey = "admin.disable")
        private boolean disable;

        @Option(names = "--enable", descriptionKey = "admin.enable")
        private boolean enable;

        Change(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            if (disable && enable) {
                throw common.wrong(given.texts().get("admin.notBoth", "--disable", "--enable"));
            }
        }

        @Override
        void run(Administration server) {
            Administration.User user = user(server, name);
            server.changeUser(new Administration.User(
                    user.id(),
                    user.username(),
                    displayName == null ? user.displayName() : displayName,
                    role == null ? user.roleId() : role(server, role).id(),
                    enable || (user.enabled() && !disable)));
            print(given.texts().get("admin.changed", name));
        }
    }

    @Command(name = "password", description = "${bundle:admin.usersPassword}")
    static final class Password extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.userName")
        private String name = "";

        @Option(names = "--new-password-file", paramLabel = "F", required = true, descriptionKey = "admin.newPassword")
        private Path newPassword = Path.of(".");

        Password(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            common.readable(given.texts(), newPassword);
        }

        @Override
        void run(Administration server) {
            server.setPassword(user(server, name), GivenPassword.read(newPassword));
            print(given.texts().get("admin.changed", name));
        }
    }

    @Command(name = "sessions", description = "${bundle:admin.usersSessions}")
    static final class Sessions extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.userName")
        private String name = "";

        @Option(names = "--end", descriptionKey = "admin.end")
        private boolean end;

        Sessions(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            Administration.User user = user(server, name);
            for (Administration.Held held : server.sessions(user)) {
                print(List.of(held.createdAt(), held.address(), held.client()));
            }
            if (end) {
                server.endSessions(user);
            }
        }
    }

    @Command(name = "remove", description = "${bundle:admin.usersRemove}")
    static final class Remove extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.userName")
        private String name = "";

        Remove(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.removeUser(user(server, name));
            print(given.texts().get("admin.removed", name));
        }
    }
}
