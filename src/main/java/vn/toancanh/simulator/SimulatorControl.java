package vn.toancanh.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.simulator.head.HeadFault;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.head.SimulatedHead;

/**
 * Lets a person or a script steer the simulator by lines of text: {@code fault 1203 freeze}, {@code clear 1203},
 * {@code head 1202 no-stop}, {@code cameras}, {@code help}. Each line is answered with a text that begins with {@code ok} or {@code error}.
 */
public final class SimulatorControl {
    private static final String WELL = "well";

    private final Simulator simulator;

    SimulatorControl(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Does what a line says and answers it; an empty line is answered with an empty text. */
    public String take(String line) {
        String[] words = line.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        return switch (words[0]) {
            case "" -> "";
            case "help" ->
                "ok fault NUMBER WHAT | clear NUMBER | head NUMBER [WRONG] | cameras | help; WHAT: " + faults()
                        + "; WRONG: " + wrongs();
            case "cameras" ->
                simulator.cameras().stream()
                        .map(entry ->
                                entry.camera().number() + " " + entry.camera().name())
                        .collect(Collectors.joining("\n", "ok\n", ""));
            case "fault" -> words.length == 3 ? fault(words[1], words[2]) : "error: fault NUMBER WHAT";
            case "clear" -> words.length == 2 ? clear(words[1]) : "error: clear NUMBER";
            case "head" -> words.length == 2 || words.length == 3 ? head(words) : "error: head NUMBER [WRONG]";
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

    /** Says where a head looks; with a word, makes it go wrong in that way too, or {@code well} again. */
    private String head(String[] words) {
        Optional<SimulatedHead> head = camera(words[1]).map(Camera::id).flatMap(simulator::head);
        if (head.isEmpty()) {
            return "error: no head " + words[1];
        }
        if (words.length == 3) {
            Optional<HeadFault> wrong = HeadFault.of(words[2]);
            if (words[2].equals(WELL)) {
                head.get().heal();
            } else if (wrong.isEmpty()) {
                return "error: no such wrong " + words[2] + "; there are " + wrongs();
            }
            wrong.ifPresent(head.get()::inject);
        }
        HeadPosition at = head.get().position();
        return String.format(
                Locale.ROOT,
                "ok %s pan %.3f tilt %.3f zoom %.3f %s",
                words[1],
                at.pan(),
                at.tilt(),
                at.zoom(),
                head.get().isMoving() ? "moving" : "still");
    }

    private static String wrongs() {
        return Arrays.stream(HeadFault.values()).map(HeadFault::word).collect(Collectors.joining(" ", WELL + " ", ""));
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
