package vn.toancanh.server.alarms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;

/**
 * Who sends something in: a person with a session, or a device with a token of its own.
 *
 * @param kind {@code person} or {@code webhook}
 * @param id the account's, or the token's
 * @param principal for the record and, with a person, for rights
 * @param webhook null with a person
 */
record Caller(
        String kind,
        String id,
        String name,
        Principal principal,
        @Nullable Webhook webhook) {
    /** Tells it from every other sender. */
    String key() {
        return kind + ' ' + id;
    }

    static Caller of(Principal person) {
        return new Caller("person", person.accountId(), person.displayName(), person, null);
    }

    /** A device has no session and no role: as a principal it may nothing. */
    static Caller of(Webhook webhook) {
        Principal nobody = new Principal(
                "webhook:" + webhook.id(),
                "webhook:" + webhook.id(),
                "webhook:" + webhook.id(),
                webhook.name(),
                "webhook",
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
        return new Caller("webhook", webhook.id(), webhook.name(), nobody, webhook);
    }
}
