package vn.toancanh.server.streams;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;

/** {@code /stream-policy}: which way grants lead. */
public final class PolicyEndpoints implements Endpoints {
    private final StreamPolicy policy;
    private final AuditTrail audit;
    private final Json json;

    public PolicyEndpoints(StreamPolicy policy, AuditTrail audit, Json json) {
        this.policy = policy;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/stream-policy", Access.CONFIGURE, this::tell)
                .put("/stream-policy", Access.CONFIGURE, this::change);
    }

    private void tell(Context context) {
        StreamPolicy.Body body = policy.body();
        context.header("ETag", policy.tag(body)).header("Cache-Control", "no-store");
        json.answer(context, 200, body);
    }

    private void change(Context context) {
        StreamPolicy.Body wanted = json.body(context, StreamPolicy.Body.class);
        Principal who = Principal.of(context);
        String access = wanted.access() == null ? StreamPolicy.RELAY : wanted.access();
        @Nullable String seen = context.header("If-Match");
        policy.change(
                wanted,
                seen == null ? null : seen.strip(),
                sql -> audit.note(
                        sql,
                        who,
                        StreamPolicy.CHANGED,
                        StreamPolicy.SUBJECT,
                        StreamPolicy.facts(access, wanted.sites(), wanted.relayUrl())));
        tell(context);
    }
}
