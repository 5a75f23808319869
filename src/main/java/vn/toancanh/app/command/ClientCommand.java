package vn.toancanh.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.client.ClientOptions;
import vn.toancanh.app.client.ClientRun;
import vn.toancanh.desk.NodeName;
import vn.toancanh.desk.ServerAddress;

@Command(name = "client", description = "${bundle:client.about}")
final class ClientCommand implements Callable<Integer>, Checked {
    /** A number from 1 to 64, or the name of an output, which begins with a letter. */
    private static final String MONITOR = "[1-9]|[1-5][0-9]|6[0-4]|[A-Za-z][A-Za-z0-9_.-]{0,63}";

    private static final int MOST_MONITORS = 8;

    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--server", paramLabel = "URL", required = true, descriptionKey = "client.server")
    private String server = "";

    @Option(names = "--user", paramLabel = "U", descriptionKey = "client.user")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "F", descriptionKey = "client.passwordFile")
    private @Nullable Path passwordFile;

    @Option(names = "--pin", paramLabel = "SHA256", descriptionKey = "client.pin")
    private @Nullable String pin;

    @Option(names = "--layout", paramLabel = "NAME", descriptionKey = "client.layout")
    private @Nullable String layout;

    @Option(names = "--monitor", paramLabel = "ID", descriptionKey = "client.monitor")
    private @Nullable String monitor;

    @Option(names = "--wall", paramLabel = "NAME", descriptionKey = "client.wall")
    private @Nullable String wall;

    @Option(names = "--kiosk", descriptionKey = "client.kiosk")
    private boolean kiosk;

    @Option(names = "--seconds", paramLabel = "S", descriptionKey = "wall.seconds")
    private @Nullable Integer seconds;

    @Option(names = "--snapshot", paramLabel = "DIR", descriptionKey = "wall.snapshot")
    private @Nullable Path snapshot;

    @Option(names = "--tiles", paramLabel = "N", hidden = true, descriptionKey = "demo.tiles")
    private int tiles;

    @Option(names = "--monitors", paramLabel = "N", descriptionKey = "client.monitors")
    private @Nullable Integer monitors;

    @Option(names = "--leash", hidden = true, descriptionKey = "client.leash")
    private boolean leash;

    ClientCommand(Surroundings given) {
        this.given = given;
    }

    @Override
    public void check() {
        address();
        common.pin(given.texts(), pin);
        if ((user == null) != (passwordFile == null)) {
            throw common.wrong(given.texts().get("client.userAndPassword"));
        }
        if (passwordFile != null) {
            common.readable(given.texts(), passwordFile);
        }
        if (seconds != null) {
            common.within(given.texts(), "--seconds", seconds, 1, 604_800);
        }
        if (snapshot != null) {
            common.writable(given.texts(), snapshot);
        }
        common.within(given.texts(), "--tiles", tiles, 0, 100);
        if (monitors != null) {
            common.within(given.texts(), "--monitors", monitors, 1, MOST_MONITORS);
        }
        if (wall != null && NodeName.read(wall).isEmpty()) {
            throw common.wrong(given.texts().get("app.badValue", "--wall", wall));
        }
        if (monitor != null && !monitor.matches(MONITOR)) {
            throw common.wrong(given.texts().get("app.badValue", "--monitor", monitor));
        }
    }

    private URI address() {
        return ServerAddress.read(server)
                .orElseThrow(() -> common.wrong(given.texts().get("app.badValue", "--server", server)));
    }

    @Override
    public Integer call() throws Exception {
        check();
        ClientOptions options = new ClientOptions(
                address(),
                Optional.ofNullable(user),
                Optional.ofNullable(passwordFile),
                Optional.ofNullable(layout),
                Optional.ofNullable(monitor),
                kiosk,
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                Optional.ofNullable(snapshot),
                tiles,
                monitors == null ? 0 : monitors,
                Optional.ofNullable(common.language),
                common.pin(given.texts(), pin),
                Optional.ofNullable(wall).flatMap(NodeName::read),
                leash);
        return new ClientRun(given, options).run();
    }
}
