package vn.toancanh.onvif;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile of a device: what is addressed where its head is meant.
 *
 * @param ptzConfiguration null where the profile has no head
 * @param source what its lens is addressed by; null where the profile names none
 * @param timeout how long the head goes on where a movement names no time, as far as the device says
 */
public record MediaProfile(
        String token,
        String name,
        @Nullable String ptzConfiguration,
        @Nullable String source,
        @Nullable Duration timeout) {
    /** Media says {@code PTZConfiguration}, Media2 {@code Configurations/PTZ}, and so of sources; some say the one in the answer of the other. */
    static List<MediaProfile> allOf(XmlNode answer) {
        return answer.all("Profiles").stream()
                .filter(each -> each.attribute("token").isPresent())
                .map(MediaProfile::of)
                .toList();
    }

    private static MediaProfile of(XmlNode profile) {
        Optional<XmlNode> head = profile.at("Configurations", "PTZ").or(() -> profile.at("PTZConfiguration"));
        Optional<XmlNode> source =
                profile.at("Configurations", "VideoSource").or(() -> profile.at("VideoSourceConfiguration"));
        return new MediaProfile(
                profile.attribute("token").orElse(""),
                profile.text("Name").orElse(""),
                head.flatMap(each -> each.attribute("token")).orElse(null),
                source.flatMap(each -> each.text("SourceToken")).orElse(null),
                head.flatMap(each -> each.text("DefaultPTZTimeout"))
                        .flatMap(XmlTime::duration)
                        .orElse(null));
    }

    /** True where a head can be steered through it. */
    public boolean hasHead() {
        return ptzConfiguration != null;
    }
}
