package vn.toancanh.onvif;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a lens can be told, as far as it tells; what it does not name, it does not have.
 *
 * @param focus the speeds of a focus that goes on until it is stopped; null where it knows no such
 * @param autoFocus it focuses by itself, and can be told not to
 * @param iris its fixed iris, in dB of attenuation: 0 is fully open; null where it cannot be fixed
 * @param autoIris it sets its iris by itself, and can be told not to
 */
public record LensAbilities(
        @Nullable Range focus, boolean autoFocus, @Nullable Range iris, boolean autoIris) {
    static final String AUTO = "AUTO";
    static final String MANUAL = "MANUAL";

    /** It can be told nothing. */
    public static final LensAbilities NONE = new LensAbilities(null, false, null, false);

    /**
     * From one number to a larger one.
     *
     * @param least finite, less than {@code most}
     */
    public record Range(double least, double most) {
        static Optional<Range> of(XmlNode node) {
            Optional<Double> least = node.text("Min").flatMap(Range::number);
            Optional<Double> most = node.text("Max").flatMap(Range::number);
            return least.flatMap(from -> most.filter(to -> to > from).map(to -> new Range(from, to)));
        }

        static Optional<Double> number(String text) {
            try {
                double value = Double.parseDouble(text);
                return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }

        double within(double value) {
            return Math.clamp(value, least, most);
        }
    }

    /**
     * Of GetMoveOptions and GetOptions.
     *
     * @param moves null where it does not answer that, as {@code settings}
     */
    static LensAbilities of(@Nullable XmlNode moves, @Nullable XmlNode settings) {
        @Nullable
        Range focus = moves == null
                ? null
                : moves.at("MoveOptions", "Continuous", "Speed")
                        .flatMap(Range::of)
                        .filter(speeds -> speeds.least < 0 && speeds.most > 0)
                        .orElse(null);
        if (settings == null) {
            return new LensAbilities(focus, false, null, false);
        }
        List<String> focusing = words(settings, "Focus", "AutoFocusModes");
        List<String> exposing = words(settings, "Exposure", "Mode");
        @Nullable
        Range iris = exposing.contains(MANUAL)
                ? settings.at("ImagingOptions", "Exposure", "Iris")
                        .flatMap(Range::of)
                        .orElse(null)
                : null;
        return new LensAbilities(
                focus,
                focusing.contains(AUTO) && focusing.contains(MANUAL),
                iris,
                iris != null && exposing.contains(AUTO));
    }

    private static List<String> words(XmlNode settings, String part, String name) {
        return settings.at("ImagingOptions", part).stream()
                .flatMap(each -> each.all(name).stream())
                .map(XmlNode::text)
                .toList();
    }
}
