package vn.toancanh.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;
import vn.toancanh.inventory.InventoryFile;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Simulated cameras as a process of their own, until a signal; steered by lines on standard input. */
public final class SimulatorRun {
    private static final int COUNT_STEP = 4;

    private final Surroundings given;

    public SimulatorRun(Surroundings given) {
        this.given = given;
    }

    /**
     * Runs until a signal; gives the exit status.
     *
     * @param list where to write the cameras as a list to import; empty: nowhere
     */
    public int run(int cameras, int port, Optional<Path> list) {
        Lifetime lifetime = Lifetime.begin();
        SimulatorOptions options = SimulatorOptions.of(
                        cameras, given.folders().cache().resolve("clips"))
                .withPort(port)
                .withProgress((done, total) -> {
                    if (done % COUNT_STEP == 0 || done == total) {
                        given.say(given.texts().get("demo.coding", done, total));
                    }
                });
        try (Simulator simulator = Simulator.start(options);
                Handle _ = simulator.answerProbes()) {
            given.out().println(given.texts().get("simulate.listening", Integer.toString(simulator.port())));
            simulator
                    .cameras()
                    .forEach(entry -> entry.sources()
                            .forEach(source -> given.out()
                                    .println(entry.camera().number() + " " + source.role() + " " + source.uri())));
            if (list.isPresent()) {
                write(simulator, list.get());
                given.say(given.texts().get("simulate.listed", list.get().toString()));
            } else {
                given.say(given.texts().get("simulate.noList"));
            }
            var _ = simulator.whenReady().whenComplete((all, failed) -> {
                if (failed != null && failed.getCause() instanceof FailureException known) {
                    given.say(given.texts().of(known.failure()));
                }
            });
            Threads.daemon("steering", () -> steer(simulator)).start();
            lifetime.await();
        } finally {
            lifetime.ended();
        }
        return Exit.DONE;
    }

    /** The file holds the cameras' password: nobody else may read it. */
    private static void write(Simulator simulator, Path list) {
        try {
            writeForOwner(simulator, list);
        } catch (IOException refused) {
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + list, refused)
                    .withText("app.unwritable", list.toString()));
        }
    }

    private static void writeForOwner(Simulator simulator, Path list) throws IOException {
        Files.deleteIfExists(list);
        FileAttribute<?>[] ownerOnly =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createFile(list, ownerOnly);
        InventoryFile.write(
                simulator.sites(), simulator.cameras(), Files.newBufferedWriter(list, StandardCharsets.UTF_8));
    }

    private void steer(Simulator simulator) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String answer = simulator.control().take(line);
                if (!answer.isEmpty()) {
                    given.out().println(answer);
                }
            }
        } catch (IOException gone) {
            given.say(gone.toString());
        }
    }
}
