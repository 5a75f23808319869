package vn.toancanh.onvif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a head knows.
 *
 * @param token the device's own name for it
 * @param name for people; null where it has none
 */
public record HeadPreset(String token, @Nullable String name) {
    /** More than any head was seen to have. */
    static final int MOST = 1024;

    /** As the protocol has it. */
    private static final int LONGEST = 64;

    static List<HeadPreset> allOf(XmlNode answer) {
        return answer.all("Preset").stream()
                .filter(each -> each.attribute("token")
                        .filter(token -> !token.isEmpty() && token.length() <= LONGEST)
                        .isPresent())
                .limit(MOST)
                .map(each -> new HeadPreset(
                        each.attribute("token").orElse(""), each.text("Name").orElse(null)))
                .toList();
    }
}
