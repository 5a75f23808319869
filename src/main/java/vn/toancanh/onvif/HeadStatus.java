package vn.toancanh.onvif;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a head is and whether it moves.
 *
 * @param pan null, as the others, where the head does not tell; else in its own range, mostly -1 to 1
 * @param zoom mostly 0 to 1
 */
public record HeadStatus(
        @Nullable Double pan,
        @Nullable Double tilt,
        @Nullable Double zoom,
        Moving moving) {
    /** Whether it moves, as it says. Many say UNKNOWN, always. */
    public enum Moving {
        IDLE,
        MOVING,
        UNKNOWN
    }

    static HeadStatus of(XmlNode answer) {
        Optional<XmlNode> status = answer.at("PTZStatus");
        List<String> said = Stream.of("PanTilt", "Zoom")
                .map(axis -> status.flatMap(each -> each.text("MoveStatus", axis)))
                .flatMap(Optional::stream)
                .toList();
        return new HeadStatus(
                number(status, "PanTilt", "x"),
                number(status, "PanTilt", "y"),
                number(status, "Zoom", "x"),
                moving(said));
    }

    private static Moving moving(List<String> said) {
        if (said.stream().anyMatch("MOVING"::equalsIgnoreCase)) {
            return Moving.MOVING;
        }
        return !said.isEmpty() && said.stream().allMatch("IDLE"::equalsIgnoreCase) ? Moving.IDLE : Moving.UNKNOWN;
    }

    private static @Nullable Double number(Optional<XmlNode> status, String axis, String attribute) {
        return status.flatMap(each -> each.at("Position", axis))
                .flatMap(each -> each.attribute(attribute))
                .flatMap(HeadStatus::number)
                .orElse(null);
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
