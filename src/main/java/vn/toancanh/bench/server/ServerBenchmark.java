package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Benchmark;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.Option;
import vn.toancanh.bench.Percentiles;
import vn.toancanh.bench.RunFolder;
import vn.toancanh.bench.Targets;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.central.CentralClient;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.central.InventoryUpload;
import vn.toancanh.server.accounts.Accounts;

/**
 * {@code server}: a city's catalogue whole, changed and unchanged, grants for a wall, and events to many desks, of a server that
 * is a process of its own.
 */
public final class ServerBenchmark implements Benchmark {
    private static final int CHANGED = 100;
    private static final int EVENTS = 20;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final long EVENT_PATIENCE_MS = 10_000;
    private static final int ROUNDS = 5;
    /** Desks that share an account; the server allows some more. */
    private static final int AN_ACCOUNT = 50;

    @Override
    public String name() {
        return "server";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--cameras", 40_210, 1000, 200_000),
                Option.whole("--desks", 500, 1, 4000),
                Option.whole("--streams", 64, 0, 1000),
                Option.whole("--tls", 0, 0, 1));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int cameras = given.get("--cameras");
        int desks = given.get("--desks");
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", name());
        figures.put("cameras", cameras);
        figures.put("desks", desks);
        boolean encrypted = given.get("--tls") == 1;
        // What the relay costs is measured by plain RTSP.
        int streams = encrypted ? 0 : given.get("--streams");
        figures.put("streams", streams);
        figures.put("tls", encrypted);
        Secret password = Secret.of("measure-" + ground.clock().nanos());
        try (RunFolder folder = RunFolder.make("server");
                RelayedPart relayed = RelayedPart.of(ground, streams)) {
            ground.err().println("bench: " + cameras + " cameras…");
            City.build(folder.path(), cameras, password, relayed.sites(), relayed.cameras());
            try (ServerProcess server =
                    new ServerProcess(ground, folder.path(), 0, encrypted, List.of("--offline-grace", "1"))) {
                catalogue(ground, server.reached(), cameras + streams, password, figures);
                Requests.measure(ground.clock(), server.reached(), password, figures);
                events(ground, server, desks, password, figures);
                relayed.measure(server, password, figures);
            }
        }
        Targets targets = ServerFigures.judge(figures, streams);
        figures.put("missed", targets.missed().stream().sorted().toList());
        ground.out().println(new JsonMapper().writeValueAsString(figures));
        return targets.status();
    }

    /** As the client does it: whole, parsed and put together. */
    private static void catalogue(
            Ground ground, Reached server, int cameras, Secret password, Map<String, Object> figures) {
        ThreadLane desk = new ThreadLane("DESK");
        CentralClient client = new CentralClient(CentralOptions.standard("bench"), desk, ground.clock(), server.pins());
        try {
            signIn(desk, client, server.address(), password);
            Percentiles whole = new Percentiles();
            String token = "";
            for (int i = 0; i < ROUNDS; i++) {
                long begun = ground.clock().nanos();
                CatalogueUpdate update = fetch(desk, client, "");
                whole.add((ground.clock().nanos() - begun) / 1e6);
                if (!(update instanceof CatalogueUpdate.Whole all)
                        || all.contents().cameras().size() != cameras) {
                    throw new IllegalStateException("the catalogue did not come whole");
                }
                token = all.contents().syncToken();
                if (i == 0) {
                    figures.put("firstSyncMs", rounded(whole.at(1)));
                }
            }
            figures.put("syncMs", rounded(whole.at(0.5)));
            figures.put("deltaMs", rounded(delta(ground, desk, client, server, password, token)));
        } finally {
            client.close();
            desk.close();
        }
    }

    private static double delta(
            Ground ground, Lane desk, CentralClient client, Reached server, Secret password, String before) {
        InventoryUpload upload = new InventoryUpload(CentralOptions.standard("bench"), ground.clock(), server.pins());
        List<Integer> lines = new ArrayList<>();
        for (int line = 1; line <= CHANGED; line++) {
            lines.add(line);
        }
        Percentiles took = new Percentiles();
        String token = before;
        for (int i = 0; i < ROUNDS; i++) {
            upload.send(
                    server.address(),
                    City.ADMINISTRATOR,
                    password,
                    List.of(),
                    City.cameras(1 + i * CHANGED, CHANGED, " (" + i + ")"),
                    lines);
            long begun = ground.clock().nanos();
            CatalogueUpdate update = fetch(desk, client, token);
            took.add((ground.clock().nanos() - begun) / 1e6);
            if (!(update instanceof CatalogueUpdate.Delta delta)
                    || delta.changed().size() != CHANGED) {
                throw new IllegalStateException("the change did not come as a change");
            }
            token = delta.syncToken();
        }
        return took.at(0.5);
    }

    private static void signIn(Lane desk, CentralClient client, URI server, Secret password) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        desk.execute(() -> client.sessions().signIn(server, City.OPERATOR, password, done::complete));
        done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static CatalogueUpdate fetch(Lane desk, CentralClient client, String token) {
        CompletableFuture<Outcome<CatalogueUpdate>> answer = new CompletableFuture<>();
        desk.execute(() -> client.catalogue().fetch(token, answer::complete));
        return switch (answer.orTimeout(120, TimeUnit.SECONDS).join()) {
            case Outcome.Done<CatalogueUpdate>(CatalogueUpdate update) -> update;
            case Outcome.Failed<CatalogueUpdate>(Failure failure) -> throw new FailureException(failure);
        };
    }

    private static void events(
            Ground ground, ServerProcess server, int count, Secret password, Map<String, Object> figures)
            throws IOException, InterruptedException {
        try (Line line = new Line(server.reached());
                Desks desks = new Desks(ground.clock())) {
            line.with(token(line, City.ADMINISTRATOR, password));
            while (desks.count() < count) {
                desks.join(server.reached(), token(line, watcher(line, desks.count(), password), password));
            }
            ground.err().println("bench: " + count + " desks listen");
            line.with(token(line, password));
            double cpu = server.cpuSeconds();
            TimeUnit.NANOSECONDS.sleep(STEADY.toNanos());
            double steady = (server.cpuSeconds() - cpu) / STEADY.toSeconds() * 100;
            Percentiles heard = new Percentiles();
            for (int i = 0; i < EVENTS; i++) {
                String name = "bench " + i;
                desks.hear(() -> expect(201, line.post("/layouts", layout(name, "global"))), EVENT_PATIENCE_MS)
                        .forEach(heard::add);
            }
            figures.put("steadyCpuPercent", rounded(steady));
            figures.put("eventMsP50", rounded(heard.at(0.5)));
            figures.put("eventMsP99", rounded(heard.at(0.99)));
        }
    }

    /** Who sits at that desk; makes the account where he is the first of it. */
    private static String watcher(Line line, int desk, Secret password) throws IOException {
        String name = City.OPERATOR + "-" + desk / AN_ACCOUNT;
        if (desk % AN_ACCOUNT == 0) {
            Map<String, String> user = Map.of(
                    "username", name, "displayName", name, "roleId", Accounts.OPERATOR, "password", password.reveal());
            expect(201, line.post("/users", new JsonMapper().writeValueAsString(user)));
        }
        return name;
    }

    static String layout(String name, String scope) {
        return "{\"name\":\"" + name + "\",\"scope\":\"" + scope + "\",\"grid\":{\"columns\":1,\"rows\":1},"
                + "\"cells\":[{\"x\":0,\"y\":0,\"w\":1,\"h\":1,\"content\":{\"type\":\"empty\"}}]}";
    }

    private static String token(Line line, Secret password) throws IOException {
        return token(line, City.OPERATOR, password);
    }

    /** Signs in. */
    static String token(Line line, String user, Secret password) throws IOException {
        return signIn(line, user, password).path("accessToken").asString();
    }

    /** Signs in; the answer with both tokens. */
    static JsonNode signIn(Line line, String user, Secret password) throws IOException {
        Line.Answer answer =
                line.post("/sessions", "{\"username\":\"" + user + "\",\"password\":\"" + password.reveal() + "\"}");
        expect(201, answer);
        return new JsonMapper().readTree(answer.text());
    }

    static void expect(int status, Line.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("the server answers " + answer.status() + ": " + answer.text());
        }
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
