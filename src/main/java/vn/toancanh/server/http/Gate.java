package vn.toancanh.server.http;

import io.javalin.http.Context;

/** Lets a request through to its route or refuses it. */
@FunctionalInterface
public interface Gate {
    /**
     * Leaves who calls with the request, for the route.
     *
     * @throws ApiProblem 401 or 403
     */
    void check(Context context, Access needed);
}
