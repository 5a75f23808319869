package vn.toancanh.simulator.clip;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.model.Codec;

/** What ffmpeg is told, so that loops and what is coded as it is seen have the same parameter sets. Any thread. */
final class EncoderWords {
    private EncoderWords() {}

    /** The program, and raw pictures 0xRRGGBB from its standard input. */
    static List<String> pictures(String ffmpeg, ClipSpec spec, List<String> more) {
        List<String> words = new ArrayList<>(List.of(ffmpeg, "-hide_banner", "-loglevel", "error", "-nostdin"));
        words.addAll(more);
        words.addAll(List.of("-f", "rawvideo", "-pix_fmt", "bgr0", "-s", spec.width() + "x" + spec.height()));
        words.addAll(List.of("-r", "" + spec.rate(), "-i", "pipe:0"));
        return words;
    }

    /** How they are coded. */
    static List<String> coding(ClipSpec spec) {
        int gop = spec.keyInterval();
        List<String> words = new ArrayList<>(List.of("-an", "-pix_fmt", "yuv420p", "-threads", "1"));
        words.addAll(List.of("-maxrate", spec.kilobits() + "k", "-bufsize", spec.kilobits() + "k"));
        if (spec.codec() == Codec.H265) {
            words.addAll(List.of("-c:v", "libx265", "-preset", "ultrafast", "-tune", "zerolatency", "-crf", "25"));
            words.addAll(
                    List.of(
                            "-x265-params",
                            "keyint=" + gop + ":min-keyint=" + gop
                                    + ":scenecut=0:bframes=0:open-gop=0:repeat-headers=1:pools=none:frame-threads=1:ctu=16:log-level=error"));
        } else {
            words.addAll(List.of("-c:v", "libx264", "-preset", "superfast", "-tune", "zerolatency"));
            words.addAll(List.of("-profile:v", "main", "-crf", "23", "-bf", "0", "-g", "" + gop));
            words.addAll(List.of("-keyint_min", "" + gop, "-sc_threshold", "0"));
        }
        return words;
    }
}
