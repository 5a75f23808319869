package vn.toancanh.bench.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.bench.Percentiles;

/**
 * How soon a server answers one desk that asks again and again. A server runs for weeks: the first requests of each kind, which
 * code answers that is still being compiled, are told apart from those after them.
 */
final class Requests {
    private static final int WALL = 64;
    private static final int FIRST_UNCHANGED = 1000;
    private static final int UNCHANGED = 1000;
    private static final int FIRST_GRANTS = 200;
    private static final int GRANTS = 200;

    private final Clock clock;
    private final Line line;
    private final Secret password;
    private final Map<String, Object> figures;
    private int walls;

    private Requests(Clock clock, Line line, Secret password, Map<String, Object> figures) {
        this.clock = clock;
        this.line = line;
        this.password = password;
        this.figures = figures;
    }

    static void measure(Clock clock, Reached server, Secret password, Map<String, Object> figures) throws IOException {
        try (Line line = new Line(server)) {
            new Requests(clock, line, password, figures).run();
        }
    }

    private void run() throws IOException {
        signIn(City.OPERATOR);
        String tag = line.get("/cameras?limit=2000").headers().getOrDefault("etag", "");
        Asking unchanged = () -> ServerBenchmark.expect(304, line.get("/cameras?limit=2000", "If-None-Match", tag));
        tell("firstUnchanged", times(FIRST_UNCHANGED, unchanged));
        tell("unchanged", times(UNCHANGED, unchanged));
        tell("firstGrant", grants(FIRST_GRANTS));
        tell("grant", grants(GRANTS));
        // The same where every site has a word of its own: each grant has to find the one that counts.
        signIn(City.ADMINISTRATOR);
        ServerBenchmark.expect(200, line.putJson("/stream-policy", City.policy()));
        tell("policyGrant", grants(GRANTS));
    }

    private void signIn(String user) throws IOException {
        line.with(ServerBenchmark.token(line, user, password));
    }

    /** One request and its answer. */
    private interface Asking {
        void ask() throws IOException;
    }

    private Percentiles times(int count, Asking one) throws IOException {
        Percentiles took = new Percentiles();
        for (int i = 0; i < count; i++) {
            long begun = clock.nanos();
            one.ask();
            took.add((clock.nanos() - begun) / 1e6);
        }
        return took;
    }

    /** Each wall is of cameras that nobody has asked for yet. */
    private Percentiles grants(int count) throws IOException {
        Percentiles took = new Percentiles();
        for (int i = 0; i < count; i++) {
            if (i % 10 == 0) {
                // Another session: one may hold so many grants only.
                signIn(City.OPERATOR);
            }
            String wishes = wishes(1 + walls * WALL);
            walls++;
            long begun = clock.nanos();
            ServerBenchmark.expect(200, line.post("/stream-sessions", wishes));
            took.add((clock.nanos() - begun) / 1e6);
        }
        return took;
    }

    private static String wishes(int first) {
        List<String> wishes = new ArrayList<>();
        for (int number = first; number < first + WALL; number++) {
            wishes.add("{\"cameraId\":\"" + City.id(number) + "\",\"role\":\"sub\"}");
        }
        return "{\"streams\":[" + String.join(",", wishes) + "]}";
    }

    private void tell(String name, Percentiles took) {
        figures.put(name + "MsP50", ServerBenchmark.rounded(took.at(0.5)));
        figures.put(name + "MsP99", ServerBenchmark.rounded(took.at(0.99)));
    }
}
