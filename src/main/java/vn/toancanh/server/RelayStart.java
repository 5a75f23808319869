package vn.toancanh.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Relay;
import vn.toancanh.server.relay.RelayHere;
import vn.toancanh.server.relay.RelaySettings;
import vn.toancanh.server.relay.RelayTls;
import vn.toancanh.server.relay.StreamRelay;
import vn.toancanh.server.relay.beside.RelayBeside;
import vn.toancanh.server.relay.beside.RelayProgram;
import vn.toancanh.server.relay.beside.RelaySetup;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;
import vn.toancanh.server.streams.CameraTarget;
import vn.toancanh.server.tls.Encryption;

/** Where the relay runs, and at which port. */
record RelayStart(
        ServerOptions options, Optional<Encryption> encryption, Database database, Vault vault, Inventory inventory) {
    private static final Logger LOG = LoggerFactory.getLogger(RelayStart.class);
    private static final String PORT = "relayPort";

    /**
     * At the port of last time where no other is asked for: grants that desks hold go on leading there after a restart.
     *
     * @throws FailureException CONFLICT where the port asked for is taken
     */
    StreamRelay start() {
        int asked = options.relayPort();
        int last = asked != 0 ? asked : lastPort();
        StreamRelay bound;
        try {
            bound = at(last);
        } catch (FailureException refused) {
            if (asked != 0 || last == 0 || refused.failure().kind() != Failure.Kind.CONFLICT) {
                throw refused;
            }
            LOG.warn("port {} of last time is taken: desks ask anew for what they were granted", last);
            bound = at(0);
        }
        int port = bound.address().port();
        if (port != last) {
            database.write(sql -> sql.change(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    PORT,
                    Integer.toString(port)));
        }
        return bound;
    }

    private StreamRelay at(int port) {
        @Nullable RelayProgram program = options.relayProgram();
        if (program != null && !options.offlineGrace().isZero()) {
            try {
                Optional<Path> folder = RelayBeside.folder(options.data(), program.runtime());
                if (folder.isPresent()) {
                    return RelayBeside.start(beside(program, folder.get(), port), options.clock());
                }
                LOG.warn("no path is short enough for a socket: the relay ends with this server");
            } catch (IOException refused) {
                LOG.warn("the relay's process does not start: the relay ends with this server", refused);
            }
        }
        return here(port);
    }

    private RelaySetup beside(RelayProgram program, Path folder, int port) {
        return new RelaySetup(
                program,
                folder,
                options.version(),
                Secret.of(vault.mark("relay beside")),
                options.address(),
                port,
                options.cameras().here(),
                encryption.map(Encryption::certificate).orElse(null),
                encryption.map(Encryption::key).orElse(null),
                encryption.map(RelayStart::pins).orElse(List::of),
                options.offlineGrace());
    }

    private StreamRelay here(int port) {
        RelaySettings plain = RelaySettings.usual(options.address(), port).withCameras(options.cameras());
        RelaySettings settings = encryption
                .map(tls -> plain.withTls(new RelayTls(tls.context(), pins(tls))))
                .orElse(plain);
        return new RelayHere(
                Relay.bind(settings, options.clock()), (camera, role) -> CameraTarget.of(inventory, camera, role));
    }

    private static Supplier<List<String>> pins(Encryption tls) {
        return () -> List.of(tls.identity().fingerprint().base64());
    }

    private int lastPort() {
        return database.read(
                        sql -> sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), PORT))
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port <= 65_535)
                .orElse(0);
    }
}
