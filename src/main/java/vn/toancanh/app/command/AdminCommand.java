package vn.toancanh.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.toancanh.app.Surroundings;

/** Users, roles, sites, walls, certificates of cameras, devices and procedures of a central server; says no more than which commands hang on it. */
@Command(name = "admin", description = "${bundle:admin.about}", synopsisSubcommandLabel = "COMMAND")
final class AdminCommand implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    private AdminCommand(Surroundings given) {
        this.given = given;
    }

    static CommandLine line(Surroundings given) {
        CommandLine users = new CommandLine(new Group(given, "users"))
                .addSubcommand(new AdminUsers.ListAll(given))
                .addSubcommand(new AdminUsers.Add(given))
                .addSubcommand(new AdminUsers.Change(given))
                .addSubcommand(new AdminUsers.Password(given))
                .addSubcommand(new AdminUsers.Sessions(given))
                .addSubcommand(new AdminUsers.Remove(given));
        CommandLine roles = new CommandLine(new Group(given, "roles"))
                .addSubcommand(new AdminRoles.ListAll(given))
                .addSubcommand(new AdminRoles.Put(given))
                .addSubcommand(new AdminRoles.Remove(given));
        CommandLine sites = new CommandLine(new Group(given, "sites"))
                .addSubcommand(new AdminSites.ListAll(given))
                .addSubcommand(new AdminSites.Add(given))
                .addSubcommand(new AdminSites.Change(given))
                .addSubcommand(new AdminSites.Remove(given));
        CommandLine walls = new CommandLine(new Group(given, "walls"))
                .addSubcommand(new AdminWalls.ListAll(given))
                .addSubcommand(new AdminWalls.Add(given))
                .addSubcommand(new AdminWalls.Rename(given))
                .addSubcommand(new AdminWalls.Remove(given));
        CommandLine cameras = new CommandLine(new Group(given, "cameras"))
                .addSubcommand(new AdminCameras.Certificates(given))
                .addSubcommand(new AdminCameras.Accept(given))
                .addSubcommand(new AdminCameras.Forget(given));
        CommandLine devices = new CommandLine(new Group(given, "devices"))
                .addSubcommand(new AdminDevices.ListAll(given))
                .addSubcommand(new AdminDevices.Add(given))
                .addSubcommand(new AdminDevices.Remove(given));
        CommandLine procedures = new CommandLine(new Group(given, "procedures"))
                .addSubcommand(new AdminProcedures.ListAll(given))
                .addSubcommand(new AdminProcedures.Put(given))
                .addSubcommand(new AdminProcedures.Remove(given));
        return new CommandLine(new AdminCommand(given))
                .addSubcommand("users", users)
                .addSubcommand("roles", roles)
                .addSubcommand("sites", sites)
                .addSubcommand("walls", walls)
                .addSubcommand("cameras", cameras)
                .addSubcommand("devices", devices)
                .addSubcommand("procedures", procedures);
    }

    @Override
    public Integer call() {
        throw common.wrong(given.texts().get("app.missingArgument", "COMMAND"));
    }

    /** One of them; it too is nothing without a command. */
    @Command(synopsisSubcommandLabel = "COMMAND")
    private static final class Group implements Callable<Integer> {
        private final Surroundings given;
        private final String what;

        @Mixin
        final Common common = new Common();

        Group(Surroundings given, String what) {
            this.given = given;
            this.what = what;
        }

        @Override
        public Integer call() {
            throw common.wrong(given.texts().get("app.missingArgument", what + " COMMAND"));
        }
    }
}
