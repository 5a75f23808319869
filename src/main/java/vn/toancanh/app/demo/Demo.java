package vn.toancanh.app.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Lifetime;
import vn.toancanh.app.Scratch;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/**
 * A whole city on one machine: central server and simulated cameras in this process, an operator of its own, and the client
 * as a child process. What the demo's client and server keep lies apart from the user's own.
 */
public final class Demo {
    private static final String OPERATOR = "truc";
    private static final String LAYOUTS = "layouts";
    private static final int COUNT_STEP = 4;
    private static final long LOOK_MILLIS = 200;

    private final Surroundings given;
    private final DemoOptions options;

    public Demo(Surroundings given, DemoOptions options) {
        this.given = given;
        this.options = options;
    }

    /** Runs until the client ends, its time is over, or a signal comes; gives the exit status. */
    public int run() throws IOException {
        Scratch.prepare(given.folders().cache());
        Path data = Folders.madePrivate(given.folders().data().resolve("demo"));
        Lifetime lifetime = Lifetime.begin();
        given.say(given.texts().get("demo.starting", options.cameras()));
        SimulatorOptions city = SimulatorOptions.of(
                        options.cameras(), given.folders().cache().resolve("clips"))
                .withBurst(true)
                .withProgress(this::coded);
        CompletableFuture<Simulator> starting = begin(city);
        try (CentralServer server = server(data, starting);
                Simulator simulator = joined(starting);
                Handle _ = simulator.answerProbes()) {
            Secret password = operator(server.accounts());
            server.inventory().merge(simulator.sites(), simulator.cameras());
            removeFormer(server, simulator);
            putLayouts(server);
            if (!coded(simulator, lifetime)) {
                return Exit.FAILED;
            }
            given.say(given.texts()
                    .get(
                            "demo.ready",
                            Integer.toString(simulator.port()),
                            server.baseUri().toString()));
            int status = client(lifetime, data, server.baseUri(), password);
            // Before the cameras, or it would tell of each that it is gone.
            server.relay().close();
            return status;
        } catch (StoreException refused) {
            throw refused.asFailure();
        } finally {
            lifetime.ended();
        }
    }

    /** Simulated cameras of an earlier demo that this one does not have. */
    private static void removeFormer(CentralServer server, Simulator simulator) {
        Set<CameraId> now =
                simulator.cameras().stream().map(entry -> entry.camera().id()).collect(Collectors.toSet());
        server.inventory().keys().stream()
                .map(Inventory.Key::id)
                .filter(id -> Simulator.simulates(id) && !now.contains(id))
                .forEach(server.inventory()::remove);
    }

    /** The example layouts, which lie beside the launcher; what is wrong with one is said and stops nothing. */
    private void putLayouts(CentralServer server) {
        Path folder = Path.of(System.getProperty("toancanh.home", "."), LAYOUTS);
        server.layouts().publish(folder, OPERATOR).faults().forEach(fault -> given.say(fault.words(given.texts())));
    }

    /** The server; where it cannot start, the cameras end too. */
    private static CentralServer server(Path data, CompletableFuture<Simulator> starting) {
        try {
            return CentralServer.start(ServerOptions.at(data.resolve("server")));
        } catch (RuntimeException refused) {
            starting.thenAccept(Simulator::close)
                    .exceptionally(alsoFailed -> null)
                    .join();
            throw refused;
        }
    }

    private static CompletableFuture<Simulator> begin(SimulatorOptions city) {
        CompletableFuture<Simulator> starting = new CompletableFuture<>();
        Threads.daemon("simulator-start", () -> {
                    try {
                        starting.complete(Simulator.start(city));
                    } catch (RuntimeException | Error failed) {
                        starting.completeExceptionally(failed);
                    }
                })
                .start();
        return starting;
    }

    /** The cameras, which start beside the server; where the server fails first, they end with this process. */
    private static Simulator joined(CompletableFuture<Simulator> starting) {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void coded(int done, int total) {
        if (done % COUNT_STEP == 0 || done == total) {
            given.say(given.texts().get("demo.coding", done, total));
        }
    }

    /** Waits for the scenes; false where the end came first. */
    private static boolean coded(Simulator simulator, Lifetime lifetime) {
        var ready = simulator.whenReady();
        while (true) {
            try {
                ready.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException goesOn) {
                if (lifetime.over(java.time.Duration.ofMillis(1))) {
                    return false;
                }
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof FailureException known) {
                    throw known;
                }
                throw new FailureException(
                        Failure.of(Failure.Kind.INTERNAL, "scenes could not be coded: " + failed.getCause(), failed));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** The demo's operator, with a password that only this run knows. */
    private static Secret operator(Accounts accounts) {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        Secret password = Secret.of(HexFormat.of().formatHex(bytes));
        if (!accounts.setPassword(OPERATOR, password)) {
            accounts.create(OPERATOR, "Trực ban", Accounts.OPERATOR, password);
        }
        return password;
    }

    private int client(Lifetime lifetime, Path data, URI server, Secret password) throws IOException {
        given.say(given.texts().get("demo.client"));
        Path secret = PasswordFile.write(given.folders().runtime(), password);
        try (ClientProcess client = ClientProcess.start(given, command(server, secret), data)) {
            while (client.running() && !lifetime.over(java.time.Duration.ofMillis(LOOK_MILLIS))) {
                // both are looked at in turn
            }
            if (client.running()) {
                given.say(given.texts().get("demo.ending"));
            }
            int status = client.end();
            if (status == Exit.DONE || client.result().isPresent()) {
                client.result().ifPresent(line -> given.out().println(line));
            } else if (!lifetime.isOver()) {
                given.say(given.texts()
                        .get("demo.clientFell", status, given.folders().state().toString()));
            }
            return status;
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    private List<String> command(URI server, Path secret) {
        List<String> words = new ArrayList<>(List.of(
                "client",
                "--server",
                server.toString(),
                "--user",
                OPERATOR,
                "--password-file",
                secret.toString(),
                "--tiles",
                Integer.toString(options.tiles()),
                "--monitors",
                Integer.toString(options.monitors()),
                "--lang",
                given.texts().language().locale().getLanguage(),
                "--leash"));
        options.layout().ifPresent(name -> words.addAll(List.of("--layout", name)));
        options.seconds().ifPresent(seconds -> words.addAll(List.of("--seconds", Long.toString(seconds.toSeconds()))));
        options.snapshot()
                .map(Path::toAbsolutePath)
                .ifPresent(folder -> words.addAll(List.of("--snapshot", folder.toString())));
        return given.jvm().wallCommand(words);
    }

    /** The result of a client, if it printed one. */
    static Optional<String> resultOf(String line) {
        return line.startsWith("{") && line.endsWith("}") ? Optional.of(line) : Optional.empty();
    }
}
