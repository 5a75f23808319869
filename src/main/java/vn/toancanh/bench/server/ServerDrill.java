package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
import vn.toancanh.server.audit.StoredAudit;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * {@code server}: desks write without pause and watch streams by the relay, the server is killed in the middle again and again
 * and started anew on its data. Is anything gone that it had acknowledged, is anything there twice, is a packet missing, has the
 * session ended, does the chain of the audit trail hold?
 */
public final class ServerDrill implements Drill {
    private static final int CAMERAS = 1000;
    private static final int WRITERS = 4;
    private static final int LEAST_UP_MS = 500;
    private static final int SETTLE_MS = 4000;
    /** A tile counts as frozen when it is longer without a picture. */
    private static final int MOST_GAP_MS = 3000;

    private static final int MORE_UP_MS = 3000;

    /** So long a server that was started anew is waited for until it acknowledges something. */
    private static final int PATIENCE_MS = 30_000;

    private static final int STEP_MS = 20;
    private static final String WALL =
            "{\"name\":\"Drill\",\"screens\":[{\"id\":\"s1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";

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
            chain(folder.path(), figures, targets);
        }
        figures.put("missed", targets.missed());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.status();
    }

    /** Checks the audit trail that was written across all kills. */
    private static void chain(Path data, Map<String, Object> figures, Targets targets) {
        try (StoredAudit audit = StoredAudit.open(data)) {
            boolean holds = audit.check(null).fault() == null;
            figures.put("chainHolds", holds);
            targets.atLeast("chainHolds", holds ? 1 : 0, 1);
        }
    }

    /** One run over one folder of data. */
    private record Run(Ground ground, RunFolder folder, Secret password, List<CameraEntry> seen) {
        void go(int kills, Random random, Map<String, Object> figures, Targets targets)
                throws IOException, InterruptedException {
            Books books = Books.empty();
            Percentiles back = new Percentiles();
            ServerProcess server = new ServerProcess(ground, folder.path(), 0);
            URI address = server.address();
            List<Writing> writers = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            @Nullable RelayedViewers viewers = null;
            @Nullable SignedIn operator = null;
            try {
                boolean audits = prepare(address);
                operator = SignedIn.as(address, City.OPERATOR, password);
                Threads.daemon("renews", operator).start();
                viewers = RelayedViewers.open(ground, address, operator, seen);
                TimeUnit.MILLISECONDS.sleep(SETTLE_MS);
                for (int i = 0; i < WRITERS; i++) {
                    Writing writing = new Writing(address, operator, String.format("%04x", i + 1), audits, books);
                    writers.add(writing);
                    Thread thread = Threads.daemon("writer-" + i, writing);
                    threads.add(thread);
                    thread.start();
                }
                int fewest = Integer.MAX_VALUE;
                for (int i = 1; i <= kills; i++) {
                    int before = books.acknowledged();
                    TimeUnit.MILLISECONDS.sleep(LEAST_UP_MS + random.nextInt(MORE_UP_MS));
                    fewest = Math.min(fewest, acknowledgedSince(before, books));
                    server.kill();
                    long killed = ground.clock().nanos();
                    server = new ServerProcess(ground, folder.path(), address.getPort());
                    back.add((ground.clock().nanos() - killed) / 1e6);
                    ground.err()
                            .println("drill: killed " + i + " times, " + books.acknowledged() + " writes acknowledged");
                }
                int before = books.acknowledged();
                TimeUnit.MILLISECONDS.sleep(LEAST_UP_MS);
                figures.put("fewestAcknowledged", Math.min(fewest, acknowledgedSince(before, books)));
                targets.atLeast("fewestAcknowledged", Math.min(fewest, acknowledgedSince(before, books)), 1);
                operator.end();
                figures.put("renewals", operator.renewed());
                targets.atLeast("renewals", operator.renewed(), 1);
                targets.atMost("sessionsLost", operator.lost(), 0);
                end(writers, threads);
                viewers.tell(figures);
                targets.atMost("viewersCut", viewers.cut(), 0);
                targets.atMost("packetsLost", viewers.packetsLost(), 0);
                targets.atMost("pictures", seen.isEmpty() || viewers.pictures() > 0 ? 0 : 1, 0);
                targets.atMost("pictureGapMsMax", viewers.longestGapMs(), MOST_GAP_MS);
                judge(address, audits, books, figures, targets);
            } finally {
                if (operator != null) {
                    operator.end();
                }
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

        /** Makes what is written to; true where the server takes audit entries. */
        private boolean prepare(URI address) throws IOException {
            try (Line line = new Line(address)) {
                boolean audits = line.get("/info").text().contains("\"audit\"");
                line.with(ServerBenchmark.token(line, City.ADMINISTRATOR, password));
                ServerBenchmark.expect(200, line.putJson("/walls/" + Keyed.WALL, WALL, "If-Match", "\"0\""));
                return audits;
            }
        }

        /** How many writes were acknowledged since; waits for one. A server that takes none is no drill. */
        private static int acknowledgedSince(int before, Books books) throws InterruptedException {
            for (int waited = 0; waited < PATIENCE_MS && books.acknowledged() == before; waited += STEP_MS) {
                TimeUnit.MILLISECONDS.sleep(STEP_MS);
            }
            return books.acknowledged() - before;
        }

        private void judge(URI address, boolean audits, Books books, Map<String, Object> figures, Targets targets)
                throws IOException {
            List<String> layouts = new ArrayList<>();
            List<String> entries = new ArrayList<>();
            List<String> alarms = new ArrayList<>();
            List<String> commands = new ArrayList<>();
            try (Line line = new Line(address)) {
                line.with(ServerBenchmark.token(line, City.OPERATOR, password));
                Writing.all(line, "/layouts?limit=500", item -> layouts.add(text(item, "/name")));
                Writing.all(line, "/alarms?limit=500", item -> alarms.add(text(item, "/title")));
                line.with(ServerBenchmark.token(line, City.ADMINISTRATOR, password));
                if (audits) {
                    Writing.all(line, "/audit?limit=500&action=desk.drilled", item -> entries.add(text(item, "/id")));
                }
                // Each command is an entry of the trail, made in its own transaction.
                Writing.all(
                        line,
                        "/audit?limit=500&action=wall.message",
                        item -> commands.add(new JsonMapper()
                                .readTree(text(item, "/facts/args"))
                                .path("text")
                                .asString()));
            }
            books.judge(new Books.Found(layouts, entries, alarms, commands), audits, figures, targets);
        }

        private static String text(JsonNode item, String pointer) {
            return item.at(pointer).asString();
        }
    }
}
