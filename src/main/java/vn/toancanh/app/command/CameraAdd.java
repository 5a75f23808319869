package vn.toancanh.app.command;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.DeviceLooks;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.central.Administration;
import vn.toancanh.central.ImportFaults;
import vn.toancanh.central.InventoryUpload;
import vn.toancanh.commissioning.Commissioner;
import vn.toancanh.commissioning.DeviceLook;
import vn.toancanh.commissioning.Proposal;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.SiteId;

/** {@code ./wall cameras add}: looks at a camera and takes it into the catalogue of a server. */
@Command(name = "add", description = "${bundle:cameras.add}")
final class CameraAdd extends AdminTask {
    @Mixin
    final DeviceOptions device = new DeviceOptions();

    @Parameters(paramLabel = "ADDRESS", descriptionKey = "cameras.address")
    private String address = "";

    @Option(names = "--number", paramLabel = "N", required = true, descriptionKey = "cameras.number")
    private int number;

    @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "cameras.name")
    private String name = "";

    @Option(names = "--site", paramLabel = "ID", required = true, descriptionKey = "cameras.site")
    private String site = "";

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "cameras.id")
    private @Nullable String id;

    @Option(names = "--lat", paramLabel = "D", descriptionKey = "cameras.lat")
    private @Nullable Double lat;

    @Option(names = "--lon", paramLabel = "D", descriptionKey = "cameras.lon")
    private @Nullable Double lon;

    @Option(names = "--heading", paramLabel = "D", descriptionKey = "cameras.heading")
    private @Nullable Double heading;

    @Option(names = "--profile", paramLabel = "TOKEN", descriptionKey = "cameras.profile")
    private @Nullable String profile;

    @Option(names = "--replace", descriptionKey = "cameras.replace")
    private boolean replace;

    CameraAdd(Surroundings given) {
        super(given);
    }

    @Override
    void check() {
        DeviceOptions.address(given, common, address);
        device.check(given, common);
        common.within(given.texts(), "--number", number, 1, 999_999);
        if (id != null && !CamerasCommand.isId(id)) {
            throw wrong("--id", id);
        }
        within("--lat", lat, 90);
        within("--lon", lon, 180);
        within("--heading", heading, 359.999);
        if ((lat == null) != (lon == null)) {
            throw common.wrong(given.texts().get("cameras.latAndLon"));
        }
    }

    private void within(String option, @Nullable Double value, double most) {
        double least = option.equals("--heading") ? 0 : -most;
        if (value != null && !(value >= least && value <= most)) {
            throw wrong(option, value.toString());
        }
    }

    private CameraId camera() {
        return new CameraId(id == null ? "c-" + number : id);
    }

    @Override
    void run(Administration server) {
        CameraId camera = camera();
        if (!replace && server.cameras().knows(camera.value())) {
            throw new FailureException(Failure.of(Failure.Kind.CONFLICT, "there is a camera " + camera)
                    .withText("cameras.isThere", camera.value()));
        }
        SiteId where = new SiteId(site(server, site).id());
        URI service = DeviceOptions.address(given, common, address);
        DeviceLook look = device.with(given, service, Commissioner::look);
        Proposal proposal = Proposal.of(look, Optional.ofNullable(profile))
                .orElseThrow(
                        () -> new FailureException(Failure.of(Failure.Kind.NO_VIDEO, "the device offers no such stream")
                                .withText("cameras.noStreams")));
        LookReport report = new LookReport(given);
        report.print(look, Optional.of(proposal));
        Proposal.Named named = new Proposal.Named(camera, number, name, where, place());
        InventoryUpload.Done done = save(server, look, proposal, named);
        new DeviceLooks(given).keep(camera.value(), look);
        print(given.texts().get(done.added() > 0 ? "cameras.added" : "cameras.replaced", camera.value()));
    }

    private @Nullable CameraPlace place() {
        return lat == null || lon == null ? null : new CameraPlace(new GeoPoint(lat, lon), heading, null, null);
    }

    private InventoryUpload.Done save(Administration server, DeviceLook look, Proposal proposal, Proposal.Named named) {
        try {
            return server.cameras().save(proposal.entry(look, named, device.user(), device.password()));
        } catch (FailureException refused) {
            if (refused.failure().cause() instanceof ImportFaults told) {
                told.faults()
                        .forEach(fault -> given.say(
                                given.texts().get(fault.textKey(), fault.args().toArray())));
            }
            throw refused;
        }
    }
}
