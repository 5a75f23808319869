package vn.toancanh.onvif;

import org.jspecify.annotations.Nullable;

/**
 * How a lens is set, as far as it tells.
 *
 * @param autoFocus it focuses by itself
 * @param autoIris it sets its iris by itself
 * @param iris the fixed one, in dB of attenuation; null where it does not tell
 */
public record LensSettings(
        boolean autoFocus, boolean autoIris, @Nullable Double iris) {
    /** Where a lens does not tell. */
    static final LensSettings UNKNOWN = new LensSettings(false, false, null);

    static LensSettings of(XmlNode answer) {
        return new LensSettings(
                answer.text("ImagingSettings", "Focus", "AutoFocusMode")
                        .filter(LensAbilities.AUTO::equals)
                        .isPresent(),
                answer.text("ImagingSettings", "Exposure", "Mode")
                        .filter(LensAbilities.AUTO::equals)
                        .isPresent(),
                answer.text("ImagingSettings", "Exposure", "Iris")
                        .flatMap(LensAbilities.Range::number)
                        .orElse(null));
    }
}
