package vn.toancanh.server.records;

import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Signing;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Signatures under handovers: one each, of somebody else than who handed over, who may manage where it happened; never changed.
 * Any thread; blocks.
 */
final class Acceptances {
    private static final String HANDOVER = "handover";

    private final Database database;
    private final Records records;
    private final Signing signing;
    private final Reach reach;
    private final AuditTrail audit;
    private final Clock clock;

    Acceptances(Database database, Records records, Signing signing, Reach reach, AuditTrail audit, Clock clock) {
        this.database = database;
        this.records = records;
        this.signing = signing;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Signs; the same person once more is no error and changes nothing.
     *
     * @param through in whose session it is signed
     * @throws ApiProblem 404 where there is no such record for whoever is signed in; 403 where name and password are wrong, or are
     *     those of somebody who may not sign here; 409 where it is signed by another, or is no handover
     */
    Records.Kept accept(Principal through, String id, AcceptanceDraft.Checked draft, String address) {
        RecordBody record = records.whole(through, id);
        if (!record.kind().equals(HANDOVER)) {
            throw ApiProblem.of(409, "notAHandover", "Only a handover is taken over");
        }
        Principal signer = signing.check(through, draft.username(), draft.password(), address);
        if (signer.accountId().equals(record.by().id())
                || !reach.any(signer, Level.MANAGE, record.cameraIds(), record.siteId())) {
            throw ApiProblem.forbidden();
        }
        Records.Kept kept = database.write(sql -> {
            RecordBody now = records.find(sql, record.id()).orElseThrow(ApiProblem::notFound);
            RecordBody.Acceptance there = now.acceptance();
            if (there != null) {
                if (!there.by().id().equals(signer.accountId())) {
                    throw ApiProblem.of(409, "alreadyAccepted", "Somebody else has signed this");
                }
                return new Records.Kept(now, false);
            }
            keep(sql, now, signer, draft);
            audit.note(sql, signer, "record.accepted", "record/" + now.id(), facts(through, now, draft));
            return new Records.Kept(records.find(sql, now.id()).orElseThrow(ApiProblem::notFound), true);
        });
        return new Records.Kept(records.told(through, kept.body()), kept.made());
    }

    private void keep(Sql sql, RecordBody record, Principal signer, AcceptanceDraft.Checked draft) throws SQLException {
        sql.change(
                "INSERT INTO acceptance (record_id, account_id, name, signed_at, received_at, comment)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                record.id(),
                signer.accountId(),
                signer.displayName(),
                draft.signedAt().toEpochMilli(),
                clock.now().truncatedTo(ChronoUnit.MILLIS).toEpochMilli(),
                draft.comment());
    }

    private static Map<String, Object> facts(Principal through, RecordBody record, AcceptanceDraft.Checked draft) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("of", record.by().id());
        facts.put("signedAt", draft.signedAt().toString());
        if (!through.accountId().equals(record.by().id())) {
            facts.put("through", through.accountId());
        }
        return facts;
    }
}
