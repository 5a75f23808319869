package vn.toancanh.app;

import java.nio.file.Path;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;

/** The central server as a process of its own, until a signal. */
public final class ServerRun {
    private final Surroundings given;

    public ServerRun(Surroundings given) {
        this.given = given;
    }

    public int run(Path data, int port, int relayPort) {
        Lifetime lifetime = Lifetime.begin();
        Scratch.prepare(given.folders().cache());
        ServerOptions options = ServerOptions.at(data.toAbsolutePath(), port).withRelayPort(relayPort);
        try (CentralServer server = CentralServer.start(options)) {
            server.firstAdministratorPassword()
                    .ifPresent(password ->
                            given.out().println(given.texts().get("server.firstPassword", password.reveal())));
            given.out()
                    .println(given.texts()
                            .get(
                                    "server.listening",
                                    server.baseUri().toString(),
                                    data.toAbsolutePath().toString()));
            lifetime.await();
        } finally {
            lifetime.ended();
        }
        return Exit.DONE;
    }
}
