package vn.toancanh.app.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.toancanh.app.screens.OutputNames;
import vn.toancanh.app.screens.ScreenMonitors;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.base.Threads;
import vn.toancanh.desk.MonitorDesk.Terms;
import vn.toancanh.model.Monitor;

/**
 * The monitors of this desktop at the start, and which of them the client was asked to take. What they are called is asked for
 * while JavaFX comes up.
 */
final class ChosenMonitors {
    private final OutputNames names = new OutputNames();
    private final CompletableFuture<List<Monitor>> asked = new CompletableFuture<>();

    private ChosenMonitors() {}

    /** Begins to ask what they are called. Any thread. */
    static ChosenMonitors begin() {
        ChosenMonitors chosen = new ChosenMonitors();
        Threads.daemon("monitor-names", () -> chosen.asked.complete(chosen.names.get()))
                .start();
        return chosen;
    }

    /** Waits for what they are called. Not on DESK. */
    List<Monitor> await() {
        return asked.join();
    }

    /** Follows them from now on, JavaFX being up. On DESK. */
    ScreenMonitors open(Lane desk, List<Monitor> told) {
        return new ScreenMonitors(desk, names, told);
    }

    /**
     * What the windows are to begin with. On DESK.
     *
     * @return empty where a monitor was asked for that is not there
     */
    static Optional<Terms> terms(ClientOptions options, List<Monitor> present) {
        if (options.monitor().isEmpty()) {
            return Optional.of(new Terms(Optional.empty(), options.monitors(), true, false));
        }
        String wish = options.monitor().get();
        int windows = Math.max(1, options.monitors());
        Optional<Monitor> found = isNumber(wish)
                ? Optional.of(Integer.parseInt(wish))
                        .filter(number -> number >= 1 && number <= present.size())
                        .map(number -> present.get(number - 1))
                : present.stream()
                        .filter(each -> each.name().equalsIgnoreCase(wish))
                        .findFirst();
        if (found.isEmpty() && options.kiosk() && !isNumber(wish)) {
            // Whoever named it knows it; it sleeps, and an unattended wall waits for it.
            found = Optional.of(new Monitor(wish, "", 0, 0, 1, 1));
        }
        return found.map(monitor -> new Terms(Optional.of(monitor), windows, false, options.kiosk()));
    }

    /** True where a monitor is meant by its number, not by its name. */
    static boolean isNumber(String wish) {
        return wish.matches("[0-9]{1,9}");
    }

    /**
     * All of them in one line, such as "1 (HDMI-1, 1920×1080, primary), 2 (DP-1, 2560×1440)".
     *
     * @param present as people count them
     */
    static String words(List<Monitor> present, Monitor primary, Texts texts) {
        return IntStream.range(0, present.size())
                .mapToObj(at -> texts.get(
                        present.get(at).equals(primary) ? "client.monitorPrimary" : "client.monitorOther",
                        at + 1,
                        present.get(at).name().isEmpty() ? "" : present.get(at).name() + ", ",
                        present.get(at).width(),
                        present.get(at).height()))
                .collect(Collectors.joining(", "));
    }
}
