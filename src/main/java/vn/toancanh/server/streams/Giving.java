package vn.toancanh.server.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.StreamRelay;

/**
 * The grants of one request. Each is judged by itself; what is the same for all, their times and where the relay is, is worked out
 * once, and the relay is told of all by one word. One thread; may block.
 */
final class Giving {
    private final OpenGrants open;
    private final CameraRights rights;
    private final Principal principal;
    private final GrantAddress.From address;
    private final GrantTerms.Ends ends;
    private final List<String> given = new ArrayList<>();
    private final List<Allowance> untold = new ArrayList<>();

    Giving(OpenGrants open, CameraRights rights, Principal principal, GrantAddress.From address, GrantTerms.Ends ends) {
        this.open = open;
        this.rights = rights;
        this.principal = principal;
        this.address = address;
        this.ends = ends;
    }

    /**
     * Gives one, or gives it anew.
     *
     * @throws ApiProblem 404 where there is no such stream, or none that he may see; a grant that he had ends then
     */
    GrantBody give(Admission admission, Inventory.Found found) {
        if (!found.cameraThere() || !rights.may(principal, Level.VIEW, admission.cameraId())) {
            open.remove(admission.grantId());
            throw ApiProblem.notFound();
        }
        Inventory.Source source = Optional.ofNullable(found.source()).orElseThrow(Giving::noSuchStream);
        OpenGrants.Open one = new OpenGrants.Open(admission, ends.nanos(), ends.offlineNanos());
        open.put(one);
        given.add(admission.grantId());
        one.allowance(source).ifPresent(untold::add);
        return GrantBody.granted(admission, address.of(admission, source), ends);
    }

    static ApiProblem noSuchStream() {
        return ApiProblem.of(404, "noSuchStream", "The camera offers no stream of this role");
    }

    /** Has the relay let them in. What has ended meanwhile may have been cut before it was let in, and is cut once more. */
    void tell(StreamRelay relay) {
        if (!untold.isEmpty()) {
            relay.admit(List.copyOf(untold));
        }
        given.forEach(id -> open.ifEnded(id, relay::cutGrant));
    }
}
