package vn.toancanh.server.streams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.inventory.Words;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.store.StoreException;

/** Grants as a relay is shown them: those that are taken up again are in the audit trail, whatever the server before came to. */
public final class NotedGrants implements Grants {
    private static final Logger LOG = LoggerFactory.getLogger(NotedGrants.class);

    private final Grants grants;
    private final Sessions sessions;
    private final GrantNotes notes;

    public NotedGrants(Grants grants, Sessions sessions, GrantNotes notes) {
        this.grants = grants;
        this.sessions = sessions;
        this.notes = notes;
    }

    @Override
    public List<Allowance> takeUp(List<Allowance> known) {
        List<Allowance> standing = grants.takeUp(known);
        Map<String, List<GrantNotes.Granted>> bySession = new LinkedHashMap<>();
        for (Allowance each : standing) {
            Admission of = each.admission();
            bySession
                    .computeIfAbsent(of.sessionId(), session -> new ArrayList<>())
                    .add(new GrantNotes.Granted(of.grantId(), of.cameraId(), Words.of(of.role()), StreamPolicy.RELAY));
        }
        bySession.forEach(this::note);
        return standing;
    }

    private void note(String session, List<GrantNotes.Granted> taken) {
        try {
            sessions.standing(session).ifPresent(who -> notes.noteTakenUp(who, taken));
        } catch (StoreException refused) {
            // Those pictures stand on walls already, and were noted, but for the last moment of the server before.
            LOG.error("{} grants that are taken up could not be noted", taken.size(), refused);
        }
    }

    @Override
    public List<Allowance> all() {
        return grants.all();
    }

    @Override
    public @Nullable Admission of(String grantId) {
        return grants.of(grantId);
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        return grants.ended(watching);
    }
}
