package vn.toancanh.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.streams.StreamPolicy;

/**
 * {@code crash}: every few seconds a decoder worker of the running client falls, hangs or is killed. Does the screen go on,
 * do the tiles of the other workers notice, how soon are those of the struck one back, and what is left in the end?
 */
final class CrashDrill implements Drill {
    @Override
    public String name() {
        return "crash";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.whole("--tiles", 36, 1, 100),
                Option.whole("--minutes", 10, 1, 10_000),
                Option.whole("--seed", 1, 0, Integer.MAX_VALUE));
    }

    @Override
    public int run(Ground ground, Arguments given) throws Exception {
        int tiles = given.get("--tiles");
        Duration time = Duration.ofMinutes(given.get("--minutes"));
        try (WatchedWall wall = new WatchedWall(ground, tiles, StreamPolicy.Way.DIRECT)) {
            long stallBefore = calmStall(wall);
            Blows blows = new Blows(ground, wall, new Random(given.get("--seed")));
            blows.strike(time);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("drill", name());
            figures.put("tiles", tiles);
            figures.put("seed", given.get("--seed"));
            figures.put("minutes", given.get("--minutes"));
            figures.put("fxStallMsMax", wall.stallMsMax());
            figures.put("fxStallMsBefore", stallBefore);
            figures.putAll(blows.figures());
            figures.put("blindMsMax", wall.blindMsMax());
            WallFigures seen = new WallFigures(wall.records().values());
            figures.put("foreignAlarms", seen.falseAlarms());
            figures.put("foreignAlarmStates", seen.alarmStates());
            figures.put("lies", seen.lies());
            figures.put("livePercent", seen.livePercent());
            List<String> left = leftBehind(ground, wall, blows);
            figures.put("leftBehind", left.size());
            figures.put("left", left.stream().limit(20).toList());
            List<String> missed = missed(wall, blows, seen, left);
            figures.put("missed", missed);
            ground.out().println(new JsonMapper().writeValueAsString(figures));
            return missed.isEmpty() ? 0 : 1;
        }
    }

    /** How long the thread that paints is held up where nothing falls, over the seconds before the first blow. */
    private static long calmStall(WatchedWall wall) throws InterruptedException {
        java.util.concurrent.TimeUnit.SECONDS.sleep(5);
        wall.forgetStalls();
        java.util.concurrent.TimeUnit.SECONDS.sleep(10);
        long calm = wall.stallMsMax();
        wall.forgetStalls();
        return calm;
    }

    private static List<String> leftBehind(Ground ground, WatchedWall wall, Blows blows)
            throws IOException, InterruptedException {
        wall.endClient();
        Leftovers leftovers =
                new Leftovers(wall.client().pid(), blows.workers(), wall.city().folder());
        List<String> left = leftovers.await(ground.clock());
        leftovers.removeDumps();
        return left;
    }

    /** Names of the targets that were not met. */
    private static List<String> missed(WatchedWall wall, Blows blows, WallFigures seen, List<String> left) {
        Targets targets = new Targets();
        targets.atMost("fxStallMsMax", wall.stallMsMax(), 100);
        targets.atMost("foreignFramesLost", blows.foreignFramesLost(), 0);
        targets.atMost("foreignAlarms", seen.falseAlarms(), 0);
        targets.atMost("tilesBackMsP95", blows.backMsP95(), 3000);
        targets.atMost("tilesNotBack", blows.notBack(), 0);
        targets.atMost("lies", seen.lies(), 0);
        targets.atMost("leftBehind", left.size(), 0);
        return targets.missed();
    }
}
