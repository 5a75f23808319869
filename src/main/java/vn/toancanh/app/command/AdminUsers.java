package vn.toancanh.app.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.GivenPassword;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;

/** {@code ./wall admin users …}. */
final class AdminUsers {
    /** What is written in place of a day to take the limit away. */
    private static final String NO_LIMIT = "always";

    private AdminUsers() {}

    /** As they are typed: a day each, or the word that takes a limit away. */
    private static Administration.Days days(AdminTask task, @Nullable String from, @Nullable String until) {
        String first = day(task, "--valid-from", from);
        String last = day(task, "--valid-until", until);
        // Days as they are written are in the order of time.
        if (first != null && last != null && !last.isEmpty() && first.compareTo(last) > 0) {
            throw task.wrong("--valid-until", last);
        }
        return new Administration.Days(first, last);
    }

    private static @Nullable String day(AdminTask task, String option, @Nullable String typed) {
        if (typed == null) {
            return null;
        }
        if (typed.equals(NO_LIMIT)) {
            return "";
        }
        try {
            return LocalDate.parse(typed).toString();
        } catch (DateTimeException noDay) {
            throw task.wrong(option, typed);
        }
    }

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
                                : given.texts().get("admin.disabled"),
                        Objects.requireNonNullElse(user.days().from(), ""),
                        Objects.requireNonNullElse(user.days().until(), "")));
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

        @Option(names = "--valid-from", paramLabel = "YYYY-MM-DD", descriptionKey = "admin.validFrom")
        private @Nullable String from;

        @Option(names = "--valid-until", paramLabel = "YYYY-MM-DD", descriptionKey = "admin.validUntil")
        private @Nullable String until;

        Add(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            common.readable(given.texts(), newPassword);
            days(this, from, until);
        }

        @Override
        void run(Administration server) {
            server.addUser(
                    name,
                    displayName == null ? name : displayName,
                    role(server, role).id(),
                    GivenPassword.read(newPassword),
                    days(this, from, until));
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

        @Option(names = "--valid-from", paramLabel = "YYYY-MM-DD", descriptionKey = "admin.validFrom")
        private @Nullable String from;

        @Option(names = "--valid-until", paramLabel = "YYYY-MM-DD", descriptionKey = "admin.validUntil")
        private @Nullable String until;

        Change(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            if (disable && enable) {
                throw common.wrong(given.texts().get("admin.notBoth", "--disable", "--enable"));
            }
            days(this, from, until);
        }

        @Override
        void run(Administration server) {
            Administration.User user = user(server, name);
            server.changeUser(new Administration.User(
                    user.id(),
                    user.username(),
                    displayName == null ? user.displayName() : displayName,
                    role == null ? user.roleId() : role(server, role).id(),
                    enable || (user.enabled() && !disable),
                    days(this, from, until)));
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
