package vn.toancanh.server.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;

/** Checks where an imported stream is said to be, and with what it is opened. Pure. */
final class SourceCheck {
    private static final int MOST_ADDRESS = 2000;
    private static final int MOST_CREDENTIAL = 200;

    /** Takes what is wrong: the part of the stream that it concerns, a code, and a line for engineers. */
    @FunctionalInterface
    interface Faults {
        void add(String part, String code, String detail);
    }

    private SourceCheck() {}

    /** Null where the address is none; other faults are told and leave something out. */
    static @Nullable StreamSource of(
            StreamRole role, ImportBody.StreamLine stream, CameraAddresses where, Faults faults) {
        @Nullable URI uri = uri(stream.url(), where, faults);
        @Nullable String user = stream.username();
        @Nullable String password = stream.password();
        for (@Nullable String secret : new @Nullable String[] {user, password}) {
            if (secret != null && secret.length() > MOST_CREDENTIAL) {
                faults.add("", "length", "a user name or password of more than 200 characters");
            }
        }
        @Nullable StreamTransport transport = Words.transport(stream.transport());
        if (stream.transport() != null && transport == null) {
            faults.add("/transport", "format", "tcp or udp");
        }
        var pins = Pins.check(stream.tlsPins(), (code, detail) -> faults.add("/tlsPins", code, detail));
        Secret secret = user == null || password == null ? null : Secret.of(password);
        return uri == null ? null : new StreamSource(role, uri, user, secret, pins, transport);
    }

    private static @Nullable URI uri(@Nullable String text, CameraAddresses where, Faults faults) {
        if (text == null || text.length() > MOST_ADDRESS) {
            faults.add("/url", text == null ? "required" : "length", "an address of at most 2000 characters");
            return null;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("rtsp") || scheme.equals("rtsps"))) {
                faults.add("/url", "format", "an address like rtsp://host/path");
                return null;
            }
            if (uri.getRawUserInfo() != null) {
                faults.add("/url", "format", "credentials do not belong in the address");
                return null;
            }
            if (!where.mayBe(uri.getHost())) {
                faults.add("/url", "notACamera", "an address of the server's own machine, or link-local");
                return null;
            }
            return uri;
        } catch (URISyntaxException wrong) {
            faults.add("/url", "format", "an address like rtsp://host/path");
            return null;
        }
    }
}
