package vn.toancanh.onvif;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a head can keep, and what it has besides its axes, as far as it tells.
 *
 * @param mostPresets how many places it has room for; null where it does not say
 * @param home it has a home to go to
 * @param homeIsFixed its home cannot be set
 * @param auxiliaries what it can be told by {@link OnvifHead#auxiliary}, in its own words, such as {@code tt:Wiper|On}
 */
public record HeadAbilities(
        @Nullable Integer mostPresets, boolean home, boolean homeIsFixed, List<String> auxiliaries) {
    /** More than any head was seen to have. */
    private static final int MOST_AUXILIARIES = 64;

    /** What an order of ours can hold; the protocol has 128. */
    private static final int LONGEST_AUXILIARY = 64;

    /** Where a device says nothing: nothing is known that it could not do. */
    static final HeadAbilities USUAL = new HeadAbilities(null, true, false, List.of());

    public HeadAbilities {
        auxiliaries = List.copyOf(auxiliaries);
    }

    /** Of several nodes, which are rare, whatever any of them can do. */
    static HeadAbilities of(XmlNode answer) {
        return answer.all("PTZNode").stream()
                .map(HeadAbilities::ofNode)
                .reduce((one, other) -> new HeadAbilities(
                        one.mostPresets == null || other.mostPresets == null
                                ? null
                                : Integer.valueOf(Math.max(one.mostPresets, other.mostPresets)),
                        one.home || other.home,
                        one.homeIsFixed && other.homeIsFixed,
                        Stream.concat(one.auxiliaries.stream(), other.auxiliaries.stream())
                                .distinct()
                                .limit(MOST_AUXILIARIES)
                                .toList()))
                .orElse(USUAL);
    }

    private static HeadAbilities ofNode(XmlNode node) {
        return new HeadAbilities(
                node.text("MaximumNumberOfPresets")
                        .flatMap(HeadAbilities::count)
                        .orElse(null),
                node.text("HomeSupported").map(HeadAbilities::isTrue).orElse(true),
                node.attribute("FixedHomePosition").map(HeadAbilities::isTrue).orElse(false),
                node.all("AuxiliaryCommands").stream()
                        .map(XmlNode::text)
                        .filter(word -> !word.isEmpty() && word.length() <= LONGEST_AUXILIARY)
                        .distinct()
                        .limit(MOST_AUXILIARIES)
                        .toList());
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
