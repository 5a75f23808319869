package vn.toancanh.server.streams;

import io.javalin.http.Context;
import java.util.Map;
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
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, policy.body());
    }

    private void change(Context context) {
        StreamPolicy.Body wanted = json.body(context, StreamPolicy.Body.class);
        Principal who = Principal.of(context);
        String elsewhere = wanted.relayUrl() == null ? "" : wanted.relayUrl();
        String access = wanted.access() == null ? StreamPolicy.RELAY : wanted.access();
        int sites = wanted.sites() == null ? 0 : wanted.sites().size();
        policy.change(
                wanted,
                sql -> audit.note(
                        sql,
                        who,
                        "streamPolicy.changed",
                        "streamPolicy",
                        Map.of("access", access, "sites", sites, "relayUrl", elsewhere)));
        tell(context);
    }
}
