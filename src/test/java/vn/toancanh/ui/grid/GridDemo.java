package vn.toancanh.ui.grid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Threads;
import vn.toancanh.wall.GridShape;

/**
 * Shows the grid over drawn pictures, with a tile in every state, or measures what painting costs.
 * Arguments: language, tiles a side, width, height, seconds, {@code states} or {@code measure}.
 */
final class GridDemo {
    private GridDemo() {}

    @SuppressWarnings("BusyWait") // a program for a person to look at, not a test
    public static void main(String[] args) throws Exception {
        Language language = Language.ofTag(args[0]);
        int side = Integer.parseInt(args[1]);
        long millis = Long.parseLong(args[4]) * 1000;
        boolean measure = args[5].equals("measure");
        CompletableFuture<GridRig> made = new CompletableFuture<>();
        Platform.startup(() -> {
            int tiles = side * side;
            GridRig rig = new GridRig(
                    language,
                    GridShape.uniform(side, side),
                    15,
                    measure ? tiles : tiles - 1,
                    Double.parseDouble(args[2]),
                    Double.parseDouble(args[3]));
            if (!measure) {
                spoil(rig, side);
            }
            made.complete(rig);
        });
        GridRig rig = made.join();
        if (measure) {
            Thread.sleep(12_000);
            double before = cpuSeconds();
            long pulses = rig.view.pulses();
            Thread.sleep(millis);
            double cores = (cpuSeconds() - before) * 1000 / millis;
            System.out.printf(
                    "%d tiles: %.3f cores, %.3f %% of a core a tile, %.1f pulses/s%n",
                    side * side, cores, 100 * cores / (side * side), (rig.view.pulses() - pulses) * 1000.0 / millis);
        } else {
            Thread.sleep(millis);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void spoil(GridRig rig, int side) {
        rig.refused.put(GridRig.id(side + 1), Failure.Kind.FORBIDDEN);
        rig.desk.showCamera(side + 2, GridRig.id(950));
        Thread later = Threads.daemon("spoil", () -> {
            pause(3000);
            Platform.runLater(() -> {
                rig.player(2).pictures.stop();
                rig.refused.put(GridRig.id(side), Failure.Kind.UNREACHABLE);
                rig.player(side).fail(Failure.Kind.UNREACHABLE);
                rig.player(side + 3).fail(Failure.Kind.UNSUPPORTED);
                rig.player(2 * side).fail(Failure.Kind.CREDENTIALS);
                rig.desk.selectTile(0);
            });
            pause(3500);
            Platform.runLater(() -> rig.player(3).pictures.stop());
        });
        later.start();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static double cpuSeconds() throws Exception {
        String[] fields = Files.readString(Path.of("/proc/self/stat"))
                .split("\\) ", -1)[1]
                .split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }
}
