package vn.toancanh.central;

import java.util.List;
import java.util.Map;
import okhttp3.Request;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.model.CameraEntry;

/**
 * Certificates of cameras, and cameras that are taken in one by one. Any thread; blocks, while the server looks at a camera for ten seconds and more. Whatever the server
 * refuses is a {@link FailureException}.
 */
public final class CameraAdministration {
    private final Wire wire;
    private final Login login;
    private final CentralOptions options;

    CameraAdministration(Wire wire, Login login, CentralOptions options) {
        this.wire = wire;
        this.login = login;
        this.options = options;
    }

    /** Has the server look which certificates a camera shows, stream by stream. */
    public List<StreamCertificate> certificates(String cameraId) {
        Request.Builder request = new Request.Builder()
                .url(login.path("cameras", cameraId, "certificates").build());
        return wire.ask(Caller.signed(request, login.token()), CertificateDto.Streams.class, options.page())
                .orThrow()
                .read();
    }

    /** Accepts these of a camera and no others; none: those that the system trusts. */
    public void accept(String cameraId, List<Fingerprint> certificates) {
        List<String> pins = certificates.stream().map(Fingerprint::base64).toList();
        Request.Builder request = new Request.Builder()
                .url(login.path("cameras", cameraId, "tls-pins").build())
                .put(wire.body(Map.of("tlsPins", pins)));
        wire.ask(Caller.signed(request, login.token()), Void.class, options.answer());
    }

    /** True where the catalogue has a camera of that id, as far as one may see it. */
    public boolean knows(String cameraId) {
        Request.Builder request =
                new Request.Builder().url(login.path("cameras", cameraId).build());
        try {
            wire.ask(Caller.signed(request, login.token()), Void.class, options.answer());
            return true;
        } catch (FailureException none) {
            if (none.failure().kind() == Failure.Kind.NOT_FOUND) {
                return false;
            }
            throw none;
        }
    }

    /**
     * Puts one camera into the catalogue, or in place of the one with its id.
     *
     * @throws FailureException BAD_INPUT with {@link ImportFaults} where the server finds something wrong
     */
    public InventoryUpload.Done save(CameraEntry camera) {
        return InventoryUpload.save(wire, login, options, camera);
    }
}
