package vn.toancanh.central;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.AcceptedCamera;
import vn.toancanh.administration.StreamCertificate;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;

/** Certificates of cameras as the contract says them. */
final class CertificateDto {
    private CertificateDto() {}

    /** What one stream shows. */
    record Seen(
            @Nullable String role,
            @Nullable Boolean encrypted,
            @Nullable List<String> accepted,
            @Nullable String shown,
            @Nullable String problem) {
        StreamCertificate read() {
            return new StreamCertificate(
                    AdminDto.text(role),
                    Boolean.TRUE.equals(encrypted),
                    pins(accepted),
                    Fingerprint.ofBase64(AdminDto.text(shown)).orElse(null),
                    AdminDto.text(problem));
        }
    }

    /** What all of them show. */
    record Streams(@Nullable List<Seen> items) {
        List<StreamCertificate> read() {
            return AdminDto.items(items).stream().map(Seen::read).toList();
        }
    }

    /** A camera of which one is accepted. */
    record Kept(
            @Nullable String cameraId,
            @Nullable Integer number,
            @Nullable String name,
            @Nullable String siteId,
            @Nullable List<String> accepted,
            @Nullable String since) {
        /** Nothing where the least that is needed is missing. */
        Stream<AcceptedCamera> read() {
            String id = AdminDto.text(cameraId);
            String site = AdminDto.text(siteId);
            return !isId(id) || !isId(site)
                    ? Stream.empty()
                    : Stream.of(new AcceptedCamera(
                            new CameraId(id),
                            number,
                            AdminDto.text(name),
                            new SiteId(site),
                            pins(accepted),
                            AdminDto.moment(since).orElse(null)));
        }
    }

    record Page(@Nullable List<Kept> items, @Nullable String nextCursor) {}

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= 64;
    }

    private static List<Fingerprint> pins(@Nullable List<String> sent) {
        return AdminDto.items(sent).stream()
                .flatMap(pin -> Fingerprint.ofBase64(pin).stream())
                .toList();
    }
}
