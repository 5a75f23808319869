package vn.toancanh.app.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;
import vn.toancanh.central.AlarmAdministration;

/** {@code ./wall admin procedures …}: what is to be done at alarms of a type. */
final class AdminProcedures {
    private AdminProcedures() {}

    @Command(name = "list", description = "${bundle:admin.proceduresList}")
    static final class ListAll extends AdminTask {
        ListAll(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            for (AlarmAdministration.Procedure procedure : server.alarms().procedures()) {
                print(List.of(procedure.type(), procedure.text().replace("\n", " / ")));
            }
        }
    }

    @Command(name = "put", description = "${bundle:admin.proceduresPut}")
    static final class Put extends AdminTask {
        @Parameters(paramLabel = "TYPE", descriptionKey = "admin.alarmType")
        private String type = "";

        @Option(names = "--text-file", paramLabel = "F", required = true, descriptionKey = "admin.procedureText")
        private Path file = Path.of(".");

        private String text = "";

        Put(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            common.readable(given.texts(), file);
            // Before anybody is signed in, and once: a pipe may stand for a file.
            text = common.text(given.texts(), file).strip();
        }

        @Override
        void run(Administration server) {
            server.alarms().put(new AlarmAdministration.Procedure(type, text));
            print(given.texts().get("admin.changed", type));
        }
    }

    @Command(name = "remove", description = "${bundle:admin.proceduresRemove}")
    static final class Remove extends AdminTask {
        @Parameters(paramLabel = "TYPE", descriptionKey = "admin.alarmType")
        private String type = "";

        Remove(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.alarms().removeProcedure(type);
            print(given.texts().get("admin.removed", type));
        }
    }
}
