package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Lane;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;

/** All that stands, told to a relay that was found or started. Whoever gives it is the relay's one reader meanwhile. */
record Briefing(Neighbour relay, Lane lane) {
    private static final Logger LOG = LoggerFactory.getLogger(Briefing.class);

    /**
     * Tells it.
     *
     * @param knowsNothing false: it may know grants of a server that was here before, which are taken up first
     * @throws IOException where it falls meanwhile
     */
    void give(Grants standing, boolean knowsNothing) throws IOException {
        List<Allowance> all;
        if (knowsNothing) {
            all = standing.all();
        } else {
            relay.socket().write(new Order.Tell());
            all = standing.takeUp(held());
            LOG.info("the relay goes on with {} grants", all.size());
        }
        for (Order.Admit some : Order.Admit.lines(all)) {
            relay.socket().write(some);
        }
        relay.socket().write(new Order.Settle());
        cutWhatEnded(standing, all);
    }

    /** What ended meanwhile was cut by an order that may have come before the one that let it in. */
    private void cutWhatEnded(Grants standing, List<Allowance> told) throws IOException {
        List<String> ended = told.stream()
                .map(each -> each.admission().grantId())
                .filter(id -> standing.of(id) == null)
                .toList();
        if (!ended.isEmpty()) {
            relay.socket().write(new Order.Cut(ended, List.of()));
        }
    }

    private List<Allowance> held() throws IOException {
        List<Allowance> all = new ArrayList<>();
        while (true) {
            // What is asked about its viewers meanwhile is asked again.
            if (relay.soon(lane) instanceof Word.Held some) {
                some.grants().forEach(each -> all.add(each.allowance()));
                if (some.last()) {
                    return all;
                }
            }
        }
    }
}
