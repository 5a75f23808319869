package vn.toancanh.onvif;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a head can keep, as far as it tells.
 *
 * @param mostPresets how many places it has room for; null where it does not say
 * @param home it has a home to go to
 * @param homeIsFixed its home cannot be set
 */
public record HeadAbilities(@Nullable Integer mostPresets, boolean home, boolean homeIsFixed) {
    /** Where a device says nothing: nothing is known that it could not do. */
    static final HeadAbilities USUAL = new HeadAbilities(null, true, false);

    /** Of several nodes, which are rare, whatever any of them can do. */
    static HeadAbilities of(XmlNode answer) {
        return answer.all("PTZNode").stream()
                .map(HeadAbilities::ofNode)
                .reduce((one, other) -> new HeadAbilities(
                        one.mostPresets == null || other.mostPresets == null
                                ? null
                                : Integer.valueOf(Math.max(one.mostPresets, other.mostPresets)),
                        one.home || other.home,
                        one.homeIsFixed && other.homeIsFixed))
                .orElse(USUAL);
    }

    private static HeadAbilities ofNode(XmlNode node) {
        return new HeadAbilities(
                node.text("MaximumNumberOfPresets")
                        .flatMap(HeadAbilities::count)
                        .orElse(null),
                node.text("HomeSupported").map(HeadAbilities::isTrue).orElse(true),
                node.attribute("FixedHomePosition").map(HeadAbilities::isTrue).orElse(false));
    }

    /** As XML writes it: {@code true} or {@code 1}. */
    private static boolean isTrue(String text) {
        return text.strip().toLowerCase(Locale.ROOT).equals("true")
                || text.strip().equals("1");
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
