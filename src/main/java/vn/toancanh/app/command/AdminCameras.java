package vn.toancanh.app.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.central.Administration;

/** {@code ./wall admin cameras …}: which certificates are accepted of a camera that speaks RTSPS. */
final class AdminCameras {
    private AdminCameras() {}

    @Command(name = "certificates", description = "${bundle:admin.camerasCertificates}")
    static final class Certificates extends AdminTask {
        @Parameters(paramLabel = "CAMERA", descriptionKey = "admin.camera")
        private String camera = "";

        Certificates(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            @Nullable Fingerprint open = null;
            for (StreamCertificate each : server.cameras().certificates(camera)) {
                Fingerprint shown = each.shown();
                String state = given.texts().get(each.stateKey());
                print(List.of(each.role(), shown == null ? "" : shown.toString(), state));
                open = each.open() ? shown : open;
            }
            if (open != null) {
                given.say(given.texts().get("admin.acceptIt", camera, open.toString()));
            }
        }
    }

    @Command(name = "accept", description = "${bundle:admin.camerasAccept}")
    static final class Accept extends AdminTask {
        @Parameters(index = "0", paramLabel = "CAMERA", descriptionKey = "admin.camera")
        private String camera = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "SHA256", descriptionKey = "admin.certificate")
        private List<String> certificates = new ArrayList<>();

        Accept(Surroundings given) {
            super(given);
        }

        @Override
        void check() {
            fingerprints();
        }

        private List<Fingerprint> fingerprints() {
            return certificates.stream()
                    .map(text -> Fingerprint.read(text)
                            .or(() -> Fingerprint.ofBase64(text))
                            .orElseThrow(() -> wrong("SHA256", text)))
                    .toList();
        }

        @Override
        void run(Administration server) {
            server.cameras().accept(camera, fingerprints());
            print(given.texts().get("admin.changed", camera));
        }
    }

    @Command(name = "forget", description = "${bundle:admin.camerasForget}")
    static final class Forget extends AdminTask {
        @Parameters(paramLabel = "CAMERA", descriptionKey = "admin.camera")
        private String camera = "";

        Forget(Surroundings given) {
            super(given);
        }

        @Override
        void run(Administration server) {
            server.cameras().accept(camera, List.of());
            print(given.texts().get("admin.changed", camera));
        }
    }
}
