package vn.toancanh.bench.hands;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Drill;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.Option;
import vn.toancanh.bench.Targets;
import vn.toancanh.server.streams.StreamPolicy;

/**
 * {@code hands}: somebody enlarges tiles and makes them smaller again, turns pages, calls cameras up, swaps, blanks, zooms and switches
 * layouts while cameras fail in every way the simulator knows, one at a time, one fault over another and all at once, paths bring
 * pictures late, and decoder workers fall, also while the relay stands still. Does any tile ever count as live over a picture of before,
 * or over another camera's? Is every tile back when all is whole?
 */
public final class HandsDrill implements Drill {
    /** A tile that waits for its rare try comes back at last within a minute. */
    private static final Duration BACK_PATIENCE = Duration.ofSeconds(90);

    /** Fewer pictures than these of what is judged may not be readable, percent, or the drill sees too little. */
    private static final int LEAST_READ = 70;

    /** How many acts there are at least before some must have enlarged a tile. */
    private static final int ACTS_THAT_ENLARGE = 20;

    @Override
    public String name() {
        return "hands";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.of("--minutes", 10, 0.1, 10_000),
                Option.whole("--tiles", 36, 4, 100),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE),
                Option.whole("--direct", 0, 0, 1));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        boolean direct = given.get("--direct") == 1;
        StreamPolicy.Way way = direct ? StreamPolicy.Way.DIRECT : StreamPolicy.Way.RELAY;
        Random random = new Random(given.get("--seed"));
        try (HandledWall wall = new HandledWall(ground, given.get("--tiles"), way, random)) {
            long begun = ground.clock().nanos();
            wall.go(Duration.ofSeconds(Math.round(given.number("--minutes") * 60)));
            HandledWall.Rest rest = wall.comeToRest(BACK_PATIENCE);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("drill", name());
            figures.put("tiles", given.get("--tiles"));
            figures.put("streams", direct ? "direct" : "relay");
            figures.put("seed", given.get("--seed"));
            figures.put("seconds", (ground.clock().nanos() - begun) / 1_000_000_000L);
            figures.put("acts", wall.hands().acts());
            figures.put("actsByKind", wall.hands().done());
            figures.put("faults", wall.broken().thrown());
            figures.put("ofAllCameras", wall.mishaps().ofAll());
            figures.put("workersStruck", wall.mishaps().blows());
            figures.put("relayStoppedAndWorkerFelled", wall.mishaps().both());
            figures.put("latePaths", wall.paths().thrown());
            tell(wall.truth(), figures);
            figures.put("sentLateMsMax", wall.lag().mostMillis());
            figures.put("keptDark", rest.dark());
            figures.put("unrecovered", rest.notLive());
            List<String> missed = missed(wall, rest);
            figures.put("missed", missed);
            ground.out().println(new JsonMapper().writeValueAsString(figures));
            return missed.isEmpty() ? 0 : 1;
        }
    }

    private static void tell(TruthWatch truth, Map<String, Object> figures) {
        figures.put("lies", truth.lies());
        figures.put("wrongCamera", truth.lies(TileTruth.Kind.OTHER_CAMERA));
        figures.put("old", truth.lies(TileTruth.Kind.OLD));
        figures.put("standing", truth.lies(TileTruth.Kind.STANDS) + truth.lies(TileTruth.Kind.STANDS_AGAIN));
        figures.put("lyingMsMax", truth.lyingMsMax());
        figures.put("fxStallMsMax", truth.stallMsMax());
        figures.put("blindMsMax", truth.blindMsMax());
        figures.put("lateLooks", truth.lateShown());
        figures.put("enlargedLooks", truth.enlarged());
        figures.put("readPercent", truth.readPercent());
    }

    /** Names of the targets that were not met. */
    private static List<String> missed(HandledWall wall, HandledWall.Rest rest) throws IOException {
        Targets targets = new Targets();
        targets.atMost("lies", wall.truth().lies(), 0);
        targets.atMost("unrecovered", rest.notLive(), 0);
        targets.atLeast("readPercent", Math.round(wall.truth().readPercent()), LEAST_READ);
        // Keys that go nowhere would find nothing.
        int expected = wall.hands().acts() >= ACTS_THAT_ENLARGE ? 1 : 0;
        targets.atLeast("enlargedLooks", wall.truth().enlarged(), expected);
        return targets.missed();
    }
}
