package vn.toancanh.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Clock;

/** The operator client as a process of its own, filling a screen with live tiles, with settings of its own. */
final class MeasuredClient implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SAID = "client.out";
    private static final long ASK_EVERY_MILLIS = 500;

    private final Ground ground;
    private final Path folder;
    private final Process process;
    private final int tiles;

    MeasuredClient(Ground ground, BenchCity city, String display, int tiles) throws IOException {
        this.ground = ground;
        this.folder = city.folder();
        this.tiles = tiles;
        this.process = start(
                display,
                List.of(
                        "client",
                        "--server",
                        city.server().toString(),
                        "--user",
                        BenchCity.OPERATOR,
                        "--password-file",
                        city.passwordFile().toString(),
                        "--tiles",
                        Integer.toString(tiles),
                        "--kiosk",
                        "--leash"),
                ProcessBuilder.Redirect.to(folder.resolve(SAID).toFile()));
    }

    private Process start(String display, List<String> words, ProcessBuilder.Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ground.wall().apply(words));
        builder.redirectOutput(output)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(SAID).toFile()));
        builder.environment().put("DISPLAY", display);
        for (String kind : List.of("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")) {
            builder.environment().put(kind, folder.resolve(kind).toString());
        }
        return builder.start();
    }

    /**
     * Waits until every tile is live.
     *
     * @return where each tile's picture is on the screen
     * @throws IOException where that takes longer than {@code patience}
     */
    List<WallProbe.Spot> awaitLive(Clock clock, Duration patience) throws IOException, InterruptedException {
        long until = clock.nanos() + patience.toNanos();
        long live = 0;
        while (clock.nanos() < until && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
            List<WallProbe.Spot> spots = liveSpots();
            live = spots.size();
            if (live == tiles) {
                return spots;
            }
        }
        throw new IOException(live + " of " + tiles + " tiles are live; the client said: "
                + String.join(" | ", Files.readAllLines(folder.resolve(SAID))));
    }

    private List<WallProbe.Spot> liveSpots() throws IOException, InterruptedException {
        Process status = start("", List.of("status", "--json"), ProcessBuilder.Redirect.PIPE);
        String answer = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<WallProbe.Spot> spots = new ArrayList<>();
        if (status.waitFor() != 0) {
            return spots;
        }
        try {
            for (JsonNode tile : JSON.readTree(answer).path(0).path("tiles")) {
                if (tile.path("live").asBoolean()) {
                    spots.add(new WallProbe.Spot(
                            tile.path("x").asInt(),
                            tile.path("y").asInt(),
                            tile.path("width").asInt(),
                            tile.path("height").asInt()));
                }
            }
        } catch (JacksonException cut) {
            throw new IOException("the client's status could not be read", cut);
        }
        return spots;
    }

    /** The client and its decoder workers. */
    List<ProcessHandle> processes() {
        return Usage.tree(process.toHandle());
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
