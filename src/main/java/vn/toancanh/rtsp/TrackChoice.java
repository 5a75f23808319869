package vn.toancanh.rtsp;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.rtsp.message.Sdp;
import vn.toancanh.rtsp.rtp.TickRate;

/**
 * The track of a description that we play, and its control text.
 *
 * @param found empty where there is no video that we play
 * @param offered what the video is in, for the message where we play none of it; empty where there is no video
 */
record TrackChoice(Optional<Found> found, String offered) {
    /**
     * A track and how it is asked for.
     *
     * @param announcedRate RTP ticks a second by the description, 0 where it says nothing of sense
     * @param media what the description says of it
     */
    record Found(VideoTrack track, String control, int announcedRate, Sdp.Media media) {}

    private static final Pattern SIZE = Pattern.compile("\\s*([1-9][0-9]{0,4})\\s*[-,x]\\s*([1-9][0-9]{0,4})\\s*");
    private static final int MOST_PARAMETER_BYTES = 64 * 1024;
    /** Characters of what is told of the server's words. */
    private static final int MOST_OFFERED = 100;

    static TrackChoice of(Sdp sdp) {
        StringBuilder offered = new StringBuilder();
        for (Sdp.Media media : sdp.media()) {
            if (!media.kind().equalsIgnoreCase("video") || !media.protocol().startsWith("RTP/")) {
                continue;
            }
            for (int type : media.payloadTypes()) {
                String map = media.rtpmap(type).orElse(type == 26 ? "JPEG/90000" : "");
                String[] parts = map.split("/", -1);
                Optional<VideoTrack.Encoding> encoding = encoding(parts[0]);
                if (encoding.isPresent()) {
                    byte[] sets = parameterSets(encoding.get(), media.fmtp(type));
                    int[] size = size(media, type);
                    VideoTrack track = new VideoTrack(encoding.get(), TickRate.STANDARD, type, sets, size[0], size[1]);
                    String control = media.attribute("control").orElse("");
                    return new TrackChoice(Optional.of(new Found(track, control, clockRate(parts), media)), parts[0]);
                }
                offered.append(offered.isEmpty() ? "" : ", ").append(parts[0].isEmpty() ? "type " + type : parts[0]);
            }
        }
        return new TrackChoice(Optional.empty(), forLogs(offered.toString()));
    }

    /** The other side's words in a log: short, and without what a terminal would obey. */
    private static String forLogs(String words) {
        String plain = words.replaceAll("\\p{C}", "?");
        return plain.length() > MOST_OFFERED ? plain.substring(0, MOST_OFFERED) + "…" : plain;
    }

    private static Optional<VideoTrack.Encoding> encoding(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "H264" -> Optional.of(VideoTrack.Encoding.H264);
            case "H265", "HEVC" -> Optional.of(VideoTrack.Encoding.H265);
            case "JPEG" -> Optional.of(VideoTrack.Encoding.JPEG);
            default -> Optional.empty();
        };
    }

    private static int clockRate(String[] map) {
        return map.length > 1 && map[1].matches("[1-9][0-9]{0,8}") ? Integer.parseInt(map[1]) : 0;
    }

    /** {@code x-dimensions:2592,1944} as GStreamer says it, or {@code framesize:26 2592-1944}. */
    private static int[] size(Sdp.Media media, int type) {
        String text = media.attribute("x-dimensions")
                .or(() -> media.attribute("framesize")
                        .filter(value -> value.startsWith(type + " "))
                        .map(value -> value.substring(value.indexOf(' ') + 1)))
                .orElse("");
        Matcher size = SIZE.matcher(text);
        return size.matches()
                ? new int[] {Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))}
                : new int[] {0, 0};
    }

    private static byte[] parameterSets(VideoTrack.Encoding encoding, Map<String, String> fmtp) {
        List<String> names = encoding == VideoTrack.Encoding.H265
                ? List.of("sprop-vps", "sprop-sps", "sprop-pps")
                : List.of("sprop-parameter-sets");
        ByteArrayOutputStream sets = new ByteArrayOutputStream();
        for (String name : names) {
            for (String text : fmtp.getOrDefault(name, "").split(",", -1)) {
                byte[] set = decoded(text.strip());
                if (set.length > 0 && sets.size() + set.length < MOST_PARAMETER_BYTES) {
                    sets.writeBytes(new byte[] {0, 0, 0, 1});
                    sets.writeBytes(set);
                }
            }
        }
        return sets.toByteArray();
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            // The sets come in band as well; a camera that garbles them here is seen often enough.
            return new byte[0];
        }
    }
}
