package vn.toancanh.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Threads;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** Simulated cameras as a process of their own, until a signal; steered by lines on standard input. */
public final class SimulatorRun {
    private final Surroundings given;

    public SimulatorRun(Surroundings given) {
        this.given = given;
    }

    public int run(int cameras, int port) {
        Lifetime lifetime = Lifetime.begin();
        SimulatorOptions options = SimulatorOptions.of(
                        cameras, given.folders().cache().resolve("clips"))
                .withPort(port)
                .withProgress((done, total) -> given.say(given.texts().get("demo.coding", done, total)));
        try (Simulator simulator = Simulator.start(options)) {
            given.out().println(given.texts().get("simulate.listening", Integer.toString(simulator.port())));
            simulator
                    .cameras()
                    .forEach(entry -> entry.sources()
                            .forEach(source -> given.out()
                                    .println(entry.camera().number() + " " + source.role() + " " + source.uri())));
            simulator.whenReady().whenComplete((all, failed) -> {
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
