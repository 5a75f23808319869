package vn.toancanh.server.http;

import io.javalin.http.Context;

/** Lets a request through to its route or refuses it. */
public interface Gate {
    /**
     * Leaves who calls with the request, for the route.
     *
     * @throws ApiProblem 401 or 403
     */
    void check(Context context, Access needed);

    /**
     * Asks again about whoever was let through before, when the body is there: it may have come for minutes. Leaves with the
     * request who he is now.
     *
     * @throws ApiProblem 401 or 403
     */
    void checkAgain(Context context, Access needed);
}
