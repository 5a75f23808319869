package vn.toancanh.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.live.LiveWall;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.ScreenReport;
import vn.toancanh.wall.remote.ScreenReport.Result;

/** Says for each screen of this desk what stands on it, one report at a time, and what came of orders until that was heard. Lane: DESK. */
final class ScreenReports {
    /** Hears the server's answer. */
    interface Heard {
        void registered(NodeWindow window, String screen, Registered answer);
    }

    private static final Duration FIRST_BEAT = Duration.ofSeconds(5);

    /** In one report, by the contract; the others go with the next. */
    private static final int MOST_RESULTS = 64;

    private static final class State {
        final List<Result> owed = new ArrayList<>();
        boolean under;
        boolean due = true;
        long next;
    }

    private final CityWalls walls;
    private final Clock clock;
    private final String clientId;
    private final Heard heard;
    private final BiConsumer<String, Failure> refused;
    private final Map<String, State> screens = new HashMap<>();
    private Duration beat = FIRST_BEAT;

    /** @param refused hears of a screen whose report the server would not have */
    ScreenReports(CityWalls walls, Clock clock, String clientId, Heard heard, BiConsumer<String, Failure> refused) {
        this.walls = walls;
        this.clock = clock;
        this.clientId = clientId;
        this.heard = heard;
        this.refused = refused;
    }

    /** Every screen is to report as soon as it can. */
    void dueNow() {
        screens.values().forEach(each -> each.due = true);
    }

    /** Says that with the next report. */
    void owe(String screen, Result result) {
        State state = state(screen);
        if (!state.owed.contains(result)) {
            state.owed.add(result);
        }
    }

    boolean owes(String screen) {
        return !state(screen).owed.isEmpty();
    }

    private State state(String screen) {
        return screens.computeIfAbsent(screen, any -> new State());
    }

    /** Reports, where it is time and no report is under way. */
    void report(String wallId, String screen, NodeWindow window) {
        State state = state(screen);
        if (state.under || !(state.due || clock.nanos() - state.next >= 0)) {
            return;
        }
        state.under = true;
        state.due = false;
        List<Result> said = state.owed.stream().limit(MOST_RESULTS).toList();
        LiveWall.NotLive health = window.wall().live().notLive();
        ScreenReport report = new ScreenReport(
                clientId,
                window.wall().wall().layout(),
                new ScreenHealth(health.of(), health.of() - health.count()),
                said);
        walls.report(wallId, screen, report, outcome -> {
            state.under = false;
            state.next = clock.nanos() + beat.toNanos();
            switch (outcome) {
                case Outcome.Done<Registered>(Registered answer) -> {
                    state.owed.removeAll(said);
                    beat = answer.heartbeat();
                    heard.registered(window, screen, answer);
                }
                case Outcome.Failed<Registered>(Failure failure) -> refused.accept(screen, failure);
            }
        });
    }
}
