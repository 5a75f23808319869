package vn.toancanh.central;

import java.net.URI;
import java.util.Locale;
import okhttp3.HttpUrl;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;

/** Where the contract's paths begin at a server the user named. */
final class ServerAddress {
    private ServerAddress() {}

    /**
     * The root of version 1 of the contract there.
     *
     * @throws FailureException {@code BAD_INPUT} where it is no web address, {@code UNSUPPORTED} where passwords would
     *     travel in the clear
     */
    static HttpUrl api(URI server) {
        HttpUrl url = HttpUrl.parse(server.toString());
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty() || url.query() != null) {
            throw new FailureException(
                    Failure.of(Kind.BAD_INPUT, "no server address").withText("central.badAddress"));
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            throw new FailureException(Failure.of(Kind.UNSUPPORTED, "plain http to " + url.host())
                    .withText("central.insecure", url.host()));
        }
        HttpUrl.Builder root = url.newBuilder().fragment(null);
        if (url.pathSegments().getLast().isEmpty()) {
            root.removePathSegment(url.pathSize() - 1);
        }
        return root.addPathSegment("api").addPathSegment("v1").build();
    }

    /** By the name alone: asking a name server here would let it decide what is safe. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
