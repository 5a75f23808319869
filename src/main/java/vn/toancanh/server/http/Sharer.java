package vn.toancanh.server.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletRequest;

/** Whose part of a {@link Room} a request takes: the account's or device's that calls, or else the place's where it comes from. */
public final class Sharer {
    static final String ATTRIBUTE = Sharer.class.getName();

    private Sharer() {}

    /**
     * A gate has learned who calls.
     *
     * @param id that nobody else has, of an account or of a device
     */
    public static void is(Context context, String id) {
        context.attribute(ATTRIBUTE, id);
    }

    static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "at " + Origin.of(request.getRemoteAddr());
    }
}
