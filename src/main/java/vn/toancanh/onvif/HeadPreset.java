package vn.toancanh.onvif;

import java.util.List;

/**
 * A place that a head knows.
 *
 * @param token the device's own name for it
 * @param name for people; the token where it has none
 */
public record HeadPreset(String token, String name) {
    /** More than any head was seen to have. */
    static final int MOST = 1024;

    static List<HeadPreset> allOf(XmlNode answer) {
        return answer.all("Preset").stream()
                .filter(each -> each.attribute("token").isPresent())
                .limit(MOST)
                .map(each -> {
                    String token = each.attribute("token").orElse("");
                    return new HeadPreset(token, each.text("Name").orElse(token));
                })
                .toList();
    }
}
