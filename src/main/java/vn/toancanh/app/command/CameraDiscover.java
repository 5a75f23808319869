package vn.toancanh.app.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.onvif.Discovery;
import vn.toancanh.onvif.FoundDevice;
import vn.toancanh.onvif.OnvifException;

/** {@code ./wall cameras discover}: which devices of the networks of this machine say that they are there. */
@Command(name = "discover", description = "${bundle:cameras.discover}")
final class CameraDiscover implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Option(names = "--seconds", paramLabel = "N", descriptionKey = "cameras.seconds")
    private int seconds = 4;

    CameraDiscover(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() {
        common.within(given.texts(), "--seconds", seconds, 1, 60);
        given.say(given.texts().get("cameras.looking", seconds));
        List<FoundDevice> found;
        try {
            found = new Discovery(given.clock()).find(Duration.ofSeconds(seconds), this::print);
        } catch (OnvifException none) {
            throw new FailureException(
                    Failure.of(Failure.Kind.UNREACHABLE, none.failure().detail(), none)
                            .withText("cameras.noNetwork"));
        }
        given.say(given.texts().get("cameras.found", found.size()));
        return Exit.DONE;
    }

    /** Address, name, hardware and place, apart by tabs; a dash where a device does not tell. */
    private void print(FoundDevice device) {
        String address = new LoggableUri(device.services().getFirst()).toString();
        given.out()
                .println(String.join(
                        "\t", address, orDash(device.name()), orDash(device.hardware()), orDash(device.location())));
        if (device.elsewhere()) {
            given.say(given.texts().get("cameras.elsewhere", address));
        }
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
