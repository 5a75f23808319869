package vn.toancanh.central;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.deeds.Deed;
import vn.toancanh.shift.HandoverDeed;

/** A deed that is a handover, on its way among the server's records. Blocks; for threads named NET. */
final class HandoverPost {
    private static final Logger LOG = LoggerFactory.getLogger(HandoverPost.class);

    /** What will be refused as often as it is sent. */
    private static final Set<Kind> FOR_GOOD = EnumSet.of(Kind.BAD_INPUT, Kind.CONFLICT, Kind.FORBIDDEN);

    private final Caller caller;
    private final CentralOptions options;

    HandoverPost(Caller caller, CentralOptions options) {
        this.caller = caller;
        this.options = options;
    }

    static boolean isOne(Deed deed) {
        return deed.action().equals(HandoverDeed.ACTION);
    }

    /**
     * Tells it.
     *
     * @return false where the server will not have it
     * @throws FailureException where it may be told later
     */
    boolean tell(Login login, Deed deed) {
        if (!login.offers("records")) {
            return false;
        }
        try {
            caller.ask(
                    login,
                    new Request.Builder()
                            .url(login.path("records").build())
                            .post(caller.wire().body(body(deed))),
                    Void.class,
                    options.answer());
            return true;
        } catch (FailureException fault) {
            if (FOR_GOOD.contains(fault.failure().kind())) {
                LOG.warn(
                        "the server will not have handover {}: {}",
                        deed.id(),
                        fault.failure().detail());
                return false;
            }
            throw fault;
        } catch (JacksonException damaged) {
            LOG.error("handover {} is no document", deed.id(), damaged);
            return false;
        }
    }

    private Map<String, Object> body(Deed deed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", deed.id().toString());
        body.put("kind", "handover");
        body.put("title", fact(deed, HandoverDeed.TITLE));
        body.put("siteId", fact(deed, HandoverDeed.SITE));
        body.put("beganAt", fact(deed, HandoverDeed.BEGAN));
        body.put("endedAt", fact(deed, HandoverDeed.ENDED));
        body.put("signedAt", deed.doneAt().toString());
        body.put("content", caller.wire().json().readTree(fact(deed, HandoverDeed.DOCUMENT)));
        return body;
    }

    private static String fact(Deed deed, String name) {
        return deed.facts().getOrDefault(name, "");
    }
}
