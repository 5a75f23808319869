package vn.toancanh.central;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;

/**
 * Certificates of cameras. Any thread; blocks, while the server looks at a camera for ten seconds and more. Whatever the server
 * refuses is a {@link FailureException}.
 */
public final class CameraAdministration {
    /**
     * What the server of a stream shows, and what is accepted of it.
     *
     * @param role main, sub or third
     * @param encrypted false: it is asked in clear, and shows none
     * @param accepted empty: those that the system trusts for its name
     * @param shown null where none was seen
     * @param problem why none was, by the contract's word; empty where there is none
     */
    public record Certificate(
            String role,
            boolean encrypted,
            List<Fingerprint> accepted,
            @Nullable Fingerprint shown,
            String problem) {
        public Certificate {
            accepted = List.copyOf(accepted);
        }
    }

    private record Body(
            @Nullable String role,
            @Nullable Boolean encrypted,
            @Nullable List<String> accepted,
            @Nullable String shown,
            @Nullable String problem) {
        Certificate read() {
            return new Certificate(
                    text(role),
                    Boolean.TRUE.equals(encrypted),
                    AdminDto.items(accepted).stream()
                            .flatMap(pin -> Fingerprint.ofBase64(pin).stream())
                            .toList(),
                    Fingerprint.ofBase64(text(shown)).orElse(null),
                    text(problem));
        }
    }

    private record All(@Nullable List<Body> items) {}

    private final Wire wire;
    private final Login login;
    private final CentralOptions options;

    CameraAdministration(Wire wire, Login login, CentralOptions options) {
        this.wire = wire;
        this.login = login;
        this.options = options;
    }

    /** Has the server look which certificates a camera shows, stream by stream. */
    public List<Certificate> certificates(String cameraId) {
        Request.Builder request = new Request.Builder()
                .url(login.path("cameras", cameraId, "certificates").build());
        All all = wire.ask(Caller.signed(request, login.token()), All.class, options.page())
                .orThrow();
        return AdminDto.items(all.items()).stream().map(Body::read).toList();
    }

    /** Accepts these of a camera and no others; none: those that the system trusts. */
    public void accept(String cameraId, List<Fingerprint> certificates) {
        List<String> pins = certificates.stream().map(Fingerprint::base64).toList();
        Request.Builder request = new Request.Builder()
                .url(login.path("cameras", cameraId, "tls-pins").build())
                .put(wire.body(Map.of("tlsPins", pins)));
        wire.ask(Caller.signed(request, login.token()), Void.class, options.answer());
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
