package vn.toancanh.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;
import vn.toancanh.central.Administration.Grant;
import vn.toancanh.central.Administration.Hours;

/** {@code ./wall admin roles …}. */
final class AdminRoles {
    private static final Pattern GRANT =
            Pattern.compile("(view|operate|manage|configure)(?:@([^#\\s]{1,64}))?(?:#(.{1,64}))?");
    private static final Pattern HOURS =
            Pattern.compile("((?:mon|tue|wed|thu|fri|sat|sun)(?:,(?:mon|tue|wed|thu|fri|sat|sun))*)"
                    + " (([01]\\d|2[0-3]):[0-5]\\d)-(([01]\\d|2[0-3]):[0-5]\\d)");

    private AdminRoles() {}

    @Command(name = "list", description = "${bundle:admin.rolesList}")
    static final class ListAll extends AdminTask {
        ListAll(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            for (Administration.Role role : server.roles()) {
                print(List.of(
                        role.id(),
                        role.name(),
                        role.grants().stream().map(AdminRoles::written).collect(Collectors.joining(" ")),
                        role.hours().stream().map(AdminRoles::written).collect(Collectors.joining("; "))));
            }
        }
    }

    @Command(name = "put", description = "${bundle:admin.rolesPut}")
    static final class Put extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.roleName")
        private String name = "";

        @Option(names = "--grant", paramLabel = "LEVEL[@SITE][#TAG]", descriptionKey = "admin.grant")
        private List<String> grants = new ArrayList<>();

        @Option(names = "--deny", paramLabel = "LEVEL[@SITE][#TAG]", descriptionKey = "admin.deny")
        private List<String> denials = new ArrayList<>();

        @Option(names = "--hours", paramLabel = "\"DAYS FROM-TO\"", descriptionKey = "admin.hours")
        private List<String> hours = new ArrayList<>();

        @Option(names = "--ptz-priority", paramLabel = "N", descriptionKey = "admin.ptzPriority")
        private int ptzPriority = 50;

        @Option(names = "--published-only", descriptionKey = "admin.publishedOnly")
        private boolean publishedOnly;

        @Option(names = "--second-person", descriptionKey = "admin.secondPerson")
        private boolean secondPerson;

        @Option(names = "--lock-minutes", paramLabel = "N", descriptionKey = "admin.lockMinutes")
        private @Nullable Integer lockMinutes;

        Put(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            common.within(given.texts(), "--ptz-priority", ptzPriority, 0, 100);
            if (lockMinutes != null) {
                common.within(given.texts(), "--lock-minutes", lockMinutes, 1, 480);
            }
            if (grants.isEmpty()) {
                throw common.wrong(given.texts().get("app.missingArgument", "--grant"));
            }
            rights();
            times();
        }

        private List<Grant> rights() {
            List<Grant> rights = new ArrayList<>();
            grants.forEach(text -> rights.add(grant("--grant", text, true)));
            denials.forEach(text -> rights.add(grant("--deny", text, false)));
            return rights;
        }

        private Grant grant(String option, String text, boolean allowed) {
            Matcher read = GRANT.matcher(text);
            if (!read.matches()) {
                throw common.wrong(given.texts().get("app.badValue", option, text));
            }
            return new Grant(String.valueOf(read.group(1)), read.group(2), read.group(3), allowed);
        }

        private List<Hours> times() {
            List<Hours> times = new ArrayList<>();
            for (String text : hours) {
                Matcher read = HOURS.matcher(text);
                if (!read.matches()) {
                    throw common.wrong(given.texts().get("app.badValue", "--hours", text));
                }
                List<String> days = List.of(String.valueOf(read.group(1)).split(",", -1));
                times.add(new Hours(days, String.valueOf(read.group(2)), String.valueOf(read.group(4))));
            }
            return times;
        }

        @Override
        void run(Administration server) {
            List<String> sites =
                    server.sites().stream().map(Administration.Site::id).toList();
            List<Grant> rights = rights();
            for (Grant right : rights) {
                if (right.siteId() != null && right.allowed() && !sites.contains(right.siteId())) {
                    throw unknown("admin.noSite", right.siteId());
                }
            }
            String id = findRole(server, name).map(Administration.Role::id).orElse("");
            server.putRole(new Administration.Role(
                    id,
                    name,
                    rights,
                    ptzPriority,
                    publishedOnly,
                    secondPerson,
                    times(),
                    lockMinutes == null ? 0 : lockMinutes));
            print(given.texts().get(id.isEmpty() ? "admin.added" : "admin.changed", name));
        }
    }

    @Command(name = "remove", description = "${bundle:admin.rolesRemove}")
    static final class Remove extends AdminTask {
        @Parameters(paramLabel = "ROLE", descriptionKey = "admin.role")
        private String name = "";

        Remove(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.removeRole(role(server, name));
            print(given.texts().get("admin.removed", name));
        }
    }

    private static String written(Grant grant) {
        return (grant.allowed() ? "" : "-")
                + grant.level()
                + (grant.siteId() == null ? "" : "@" + grant.siteId())
                + (grant.tag() == null ? "" : "#" + grant.tag());
    }

    private static String written(Hours hours) {
        return String.join(",", hours.days()) + " " + hours.from() + "-" + hours.to();
    }
}
