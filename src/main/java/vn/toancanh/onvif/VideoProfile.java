package vn.toancanh.onvif;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.toancanh.model.Codec;

/**
 * A profile of a device with pictures to send.
 *
 * @param token the device's own name for it
 * @param name for people; empty where it has none
 * @param width pixels, 0 where it does not tell; so is {@code height}
 * @param fps frames per second, 0 where it does not tell
 * @param kilobits a second, 0 where it does not tell
 * @param keyInterval frames from key frame to key frame, 0 where it does not tell
 * @param source which of its lenses it shows, in the device's own words; empty where it does not tell
 * @param head a head can be steered through it
 * @param newer told by Media2, and to be asked about there; else by Media
 */
public record VideoProfile(
        String token,
        String name,
        Codec codec,
        int width,
        int height,
        double fps,
        int kilobits,
        int keyInterval,
        String source,
        boolean head,
        boolean newer) {
    /** A recorder with 256 channels has three each. */
    static final int MOST = 1024;

    /** As the protocol has it. */
    private static final int LONGEST_TOKEN = 64;

    private static final int LONGEST_NAME = 100;

    /** Those with an encoder; some devices answer the one service in the words of the other. */
    static List<VideoProfile> allOf(XmlNode answer, boolean newer) {
        return answer.all("Profiles").stream()
                .filter(each -> each.attribute("token")
                        .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN)
                        .isPresent())
                .filter(each -> encoder(each).isPresent())
                .limit(MOST)
                .map(each -> of(each, newer))
                .toList();
    }

    private static Optional<XmlNode> encoder(XmlNode profile) {
        return profile.at("Configurations", "VideoEncoder").or(() -> profile.at("VideoEncoderConfiguration"));
    }

    private static VideoProfile of(XmlNode profile, boolean newer) {
        XmlNode encoder = encoder(profile).orElseThrow();
        Optional<XmlNode> rate = encoder.at("RateControl");
        String name = profile.text("Name").orElse("");
        boolean head = profile.at("Configurations", "PTZ")
                .or(() -> profile.at("PTZConfiguration"))
                .isPresent();
        return new VideoProfile(
                profile.attribute("token").orElse(""),
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                codec(encoder.text("Encoding").orElse("")),
                (int) number(encoder.text("Resolution", "Width"), 65_535),
                (int) number(encoder.text("Resolution", "Height"), 65_535),
                number(rate.flatMap(each -> each.text("FrameRateLimit")), 1000),
                (int) number(rate.flatMap(each -> each.text("BitrateLimit")), 1_000_000),
                keyInterval(encoder),
                source(profile),
                head,
                newer);
    }

    private static String source(XmlNode profile) {
        return profile.at("Configurations", "VideoSource")
                .or(() -> profile.at("VideoSourceConfiguration"))
                .flatMap(each -> each.text("SourceToken"))
                .filter(token -> token.length() <= LONGEST_TOKEN)
                .orElse("");
    }

    /** Media2 has it beside the encoder, Media within what belongs to the coding. */
    private static int keyInterval(XmlNode encoder) {
        return (int) number(
                encoder.attribute("GovLength")
                        .or(() -> encoder.text("H264", "GovLength"))
                        .or(() -> encoder.text("MPEG4", "GovLength")),
                10_000);
    }

    /** Some say {@code H.265}, some {@code video/H264}. */
    private static Codec codec(String told) {
        String word = told.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (word.endsWith("H264") || word.endsWith("AVC")) {
            return Codec.H264;
        }
        if (word.endsWith("H265") || word.endsWith("HEVC")) {
            return Codec.H265;
        }
        return word.endsWith("JPEG") ? Codec.MJPEG : Codec.UNKNOWN;
    }

    /** 0 where it is none, below 0, or more than there can be. */
    private static double number(Optional<String> text, double most) {
        try {
            return text.map(String::strip)
                    .filter(each -> each.length() <= 20)
                    .map(Double::parseDouble)
                    .filter(each -> each >= 0 && each <= most)
                    .orElse(0.0);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
