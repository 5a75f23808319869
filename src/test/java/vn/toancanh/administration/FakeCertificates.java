package vn.toancanh.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;

/** Certificates of cameras in memory; offered only where a test says so. */
public final class FakeCertificates implements CertificateService {
    /** Two that differ everywhere. */
    public static final Fingerprint FIRST = new Fingerprint("0123456789ABCDEF".repeat(4));

    public static final Fingerprint SECOND = new Fingerprint("FEDCBA9876543210".repeat(4));

    private static final Instant SINCE = Instant.parse("2026-11-21T06:00:00Z");

    /** What cameras show, main and sub. */
    public final Map<CameraId, Fingerprint> shown = new HashMap<>();

    /** Of which one is accepted. */
    public final List<AcceptedCamera> cameras = new ArrayList<>();

    /** What was asked, in order. */
    public final List<String> asked = new ArrayList<>();

    public boolean offers;

    /** What every question is answered with until it is null again. */
    public @Nullable Failure refusing;

    /** Two cameras: one that shows what is accepted, and one that shows another. */
    public void city() {
        offers = true;
        cameras.clear();
        keep("camera-4", 1204, "Hàng Khay", FIRST, SINCE);
        keep("camera-7", 1207, "Ngã tư Tràng Thi", FIRST, null);
        shown.put(new CameraId("camera-4"), FIRST);
        shown.put(new CameraId("camera-7"), SECOND);
        shown.put(new CameraId("camera-2"), SECOND);
    }

    private void keep(String id, int number, String name, Fingerprint accepted, @Nullable Instant since) {
        cameras.add(
                new AcceptedCamera(new CameraId(id), number, name, new SiteId("trang-tien"), List.of(accepted), since));
    }

    private List<Fingerprint> acceptedOf(CameraId camera) {
        return cameras.stream()
                .filter(each -> each.id().equals(camera))
                .flatMap(each -> each.accepted().stream())
                .toList();
    }

    @Override
    public boolean offered() {
        return offers;
    }

    @Override
    public void accepted(Consumer<Outcome<List<AcceptedCamera>>> answer) {
        asked.add("list");
        answer.accept(Outcome.done(List.copyOf(cameras)));
    }

    @Override
    public void look(CameraId camera, Consumer<Outcome<List<StreamCertificate>>> answer) {
        asked.add("look " + camera);
        Failure no = refusing;
        if (no != null) {
            answer.accept(Outcome.failed(no));
            return;
        }
        Fingerprint now = shown.get(camera);
        List<Fingerprint> accepted = acceptedOf(camera);
        String problem = now == null ? "unreachable" : "";
        answer.accept(Outcome.done(List.of(
                new StreamCertificate("main", true, accepted, now, problem),
                new StreamCertificate("sub", true, accepted, now, problem))));
    }

    @Override
    public void accept(CameraId camera, List<Fingerprint> certificates, Consumer<Outcome<Boolean>> answer) {
        asked.add("accept " + camera + " "
                + certificates.stream().map(each -> each.hex().substring(0, 4)).toList());
        Failure no = refusing;
        if (no != null) {
            answer.accept(Outcome.failed(no));
            return;
        }
        cameras.removeIf(each -> each.id().equals(camera));
        if (!certificates.isEmpty()) {
            cameras.add(
                    new AcceptedCamera(camera, null, camera.value(), new SiteId("trang-tien"), certificates, SINCE));
        }
        answer.accept(Outcome.done(true));
    }
}
