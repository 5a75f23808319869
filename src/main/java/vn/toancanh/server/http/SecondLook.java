package vn.toancanh.server.http;

import io.javalin.http.Context;

/**
 * A caller is let through by the head of his request, and its body may come for minutes: somebody who is dismissed meanwhile must not
 * complete what he began. So the gate is asked again when the body is there, and a route asks who calls only then.
 */
public final class SecondLook {
    private static final String AGAIN = "gate.again";
    private static final String TAKEN = "caller.taken";

    private SecondLook() {}

    /** To be asked when the body is there. */
    static void prepare(Context context, Runnable gate) {
        context.attribute(AGAIN, gate);
    }

    /** A route has learned who calls, and judges by that from now on. */
    public static void callerTaken(Context context) {
        context.attribute(TAKEN, true);
    }

    /**
     * The body is there.
     *
     * @throws ApiProblem 401 or 403 where the caller may no longer
     * @throws IllegalStateException where the route has looked at its caller too early
     */
    static void bodyIsThere(Context context) {
        if (context.attribute(TAKEN) != null) {
            throw new IllegalStateException("the caller was judged before the body came");
        }
        if (context.attribute(AGAIN) instanceof Runnable gate) {
            gate.run();
        }
    }
}
