package vn.toancanh.central;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.AcceptedCamera;
import vn.toancanh.administration.CertificateService;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/** Which certificates are accepted of cameras, at the server. */
final class CentralCertificates implements CertificateService {
    private static final String FEATURE = "cameras.certificates";
    private static final String PAGE = "500";

    private final Asking asking;
    private final CentralSessions sessions;

    /** Of what was accepted when a camera was looked at last, so that nobody's change since then is undone unseen. */
    private final Map<CameraId, String> seen = new ConcurrentHashMap<>();

    CentralCertificates(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking("certificates", net, caller, sessions, options);
        this.sessions = sessions;
    }

    @Override
    public boolean offered() {
        return sessions.login().map(login -> login.offers(FEATURE)).orElse(false);
    }

    @Override
    public void accepted(Consumer<Outcome<List<AcceptedCamera>>> answer) {
        asking.ask(
                login -> asking
                        .pages(
                                login,
                                CertificateDto.Page.class,
                                () -> login.path("camera-certificates").addQueryParameter("limit", PAGE),
                                CertificateDto.Page::nextCursor)
                        .stream()
                        .flatMap(page -> AdminDto.items(page.items()).stream())
                        .flatMap(CertificateDto.Kept::read)
                        .toList(),
                answer);
    }

    @Override
    public void look(CameraId camera, Consumer<Outcome<List<StreamCertificate>>> answer) {
        asking.ask(
                login -> {
                    Wire.Reply<CertificateDto.Streams> reply = asking.read(
                            login, CertificateDto.Streams.class, login.path("cameras", camera.value(), "certificates"));
                    List<StreamCertificate> streams = reply.orThrow().read();
                    remember(camera, reply.etag());
                    return streams;
                },
                answer);
    }

    private void remember(CameraId camera, @Nullable String tag) {
        if (tag == null) {
            seen.remove(camera);
        } else {
            seen.put(camera, tag);
        }
    }

    @Override
    public void accept(CameraId camera, List<Fingerprint> certificates, Consumer<Outcome<Boolean>> answer) {
        List<String> pins = certificates.stream().map(Fingerprint::base64).toList();
        @Nullable String tag = seen.get(camera);
        asking.tell(
                login -> {
                    Request.Builder request = Asking.request(login, "cameras", camera.value(), "tls-pins")
                            .put(asking.body(Map.of("tlsPins", pins)));
                    return tag == null ? request : request.header("If-Match", tag);
                },
                outcome -> {
                    // Of what is accepted from now on nothing was seen yet.
                    if (outcome instanceof Outcome.Done<Boolean>) {
                        seen.remove(camera);
                    }
                    answer.accept(outcome);
                });
    }
}
