package vn.toancanh.bench.server;

import java.util.List;
import java.util.Map;
import vn.toancanh.bench.Targets;

/** What all writers together asked for and were promised, and whether it is there in the end. Any thread. */
record Books(Ledger layouts, Ledger entries, Ledger alarms, Ledger commands) {
    /** What is found in the end, by the names it was given. */
    record Found(List<String> layouts, List<String> entries, List<String> alarms, List<String> commands) {}

    static Books empty() {
        return new Books(new Ledger(), new Ledger(), new Ledger(), new Ledger());
    }

    /** How many promises there are. */
    int acknowledged() {
        return layouts.acknowledged() + entries.acknowledged() + alarms.acknowledged() + commands.acknowledged();
    }

    /**
     * Tells and judges. Where nothing was promised nothing was tried, which is no success.
     *
     * @param audits whether the server takes audit entries
     */
    void judge(Found found, boolean audits, Map<String, Object> figures, Targets targets) {
        int lost = layouts.lost(found.layouts())
                + entries.lost(found.entries())
                + alarms.lost(found.alarms())
                + commands.lost(found.commands());
        int doubled = layouts.doubled(found.layouts())
                + entries.doubled(found.entries())
                + alarms.doubled(found.alarms())
                + commands.doubled(found.commands());
        figures.put("layoutsAcknowledged", layouts.acknowledged());
        figures.put("entriesAcknowledged", entries.acknowledged());
        figures.put("alarmsAcknowledged", alarms.acknowledged());
        figures.put("commandsAcknowledged", commands.acknowledged());
        figures.put("lost", lost);
        figures.put("doubled", doubled);
        targets.atMost("lost", lost, 0);
        targets.atMost("doubled", doubled, 0);
        targets.atLeast("layoutsAcknowledged", layouts.acknowledged(), 1);
        targets.atLeast("entriesAcknowledged", entries.acknowledged(), audits ? 1 : 0);
        targets.atLeast("alarmsAcknowledged", alarms.acknowledged(), 1);
        targets.atLeast("commandsAcknowledged", commands.acknowledged(), 1);
    }
}
