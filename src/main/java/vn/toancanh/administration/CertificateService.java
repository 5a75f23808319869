package vn.toancanh.administration;

import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/** The port to the certificates that are accepted of cameras. Lane: DESK; every answer comes on DESK, once. */
public interface CertificateService {
    /** Whether the server that is signed in at lists them. */
    boolean offered();

    /** Cameras of which one is accepted, as far as they are whoever is signed in's to configure. */
    void accepted(Consumer<Outcome<List<AcceptedCamera>>> answer);

    /** Has the server look which certificates a camera shows, stream by stream; takes ten seconds and more where it is silent. */
    void look(CameraId camera, Consumer<Outcome<List<StreamCertificate>>> answer);

    /**
     * Accepts these of a camera and no others, from its next connection on.
     *
     * @param certificates none: those that the system trusts
     */
    void accept(CameraId camera, List<Fingerprint> certificates, Consumer<Outcome<Boolean>> answer);

    /** Not offered. */
    CertificateService NONE = new CertificateService() {
        @Override
        public boolean offered() {
            return false;
        }

        @Override
        public void accepted(Consumer<Outcome<List<AcceptedCamera>>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "certificates are not told here")));
        }

        @Override
        public void look(CameraId camera, Consumer<Outcome<List<StreamCertificate>>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "certificates are not told here")));
        }

        @Override
        public void accept(CameraId camera, List<Fingerprint> certificates, Consumer<Outcome<Boolean>> answer) {
            answer.accept(Outcome.failed(Failure.of(Kind.UNSUPPORTED, "certificates are not told here")));
        }
    };
}
