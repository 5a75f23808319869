package vn.toancanh.server.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.StreamSource;
import vn.toancanh.onvif.DeviceAccess;

/**
 * Checks where an imported head is said to be. It is steered with the password of the streams, so it must be at the host of one of
 * them: who may change addresses need not be one who may know passwords. Pure.
 */
final class HeadCheck {
    private static final int MOST_ADDRESS = 2000;

    private HeadCheck() {}

    /**
     * Null where nothing is said, or what is wrong was told.
     *
     * @param faults takes a code and a line for engineers
     */
    static @Nullable URI of(@Nullable String text, List<StreamSource> sources, BiConsumer<String, String> faults) {
        if (text == null) {
            return null;
        }
        @Nullable URI uri = text.length() > MOST_ADDRESS ? null : address(text);
        if (uri == null) {
            faults.accept("format", "an address like http://host/onvif/device_service, without credentials");
        } else if (sources.stream().noneMatch(source -> isAt(source.uri(), uri))) {
            faults.accept("otherHost", "a head is steered at the host of one of its camera's streams");
            return null;
        }
        return uri;
    }

    private static @Nullable URI address(String text) {
        try {
            URI uri = new URI(text);
            return DeviceAccess.isAddress(uri) ? uri : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** True where a head is at the host of a stream. */
    static boolean isAt(URI stream, URI head) {
        return stream.getHost() != null && stream.getHost().equalsIgnoreCase(head.getHost());
    }
}
