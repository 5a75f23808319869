package vn.toancanh.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.toancanh.app.DeviceLooks;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.commissioning.Commissioner;
import vn.toancanh.commissioning.DeviceLook;
import vn.toancanh.commissioning.LookChanges;
import vn.toancanh.commissioning.LookChanges.Change;

/** {@code ./wall cameras recheck}: what has become otherwise at a camera since it was taken over from this machine. */
@Command(name = "recheck", description = "${bundle:cameras.recheck}")
final class CameraRecheck implements Callable<Integer> {
    private final Surroundings given;

    @Mixin
    final Common common = new Common();

    @Mixin
    final DeviceOptions device = new DeviceOptions();

    @Parameters(paramLabel = "CAMERA", descriptionKey = "cameras.camera")
    private String camera = "";

    @Option(names = "--accept", descriptionKey = "cameras.accept")
    private boolean accept;

    CameraRecheck(Surroundings given) {
        this.given = given;
    }

    @Override
    public Integer call() {
        if (!CamerasCommand.isId(camera)) {
            throw common.wrong(given.texts().get("app.badValue", "CAMERA", camera));
        }
        device.check(given, common);
        DeviceLooks looks = new DeviceLooks(given);
        DeviceLook before = looks.kept(camera);
        DeviceLook now = look(looks, before);
        List<Change> changes = LookChanges.between(before, now);
        LookReport report = new LookReport(given);
        report.print(changes);
        report.hint(now);
        if (changes.isEmpty()) {
            given.say(given.texts().get("cameras.same", camera));
            return Exit.DONE;
        }
        if (accept) {
            looks.keep(camera, now);
            given.say(given.texts().get("cameras.accepted", camera));
            return Exit.DONE;
        }
        given.say(given.texts().get("cameras.changed", changes.size(), camera));
        return Exit.FAILED;
    }

    /** By the certificate that it had, unless another is named; one that shows another is told nothing. */
    private DeviceLook look(DeviceLooks looks, DeviceLook before) {
        Optional<Fingerprint> had = Optional.ofNullable(before.certificate());
        try {
            return looks.with(
                    before.service(),
                    device.user(),
                    device.password(),
                    device.pin().or(() -> had),
                    Commissioner::look);
        } catch (FailureException refused) {
            if (refused.failure().kind() == Failure.Kind.UNTRUSTED) {
                had.ifPresent(was -> given.say(given.texts().get("cameras.certificateWas", was.toString())));
            }
            throw refused;
        }
    }
}
