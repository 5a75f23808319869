package vn.toancanh.server.inventory;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamTransport;

/** The contract's words for the model's enums. */
public final class Words {
    private Words() {}

    public static String of(StreamRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word; null for one this server does not know. */
    public static @Nullable StreamRole role(String word) {
        return switch (word) {
            case "main" -> StreamRole.MAIN;
            case "sub" -> StreamRole.SUB;
            case "third" -> StreamRole.THIRD;
            default -> null;
        };
    }

    static String of(StreamTransport transport) {
        return transport.name().toLowerCase(Locale.ROOT);
    }

    /** The transport of that word; null for none, and for one this server does not know. */
    static @Nullable StreamTransport transport(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "tcp" -> StreamTransport.TCP;
            case "udp" -> StreamTransport.UDP;
            default -> null;
        };
    }

    static String of(Codec codec) {
        return codec.name().toLowerCase(Locale.ROOT);
    }

    static Codec codec(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "h264" -> Codec.H264;
            case "h265" -> Codec.H265;
            case "mjpeg" -> Codec.MJPEG;
            default -> Codec.UNKNOWN;
        };
    }

    static String of(CameraState state) {
        return switch (state) {
            case ONLINE -> "online";
            case OFFLINE -> "offline";
            case UNAUTHORISED -> "unauthorised";
            case NO_VIDEO -> "noVideo";
            case DISABLED -> "disabled";
            case UNKNOWN -> "unknown";
        };
    }
}
