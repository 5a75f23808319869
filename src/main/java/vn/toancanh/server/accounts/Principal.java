package vn.toancanh.server.accounts;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import vn.toancanh.server.http.ApiProblem;

/** Who calls, by the token of the request. */
public record Principal(
        String sessionId,
        String accountId,
        String username,
        String displayName,
        String roleId,
        List<Right> rights,
        Instant accessExpiresAt,
        Instant refreshExpiresAt) {
    private static final String ATTRIBUTE = "principal";

    public Principal {
        rights = List.copyOf(rights);
    }

    /** True where a right without a site reaches that level. Rights narrowed to a site do not count yet. */
    public boolean may(Level level) {
        return rights.stream()
                .anyMatch(right -> right.siteId() == null && right.level().compareTo(level) >= 0);
    }

    void attachTo(Context context) {
        context.attribute(ATTRIBUTE, this);
        context.attribute("caller", username);
    }

    /** The caller of a route that asks for a session. */
    public static Principal of(Context context) {
        if (context.attribute(ATTRIBUTE) instanceof Principal principal) {
            return principal;
        }
        throw ApiProblem.unauthenticated();
    }
}
