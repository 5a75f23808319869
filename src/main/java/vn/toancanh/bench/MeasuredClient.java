package vn.toancanh.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Clock;

/** The operator client as a process of its own, filling a screen with live tiles, with settings of its own. */
public final class MeasuredClient implements AutoCloseable {
    static final String RUNTIME = "XDG_RUNTIME_DIR";
    static final String TEMPORARY = "tmp";

    private static final String SAID = "client.out";
    private static final long ASK_EVERY_MILLIS = 500;
    private static final long LOOK_MILLIS = 20;

    private final Ground ground;
    private final Path folder;
    private final Process process;
    private final int tiles;
    /** What its log told before this start, bytes. */
    private final long toldBefore;

    MeasuredClient(Ground ground, BenchCity city, String display, int tiles) throws IOException {
        this(ground, city, city.server(), display, tiles);
    }

    /** Showing what these words ask for, or, where there are none, what it showed when it was ended. */
    public MeasuredClient(Ground ground, BenchCity city, String display, int tiles, List<String> shown)
            throws IOException {
        this(ground, city, city.server(), display, tiles, shown);
    }

    /** At another server than the city's own. */
    MeasuredClient(Ground ground, BenchCity city, URI server, String display, int tiles) throws IOException {
        this(ground, city, server, display, tiles, List.of("--tiles", Integer.toString(tiles), "--kiosk"));
    }

    private MeasuredClient(Ground ground, BenchCity city, URI server, String display, int tiles, List<String> shown)
            throws IOException {
        this.ground = ground;
        this.folder = city.folder();
        this.tiles = tiles;
        List<String> words = new ArrayList<>(List.of(
                "client",
                "--server",
                server.toString(),
                "--user",
                BenchCity.OPERATOR,
                "--password-file",
                city.passwordFile().toString(),
                "--leash"));
        words.addAll(shown);
        this.toldBefore = Files.exists(log()) ? Files.size(log()) : 0;
        this.process = start(display, words);
    }

    private Process start(String display, List<String> words) throws IOException {
        ProcessBuilder builder = process(words);
        builder.redirectOutput(folder.resolve(SAID).toFile());
        builder.environment().put("DISPLAY", display);
        // A folder of its own for what is short-lived, so that what it leaves there can be told from others' files.
        Path temporary = Files.createDirectories(folder.resolve(TEMPORARY));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return builder.start();
    }

    private ProcessBuilder process(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(ground.wall().apply(words)).redirectErrorStream(true);
        for (String kind : List.of("XDG_DATA_HOME", "XDG_STATE_HOME", RUNTIME)) {
            builder.environment().put(kind, folder.resolve(kind).toString());
        }
        return builder;
    }

    /** Runs another command of the same user and waits for its end; gives its exit status. */
    int command(List<String> words) throws IOException, InterruptedException {
        return process(words)
                .redirectOutput(folder.resolve("command.out").toFile())
                .start()
                .waitFor();
    }

    /**
     * Waits until every tile is live.
     *
     * @return where each tile's picture is on the screen
     * @throws IOException where that takes longer than {@code patience}
     */
    public List<WallProbe.Spot> awaitLive(Clock clock, Duration patience) throws IOException, InterruptedException {
        return awaitLive(clock, patience, tiles);
    }

    /** The same where other cameras are shown than at first: so many. */
    List<WallProbe.Spot> awaitLive(Clock clock, Duration patience, int tiles) throws IOException, InterruptedException {
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
        throw new IOException(
                live + " of " + tiles + " tiles are live; the client said: " + String.join(" | ", said()));
    }

    /** Shows so many cameras in the order of their numbers, the first being at that place in it, from 1. */
    public void show(int first, int count) throws IOException {
        ask("page " + first + " " + count);
    }

    /** Shows these cameras, each in a tile, by their numbers. */
    public void show(List<Integer> cameras) throws IOException {
        ask("show " + OpenBenchmark.words(cameras));
    }

    /** Has cameras take turns in a tile, counted from 1. */
    public void turns(int tile, List<Integer> cameras) throws IOException {
        ask("turns " + tile + " " + OpenBenchmark.words(cameras));
    }

    private List<WallProbe.Spot> liveSpots() {
        return status().stream()
                .flatMap(status -> status.tiles().stream())
                .filter(ClientStatus.Tile::live)
                .map(ClientStatus.Tile::spot)
                .toList();
    }

    /** What the client says now; empty where it does not answer. */
    public Optional<ClientStatus> status() {
        return ClientStatus.ask(socket(), ground.clock());
    }

    /** Asks something of it, as {@code app.client.LeashWords} says. */
    void ask(String words) throws IOException {
        OutputStream leash = process.getOutputStream();
        leash.write((words + "\n").getBytes(StandardCharsets.UTF_8));
        leash.flush();
    }

    /** Where it answers who asks for its status. */
    public Path socket() {
        return folder.resolve(RUNTIME).resolve("toan-canh").resolve("status-" + process.pid() + ".sock");
    }

    /**
     * When every camera had its tile, after the start of the process, milliseconds, as its log tells of this start;
     * negative where it does not.
     */
    long placedMillis() throws IOException {
        if (!Files.exists(log())) {
            return -1;
        }
        byte[] all = Files.readAllBytes(log());
        // A log that was begun anew tells of nothing else.
        int from = all.length < toldBefore ? 0 : (int) toldBefore;
        return StartLines.placedMillis(new String(all, from, all.length - from, StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    private Path log() {
        return folder.resolve("XDG_STATE_HOME").resolve("toan-canh").resolve("client.log");
    }

    /**
     * Waits until every camera has its tile, in the window of its monitor. Asks nothing of it meanwhile: whoever is asked has less time
     * for what he does.
     *
     * @return after the start of the process, milliseconds
     * @throws IOException where that takes longer than {@code patience}, or other tiles stand there than so many
     */
    long awaitPlaced(Clock clock, Duration patience, int tiles) throws IOException, InterruptedException {
        long until = clock.nanos() + patience.toNanos();
        while (clock.nanos() < until && process.isAlive()) {
            long placed = placedMillis();
            if (placed >= 0) {
                int there = status().map(status -> status.tiles().size()).orElse(0);
                if (there != tiles) {
                    throw new IOException(there + " of " + tiles + " tiles are back");
                }
                return placed;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IOException("the wall did not come back; the client said: " + String.join(" | ", said()));
    }

    long pid() {
        return process.pid();
    }

    /** False once it has ended. */
    public boolean running() {
        return process.isAlive();
    }

    /** What it printed. */
    public List<String> said() throws IOException {
        return Files.readAllLines(folder.resolve(SAID));
    }

    /** The client and its decoder workers. */
    List<ProcessHandle> processes() {
        return Usage.tree(process.toHandle());
    }

    /** SIGKILL, and waits until it is gone: as a power cut does, it gives no session back. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
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
