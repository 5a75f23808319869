package vn.toancanh.server.accounts;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.SecondLook;
import vn.toancanh.server.http.Sharer;

/**
 * Who calls, by the token of the request.
 *
 * @param reach what his role may do where
 * @param settledRevision the catalogue's revision since which what he sees follows from the cameras' own changes alone
 * @param validity on which days the account may sign in
 */
public record Principal(
        String sessionId,
        String accountId,
        String username,
        String displayName,
        Reach reach,
        long settledRevision,
        Instant accessExpiresAt,
        Instant refreshExpiresAt,
        Validity validity) {
    private static final String ATTRIBUTE = "principal";

    /** Somebody of a role that is stored nowhere; rights narrowed to a site reach nothing. */
    public Principal(
            String sessionId,
            String accountId,
            String username,
            String displayName,
            String roleId,
            List<Right> rights,
            Instant accessExpiresAt,
            Instant refreshExpiresAt) {
        this(
                sessionId,
                accountId,
                username,
                displayName,
                new Reach(Role.of(roleId, rights), SiteTree.EMPTY),
                0,
                accessExpiresAt,
                refreshExpiresAt,
                Validity.ALWAYS);
    }

    public Role role() {
        return reach.role();
    }

    public String roleId() {
        return role().id();
    }

    public List<Right> rights() {
        return role().rights();
    }

    /** 0 to 100; the higher one may take a camera's head over from the lower. */
    public int ptzPriority() {
        return role().ptzPriority();
    }

    /** True where a right without site and tag reaches that level: for what concerns the whole city. */
    public boolean may(Level level) {
        return reach.everywhere(level);
    }

    /** True where some right reaches that level somewhere: for doors behind which every single thing is checked. */
    public boolean mayAnywhere(Level level) {
        return reach.anywhere(level);
    }

    void attachTo(Context context) {
        context.attribute(ATTRIBUTE, this);
        context.attribute("caller", username);
        Sharer.is(context, accountId);
    }

    /** The caller of a route that asks for a session; where the route takes a body, when that is there. */
    public static Principal of(Context context) {
        SecondLook.callerTaken(context);
        return before(context);
    }

    /** The caller as the head of the request names him, for who asks again later. */
    public static Principal before(Context context) {
        if (context.attribute(ATTRIBUTE) instanceof Principal principal) {
            return principal;
        }
        throw ApiProblem.unauthenticated();
    }
}
