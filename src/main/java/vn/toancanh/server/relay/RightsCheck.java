package vn.toancanh.server.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Looks every few seconds whether those who watch still may, so that rights which were lost without a word end too. */
final class RightsCheck {
    /** A right that is lost is found within this and a moment. */
    private static final Duration PERIOD = Duration.ofSeconds(3);

    private final Relay relay;
    private boolean underWay;
    private long next;

    RightsCheck(Relay relay) {
        this.relay = relay;
    }

    /** On the relay's thread; what blocks is done beside it. */
    void tick(long now, Collection<Dialogue> dialogues) {
        if (underWay || now - next < 0) {
            return;
        }
        next = now + PERIOD.toNanos();
        Set<Admission> watching = new HashSet<>();
        for (Dialogue each : dialogues) {
            Admission admission = each.admission();
            if (admission != null) {
                watching.add(admission);
            }
        }
        if (!watching.isEmpty()) {
            underWay = true;
            Admissions who = relay.admissions();
            relay.elsewhere(() -> look(who, watching));
        }
    }

    private void look(Admissions who, Set<Admission> watching) {
        Set<Admission> over = Set.of();
        try {
            over = who.ended(watching);
        } catch (RuntimeException unknown) {
            relay.warn("check", "rights of viewers could not be looked at: " + unknown);
        }
        relay.execute(() -> underWay = false);
        if (!over.isEmpty()) {
            relay.cut(over::contains);
        }
    }
}
