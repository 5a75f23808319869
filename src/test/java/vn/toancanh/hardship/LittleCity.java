package vn.toancanh.hardship;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Secret;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.simulator.CodedLoops;
import vn.toancanh.simulator.Simulator;
import vn.toancanh.simulator.SimulatorOptions;

/** A server and a few simulated cameras in this process, and how an operator screen signs in there by itself. */
final class LittleCity implements AutoCloseable {
    static final int CAMERAS = 9;
    static final String OPERATOR = "truc";
    static final String PASSWORD = "mot-mat-khau-dai";

    final CentralServer server;
    final Simulator simulator;
    private final Path password;

    private LittleCity(CentralServer server, Simulator simulator, Path password) {
        this.server = server;
        this.simulator = simulator;
        this.password = password;
    }

    /** @param folder for the password, and where options say so for the server's data */
    static LittleCity start(Path folder, ServerOptions options) throws Exception {
        Simulator simulator =
                Simulator.start(SimulatorOptions.of(CAMERAS, CodedLoops.FOLDER).withBurst(true));
        CentralServer server = CentralServer.start(options);
        server.accounts().create(OPERATOR, "Trực ban", Accounts.OPERATOR, Secret.of(PASSWORD));
        server.inventory().merge(simulator.sites(), simulator.cameras());
        simulator.whenReady().get(8, TimeUnit.MINUTES);
        return new LittleCity(server, simulator, folder.resolve("mat-khau"));
    }

    static LittleCity start(Path folder) throws Exception {
        return start(folder, ServerOptions.at(folder.resolve("server")));
    }

    /** Words of an operator screen with all cameras, on a leash. */
    String[] client(String... more) throws IOException {
        Files.writeString(password, PASSWORD);
        List<String> words = new ArrayList<>(List.of(
                "client",
                "--server",
                server.baseUri().toString(),
                "--user",
                OPERATOR,
                "--password-file",
                password.toString(),
                "--tiles",
                Integer.toString(CAMERAS),
                "--leash"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        server.close();
        simulator.close();
    }
}
