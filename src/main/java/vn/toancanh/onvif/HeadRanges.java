package vn.toancanh.onvif;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where to where a head goes, in its own figures: most tell -1 to 1, some degrees.
 *
 * @param pan null where it does not tell; so are {@code tilt} and {@code zoom}
 */
public record HeadRanges(
        @Nullable Range pan, @Nullable Range tilt, @Nullable Range zoom) {
    /** Where a device tells of none. */
    public static final HeadRanges NONE = new HeadRanges(null, null, null);

    /** Both included. */
    public record Range(double least, double most) {}

    /** Of GetNodes; the first node that tells of places counts. */
    static HeadRanges of(XmlNode answer) {
        List<XmlNode> spaces = answer.all("PTZNode").stream()
                .map(node -> node.at("SupportedPTZSpaces"))
                .flatMap(Optional::stream)
                .toList();
        return new HeadRanges(
                range(spaces, "AbsolutePanTiltPositionSpace", "XRange"),
                range(spaces, "AbsolutePanTiltPositionSpace", "YRange"),
                range(spaces, "AbsoluteZoomPositionSpace", "XRange"));
    }

    private static @Nullable Range range(List<XmlNode> spaces, String space, String axis) {
        return spaces.stream()
                .map(each -> each.at(space, axis))
                .flatMap(Optional::stream)
                .map(HeadRanges::range)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Range> range(XmlNode told) {
        try {
            double least = Double.parseDouble(told.text("Min").orElse(""));
            double most = Double.parseDouble(told.text("Max").orElse(""));
            return Double.isFinite(least) && Double.isFinite(most) && least < most
                    ? Optional.of(new Range(least, most))
                    : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
