package vn.toancanh.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.demo.Demo;
import vn.toancanh.app.demo.DemoOptions;

@Command(name = "demo", description = "${bundle:demo.about}")
final class DemoCommand implements Callable<Integer>, Checked {
    private static final int USUAL_TILES = 36;

    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--tiles", paramLabel = "N", descriptionKey = "demo.tiles")
    private @Nullable Integer tiles;

    @Option(names = "--cameras", paramLabel = "N", descriptionKey = "demo.cameras")
    private int cameras = 40;

    @Option(names = "--monitors", paramLabel = "N", descriptionKey = "demo.monitors")
    private int monitors = 1;

    @Option(names = "--layout", paramLabel = "NAME", descriptionKey = "demo.layout")
    private @Nullable String layout;

    @Option(names = "--seconds", paramLabel = "S", descriptionKey = "wall.seconds")
    private @Nullable Integer seconds;

    @Option(names = "--snapshot", paramLabel = "DIR", descriptionKey = "wall.snapshot")
    private @Nullable Path snapshot;

    DemoCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public void check() {
        if (tiles != null) {
            common.within(given.texts(), "--tiles", tiles, 1, 100);
        }
        common.within(given.texts(), "--cameras", cameras, 1, 1000);
        common.within(given.texts(), "--monitors", monitors, 1, 8);
        if (tiles != null && cameras < tiles && layout == null) {
            throw common.wrong(given.texts().get("demo.fewCameras", tiles, cameras));
        }
        if (seconds != null) {
            common.within(given.texts(), "--seconds", seconds, 1, 604_800);
        }
        if (snapshot != null) {
            common.writable(given.texts(), snapshot);
        }
    }

    @Override
    public Integer call() throws Exception {
        check();
        return new Demo(
                        given,
                        new DemoOptions(
                                Math.min(tiles == null ? USUAL_TILES : tiles, cameras),
                                cameras,
                                monitors,
                                Optional.ofNullable(layout),
                                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                                Optional.ofNullable(snapshot)))
                .run();
    }
}
