package vn.toancanh.server.relay;

import java.nio.file.Path;
import java.time.Duration;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.relay.beside.RelayProgram;

/** A server with a relay beside it, until its standard input ends. Arguments: data, grace in seconds, version. */
final class ServerToBeKilled {
    private ServerToBeKilled() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        ServerOptions options = ServerOptions.at(data)
                .withOfflineGrace(Duration.ofSeconds(Long.parseLong(args[1])))
                .withVersion(args[2])
                .withRelayProgram(new RelayProgram(ChildJvm.asThisOne()::relayCommand, data.resolve("run")));
        try (CentralServer server = CentralServer.start(options)) {
            System.out.println(server.baseUri());
            System.out.println(System.in.read());
        }
    }
}
