package vn.toancanh.server.accounts;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Gate;

/** Asks for the bearer token in the header, nowhere else: addresses end up in logs. */
public final class TokenGate implements Gate {
    private static final String SCHEME = "bearer ";

    private final Sessions sessions;

    TokenGate(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void check(Context context, Access needed) {
        if (needed == Access.ANYONE) {
            return;
        }
        @Nullable String header = context.header("Authorization");
        if (header == null || header.length() > 256 || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiProblem.unauthenticated();
        }
        Principal principal = sessions.authenticate(
                        header.substring(SCHEME.length()).strip())
                .orElseThrow(ApiProblem::unauthenticated);
        let(context, principal, needed);
    }

    @Override
    public void checkAgain(Context context, Access needed) {
        if (needed != Access.ANYONE) {
            // By the session: its access token may have been renewed meanwhile.
            String session = Principal.before(context).sessionId();
            let(context, sessions.current(session).orElseThrow(ApiProblem::unauthenticated), needed);
        }
    }

    private static void let(Context context, Principal principal, Access needed) {
        principal.attachTo(context);
        if (!allowed(principal, needed)) {
            throw ApiProblem.forbidden();
        }
    }

    private static boolean allowed(Principal principal, Access needed) {
        return switch (needed) {
            case ANYONE, SIGNED_IN -> true;
            case VIEW -> principal.may(Level.VIEW);
            case OPERATE -> principal.may(Level.OPERATE);
            case MANAGE, LOCAL_OR_MANAGE -> principal.may(Level.MANAGE);
            case CONFIGURE -> principal.reach().whole(Level.CONFIGURE, null);
            case VIEW_SOMEWHERE -> principal.mayAnywhere(Level.VIEW);
            case OPERATE_SOMEWHERE -> principal.mayAnywhere(Level.OPERATE);
            case MANAGE_SOMEWHERE -> principal.mayAnywhere(Level.MANAGE);
            case CONFIGURE_SOMEWHERE -> principal.mayAnywhere(Level.CONFIGURE);
        };
    }
}
