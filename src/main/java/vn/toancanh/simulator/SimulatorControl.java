package vn.toancanh.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;

/**
 * Lets a person or a script steer the simulator by lines of text: {@code fault 1203 freeze}, {@code clear 1203},
 * {@code cameras}, {@code help}. Each line is answered with a text that begins with {@code ok} or {@code error}.
 */
public final class SimulatorControl {
    private final Simulator simulator;

    SimulatorControl(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Does what a line says and answers it; an empty line is answered with an empty text. */
    public String take(String line) {
        String[] words = line.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        return switch (words[0]) {
            case "" -> "";
            case "help" -> "ok fault NUMBER WHAT | clear NUMBER | cameras | help; WHAT: " + faults();
            case "cameras" ->
                simulator.cameras().stream()
                        .map(entry ->
                                entry.camera().number() + " " + entry.camera().name())
                        .collect(Collectors.joining("\n", "ok\n", ""));
            case "fault" -> words.length == 3 ? fault(words[1], words[2]) : "error: fault NUMBER WHAT";
            case "clear" -> words.length == 2 ? clear(words[1]) : "error: clear NUMBER";
            default -> "error: unknown word " + words[0] + "; try help";
        };
    }

    private String fault(String number, String word) {
        Optional<Camera> camera = camera(number);
        Optional<Fault> fault = Fault.of(word);
        if (camera.isEmpty()) {
            return "error: no camera " + number;
        }
        if (fault.isEmpty()) {
            return "error: no fault " + word + "; there are " + faults();
        }
        simulator.inject(camera.get().id(), fault.get());
        return "ok " + number + " " + fault.get().word();
    }

    private String clear(String number) {
        Optional<Camera> camera = camera(number);
        camera.ifPresent(each -> simulator.clear(each.id()));
        return camera.isPresent() ? "ok " + number : "error: no camera " + number;
    }

    private Optional<Camera> camera(String number) {
        return simulator.cameras().stream()
                .map(CameraEntry::camera)
                .filter(camera -> String.valueOf(camera.number()).equals(number))
                .findFirst();
    }

    private static String faults() {
        return Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(" "));
    }
}
