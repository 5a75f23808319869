package vn.toancanh.app.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.commissioning.Commissioner;
import vn.toancanh.commissioning.DeviceLook;
import vn.toancanh.commissioning.Proposal;
import vn.toancanh.onvif.OnvifDevice;

/** {@code ./wall cameras look}: what a camera tells of itself; changes nothing, at the camera or at a server. */
@Command(name = "look", description = "${bundle:cameras.look}")
final class CameraLook implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Mixin
    final DeviceOptions device = new DeviceOptions();

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "cameras.address")
    private String address = "";

    @Option(names = "--snapshot", paramLabel = "FILE", descriptionKey = "cameras.snapshot")
    private @Nullable Path snapshot;

    CameraLook(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() {
        URI service = DeviceOptions.address(given, common, address);
        device.check(given, common);
        return device.with(given, service, this::look);
    }

    private int look(OnvifDevice opened) {
        DeviceLook look = Commissioner.look(opened);
        Optional<Proposal> proposal = Proposal.of(look, Optional.empty());
        new LookReport(given).print(look, proposal);
        Path file = snapshot;
        if (file != null && proposal.isPresent()) {
            write(file, opened.media().snapshot(proposal.get().main().profile()));
        }
        return Exit.DONE;
    }

    private void write(Path file, byte[] picture) {
        try {
            Files.write(file, picture);
            given.say(given.texts().get("client.snapshot", file.toString()));
        } catch (IOException refused) {
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + file, refused)
                    .withText("app.unwritable", file.toString()));
        }
    }
}
