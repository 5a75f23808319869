package vn.toancanh.server.alarms;

import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Gate;
import vn.toancanh.server.http.Sharer;

/** Who sends something in, by the bearer token: a device's, or else a session's. Any thread; blocks. */
final class Callers {
    /** More than hands can do; it stops a program that runs wild with a person's session. */
    private static final int PEOPLE_PER_MINUTE = 1200;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SCHEME = "bearer ";

    private final Webhooks webhooks;
    private final Gate gate;
    private final Allowance allowance;

    Callers(Webhooks webhooks, Gate gate, Clock clock) {
        this.webhooks = webhooks;
        this.gate = gate;
        this.allowance = new Allowance(MINUTE, clock);
    }

    /**
     * Lets a caller through, who has one request less left afterwards.
     *
     * @return who it is as the body begins to come; see {@link #of}
     * @throws ApiProblem 401, 403, or 429 with the time to wait
     */
    Caller let(Context context) {
        Caller caller = known(context);
        @Nullable Webhook webhook = caller.webhook();
        int wait = allowance.take(caller.key(), 1, webhook == null ? PEOPLE_PER_MINUTE : webhook.perMinute());
        if (wait > 0) {
            throw ApiProblem.passing(429, "tooManyRequests", "Too many; wait", wait);
        }
        return caller;
    }

    /**
     * The caller, as he stands when the body is there.
     *
     * @throws ApiProblem 401 or 403 where he may no longer
     */
    Caller of(Context context) {
        return known(context);
    }

    private Caller known(Context context) {
        @Nullable String header = context.header("Authorization");
        String token = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : "";
        if (!token.startsWith(Webhooks.PREFIX) || token.length() > 128) {
            gate.check(context, Access.OPERATE_SOMEWHERE);
            return Caller.of(Principal.before(context));
        }
        Webhook webhook = webhooks.authenticate(token).orElseThrow(ApiProblem::unauthenticated);
        context.attribute("caller", "webhook:" + webhook.id());
        Caller device = Caller.of(webhook);
        Sharer.is(context, device.key());
        return device;
    }
}
