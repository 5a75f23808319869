package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Drill;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.Option;
import vn.toancanh.bench.Percentiles;
import vn.toancanh.bench.RunFolder;
import vn.toancanh.bench.Targets;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * {@code server}: desks write without pause and watch streams by the relay, the server is killed in the middle again and again
 * and started anew on its data. Is anything gone that it had acknowledged, is anything there twice, is a packet missing?
 */
public final class ServerDrill implements Drill {
    private static final int CAMERAS = 1000;
    private static final int WRITERS = 4;
    private static final int LEAST_UP_MS = 500;
    private static final int SETTLE_MS = 4000;
    /** A tile counts as frozen when it is longer without a picture. */
    private static final int MOST_GAP_MS = 3000;

    private static final int MORE_UP_MS = 3000;

    @Override
    public String name() {
        return "server";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--kills", 20, 1, 10_000),
                Option.whole("--viewers", 8, 0, 64),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int kills = given.get("--kills");
        Random random = new Random(given.get("--seed"));
        Secret password = Secret.of("drill-" + ground.clock().nanos());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("drill", name());
        figures.put("kills", kills);
        figures.put("seed", given.get("--seed"));
        Targets targets = new Targets();
        int viewers = given.get("--viewers");
        SimulatorOptions city =
                SimulatorOptions.of(Math.max(1, viewers), ground.cache().resolve("clips"));
        try (RunFolder folder = RunFolder.make("drill");
                Simulator simulator = Simulator.start(city)) {
            simulator.whenReady().get();
            List<CameraEntry> seen = viewers == 0 ? List.of() : simulator.cameras();
            City.build(folder.path(), CAMERAS, password, simulator.sites(), seen);
            Run run = new Run(ground, folder, password, seen);
            run.go(kills, random, figures, targets);
        }
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.missed().isEmpty() ? 0 : 1;
    }

    /** One run over one folder of data. */
    private record Run(Ground ground, RunFolder folder, Secret password, List<CameraEntry> seen) {
        void go(int kills, Random random, Map<String, Object> figures, Targets targets)
                throws IOException, InterruptedException {
            Writing.Ledgers ledgers = new Writing.Ledgers(new Ledger(), new Ledger());
            Percentiles back = new Percentiles();
            ServerProcess server = new ServerProcess(ground, folder.path(), 0);
            URI address = server.address();
            List<Writing> writers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            @Nullable RelayedViewers viewers = null;
            try {
                String token;
                boolean audits;
                try (Line line = new Line(address)) {
                    audits = line.get("/info").text().contains("\"audit\"");
                    token = ServerBenchmark.token(line, City.OPERATOR, password);
                }
                viewers = RelayedViewers.open(ground, address, token, seen);
                TimeUnit.MILLISECONDS.sleep(SETTLE_MS);
                for (int i = 0; i < WRITERS; i++) {
                    Writing writing = new Writing(address, token, String.format("%04x", i + 1), audits, ledgers);
                    writers.add(writing);
                    Thread thread = Threads.daemon("writer-" + i, writing);
                    threads.add(thread);
                    thread.start();
                }
                for (int i = 1; i <= kills; i++) {
                    TimeUnit.MILLISECONDS.sleep(LEAST_UP_MS + random.nextInt(MORE_UP_MS));
                    server.kill();
                    long killed = ground.clock().nanos();
                    server = new ServerProcess(ground, folder.path(), address.getPort());
                    back.add((ground.clock().nanos() - killed) / 1e6);
                    ground.err()
                            .println("drill: killed " + i + " times, "
                                    + ledgers.layouts().acknowledged() + " layouts acknowledged");
                }
                TimeUnit.MILLISECONDS.sleep(LEAST_UP_MS);
                end(writers, threads);
                viewers.tell(figures);
                targets.atMost("viewersCut", viewers.cut(), 0);
                targets.atMost("packetsLost", viewers.packetsLost(), 0);
                targets.atMost("pictures", seen.isEmpty() || viewers.pictures() > 0 ? 0 : 1, 0);
                targets.atMost("pictureGapMsMax", viewers.longestGapMs(), MOST_GAP_MS);
                judge(address, token, audits, ledgers, figures, targets);
            } finally {
                if (viewers != null) {
                    viewers.close();
                }
                end(writers, threads);
                server.close();
            }
            figures.put("backMsP50", Math.round(back.at(0.5)));
            figures.put("backMsMax", Math.round(back.at(1)));
        }

        private static void end(List<Writing> writers, List<Thread> threads) throws InterruptedException {
            writers.forEach(Writing::end);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private void judge(
                URI address,
                String token,
                boolean audits,
                Writing.Ledgers ledgers,
                Map<String, Object> figures,
                Targets targets)
                throws IOException {
            List<String> layouts = new ArrayList<>();
            List<String> entries = new ArrayList<>();
            try (Line line = new Line(address).with(token)) {
                Writing.all(
                        line,
                        "/layouts?limit=500",
                        item -> layouts.add(item.path("name").asString()));
                if (audits) {
                    line.with(ServerBenchmark.token(line, City.ADMINISTRATOR, password));
                    Writing.all(
                            line,
                            "/audit?limit=500&action=desk.drilled",
                            item -> entries.add(item.path("id").asString()));
                }
            }
            int lost = ledgers.layouts().lost(layouts) + ledgers.entries().lost(entries);
            int doubled = ledgers.layouts().doubled(layouts) + ledgers.entries().doubled(entries);
            figures.put("layoutsAcknowledged", ledgers.layouts().acknowledged());
            figures.put("entriesAcknowledged", ledgers.entries().acknowledged());
            figures.put("lost", lost);
            figures.put("doubled", doubled);
            targets.atMost("lost", lost, 0);
            targets.atMost("doubled", doubled, 0);
        }
    }
}
