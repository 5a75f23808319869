package vn.toancanh.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.control.Word;

/**
 * Makes worker processes and keeps some in readiness: started, libVLC loaded, nothing to play. A JVM with libVLC takes one to
 * two seconds to start where the processors are busy; a spare one plays at once. Lane: POOL.
 */
final class WorkerHosts {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerHosts.class);

    private final WorkerLauncher launcher;
    private final PoolOptions options;
    private final Lane lane;
    private final Clock clock;
    private final Backoff backoff;
    private final List<WorkerHost> spares = new ArrayList<>();
    private final Map<Integer, WorkerHost> numbered = new HashMap<>();
    private long notBefore;

    WorkerHosts(WorkerLauncher launcher, PoolOptions options, Lane lane, Clock clock, Backoff backoff) {
        this.launcher = launcher;
        this.options = options;
        this.lane = lane;
        this.clock = clock;
        this.backoff = backoff;
        this.notBefore = clock.nanos();
    }

    /** True where one could play at once, or nearly. */
    boolean hasSpare() {
        return !spares.isEmpty();
    }

    /**
     * A process for a seat: a spare one, rather one that is ready, or one that has just begun.
     *
     * @throws IOException if no process can be made
     */
    WorkerHost take(WorkerHost.Owner owner) throws IOException {
        rest();
        WorkerHost spare = spares.stream()
                .filter(WorkerHost::isReady)
                .findFirst()
                .orElse(spares.isEmpty() ? null : spares.getFirst());
        if (spare != null) {
            spares.remove(spare);
            spare.ownedBy(owner);
            LOG.info("worker {} (pid {}) was spare and gets a seat", spare.number(), spare.pid());
            return spare;
        }
        return launch(owner);
    }

    /** Of the spare ones. */
    List<WorkerFacts> facts() {
        return spares.stream().map(WorkerHost::facts).toList();
    }

    /** No spare is started before that. */
    void noSpareFor(Duration pause) {
        wait(pause);
    }

    /** No spare is started for a while: those who play come first. */
    private void rest() {
        notBefore = Math.max(notBefore, clock.nanos() + options.spareAfter().toNanos());
    }

    private WorkerHost launch(WorkerHost.Owner owner) throws IOException {
        numbered.values().removeIf(host -> host.pid() == 0);
        int number = 1;
        while (numbered.containsKey(number)) {
            number++;
        }
        WorkerHost host = new WorkerHost(number, options, lane, clock, owner);
        host.launch(launcher);
        numbered.put(number, host);
        return host;
    }

    /**
     * Once every heartbeat: looks after the spare ones and starts what is missing of them, one at a time.
     *
     * @param wanted how many there should be
     * @param calm false where those who play need the machine for themselves
     */
    void beat(int wanted, boolean calm) {
        List.copyOf(spares).forEach(WorkerHost::beat);
        boolean starting = spares.stream().anyMatch(spare -> !spare.isReady());
        if (calm && spares.size() < wanted && !starting && clock.nanos() >= notBefore) {
            Spare idle = new Spare();
            try {
                WorkerHost host = launch(idle);
                idle.host = host;
                spares.add(host);
            } catch (IOException | RuntimeException bad) {
                LOG.warn("no spare worker: {}", bad.toString());
                wait(backoff.next());
            }
        } else if (spares.size() > wanted && !starting) {
            spares.removeLast().end();
        }
    }

    private void wait(Duration pause) {
        notBefore = Math.max(notBefore, clock.nanos() + pause.toNanos());
    }

    void close() {
        spares.forEach(WorkerHost::end);
        spares.clear();
    }

    /** Nobody's worker: only its end matters. */
    private final class Spare implements WorkerHost.Owner {
        @Nullable
        WorkerHost host;

        @Override
        public void ready() {
            backoff.reset();
        }

        @Override
        public void heard(Word word) {}

        @Override
        public void stuck(long millis, int stream) {}

        @Override
        public void gone(WorkerHost.Fall fall) {
            spares.removeIf(spare -> spare.equals(host));
            WorkerHosts.this.wait(backoff.next());
        }
    }
}
