package vn.toancanh.simulator.head;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a simulated device tells of its pictures, by Media and by Media2, and a picture to fetch. Any thread.
 *
 * @param streams the first is what it calls main
 * @param picture JPEG of what it sees now; may take some hundred milliseconds
 */
public record SimulatedMedia(List<Stream> streams, Supplier<byte[]> picture) {
    /** Where the picture is, below the device's address. */
    static final String PICTURE = "snapshot.jpg";

    private static final String NEWER = "ver20/media";
    private static final String OLDER = "ver10/media";

    /**
     * One stream.
     *
     * @param token name of its profile
     * @param uri rtsp
     * @param encoding as Media2 calls it: H264 or H265
     */
    public record Stream(
            String token, URI uri, String encoding, int width, int height, int rate, int kilobits, int keyInterval) {}

    public SimulatedMedia {
        streams = List.copyOf(streams);
    }

    /** True of what is asked of these services. */
    static boolean isFor(String operation) {
        return switch (operation) {
            case "GetProfiles", "GetStreamUri", "GetSnapshotUri", "SetSynchronizationPoint" -> true;
            default -> false;
        };
    }

    /**
     * Answers what is asked of Media or Media2.
     *
     * @param base the device's address, which it tells
     * @param newer it was Media2 that was asked
     * @param head it has a head
     */
    HeadAnswer answer(SoapRequest request, String base, boolean newer, boolean head) {
        String operation = request.operation();
        String service = newer ? NEWER : OLDER;
        if (operation.equals("GetProfiles")) {
            StringBuilder all = new StringBuilder();
            // Media knows no H.265: a device tells there of what it can.
            streams.stream()
                    .filter(each -> newer || each.encoding.equals("H264"))
                    .forEach(each -> all.append(newer ? profile2(each, head) : profile(each, head)));
            return HeadAnswer.of(service, operation, all.toString());
        }
        Optional<Stream> named = request.value("ProfileToken")
                .flatMap(token -> streams.stream()
                        .filter(each -> each.token.equals(token))
                        .findFirst());
        if (named.isEmpty()) {
            return HeadAnswer.fault("NoProfile", "no such profile");
        }
        return switch (operation) {
            case "GetStreamUri" -> address(service, operation, named.get().uri.toString());
            case "GetSnapshotUri" -> address(service, operation, base + "/" + PICTURE);
            default -> HeadAnswer.of(service, operation, "");
        };
    }

    private static HeadAnswer address(String service, String operation, String uri) {
        String told = HeadAnswer.escaped(uri);
        return HeadAnswer.of(
                service,
                operation,
                service.equals(NEWER)
                        ? "<n:Uri>" + told + "</n:Uri>"
                        : "<n:MediaUri><tt:Uri>" + told
                                + "</tt:Uri><tt:InvalidAfterConnect>false</tt:InvalidAfterConnect><tt:InvalidAfterReboot>false"
                                + "</tt:InvalidAfterReboot><tt:Timeout>PT0S</tt:Timeout></n:MediaUri>");
    }

    private static String profile2(Stream stream, boolean head) {
        return start(stream) + "<n:Configurations><n:VideoSource token=\"video\">" + source()
                + "</n:VideoSource><n:VideoEncoder token=\"" + stream.token + "\" GovLength=\"" + stream.keyInterval
                + "\">" + named(stream.token) + "<tt:Encoding>" + stream.encoding + "</tt:Encoding>" + size(stream)
                + "<tt:RateControl ConstantBitRate=\"false\"><tt:FrameRateLimit>" + stream.rate
                + "</tt:FrameRateLimit><tt:BitrateLimit>" + stream.kilobits
                + "</tt:BitrateLimit></tt:RateControl><tt:Quality>50</tt:Quality></n:VideoEncoder>"
                + (head ? "<n:PTZ token=\"ptz\">" + ptz() + "</n:PTZ>" : "") + "</n:Configurations></n:Profiles>";
    }

    private static String profile(Stream stream, boolean head) {
        return start(stream).replace("n:Name", "tt:Name") + "<tt:VideoSourceConfiguration token=\"video\">" + source()
                + "</tt:VideoSourceConfiguration><tt:VideoEncoderConfiguration token=\"" + stream.token + "\">"
                + named(stream.token) + "<tt:Encoding>" + stream.encoding + "</tt:Encoding>" + size(stream)
                + "<tt:Quality>50</tt:Quality><tt:RateControl><tt:FrameRateLimit>" + stream.rate
                + "</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>" + stream.kilobits
                + "</tt:BitrateLimit></tt:RateControl><tt:H264><tt:GovLength>" + stream.keyInterval
                + "</tt:GovLength><tt:H264Profile>Main</tt:H264Profile></tt:H264></tt:VideoEncoderConfiguration>"
                + (head ? "<tt:PTZConfiguration token=\"ptz\">" + ptz() + "</tt:PTZConfiguration>" : "")
                + "</n:Profiles>";
    }

    private static String start(Stream stream) {
        return "<n:Profiles token=\"" + stream.token + "\" fixed=\"true\"><n:Name>" + stream.token + "</n:Name>";
    }

    private static String named(String name) {
        return "<tt:Name>" + name + "</tt:Name><tt:UseCount>1</tt:UseCount>";
    }

    private static String source() {
        return named("video") + "<tt:SourceToken>lens</tt:SourceToken>";
    }

    private static String ptz() {
        return named("ptz") + "<tt:NodeToken>node</tt:NodeToken><tt:DefaultPTZTimeout>PT5S</tt:DefaultPTZTimeout>";
    }

    private static String size(Stream stream) {
        return String.format(
                Locale.ROOT,
                "<tt:Resolution><tt:Width>%d</tt:Width><tt:Height>%d</tt:Height></tt:Resolution>",
                stream.width,
                stream.height);
    }
}
