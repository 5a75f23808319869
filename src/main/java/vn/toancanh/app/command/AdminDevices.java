package vn.toancanh.app.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Surroundings;
import vn.toancanh.central.Administration;
import vn.toancanh.central.AlarmAdministration;

/** {@code ./wall admin devices …}: tokens of devices and AI systems that send alarms. */
final class AdminDevices {
    private static final int MOST_PER_MINUTE = 6000;
    private static final int HIGHEST = 100;

    private AdminDevices() {}

    @Command(name = "list", description = "${bundle:admin.devicesList}")
    static final class ListAll extends AdminTask {
        ListAll(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            for (AlarmAdministration.Device device : server.alarms().devices()) {
                print(List.of(
                        device.id(),
                        device.name(),
                        device.siteId() == null ? "" : device.siteId(),
                        String.join(",", device.cameraIds()),
                        Integer.toString(device.mostPriority()),
                        Integer.toString(device.perMinute())));
            }
        }
    }

    @Command(name = "add", description = "${bundle:admin.devicesAdd}")
    static final class Add extends AdminTask {
        @Parameters(paramLabel = "NAME", descriptionKey = "admin.deviceName")
        private String name = "";

        @Option(names = "--site", paramLabel = "SITE", descriptionKey = "admin.deviceSite")
        private @Nullable String site;

        @Option(names = "--camera", paramLabel = "CAMERA", descriptionKey = "admin.deviceCamera")
        private List<String> cameras = new ArrayList<>();

        @Option(names = "--most-priority", paramLabel = "N", descriptionKey = "admin.mostPriority")
        private int mostPriority = HIGHEST;

        @Option(names = "--per-minute", paramLabel = "N", descriptionKey = "admin.perMinute")
        private int perMinute = 60;

        Add(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            common.within(given.texts(), "--most-priority", mostPriority, 1, HIGHEST);
            common.within(given.texts(), "--per-minute", perMinute, 1, MOST_PER_MINUTE);
        }

        @Override
        void run(Administration server) {
            AlarmAdministration.Made made = server.alarms()
                    .add(new AlarmAdministration.Device("", name, site, cameras, mostPriority, perMinute));
            print(List.of(made.id(), made.token().reveal()));
        }
    }

    @Command(name = "remove", description = "${bundle:admin.devicesRemove}")
    static final class Remove extends AdminTask {
        @Parameters(paramLabel = "ID", descriptionKey = "admin.deviceId")
        private String id = "";

        Remove(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.alarms().remove(id);
            print(given.texts().get("admin.removed", id));
        }
    }
}
