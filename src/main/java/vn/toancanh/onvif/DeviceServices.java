package vn.toancanh.onvif;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a device has the services that steering needs.
 *
 * @param media null, as the others: it has none
 * @param media2 of Profile T
 * @param imaging of lenses: focus and iris
 */
public record DeviceServices(
        @Nullable URI media,
        @Nullable URI media2,
        @Nullable URI ptz,
        @Nullable URI imaging) {
    /** Of GetServices: namespaces with addresses. */
    static DeviceServices ofServices(URI reached, XmlNode answer) {
        return new DeviceServices(
                service(reached, answer, Message.MEDIA),
                service(reached, answer, Message.MEDIA2),
                service(reached, answer, Message.PTZ),
                service(reached, answer, Message.IMAGING));
    }

    private static @Nullable URI service(URI reached, XmlNode answer, String namespace) {
        return answer.all("Service").stream()
                .filter(each -> each.text("Namespace").filter(namespace::equals).isPresent())
                .map(each -> each.text("XAddr"))
                .flatMap(Optional::stream)
                .map(told -> Addresses.of(reached, told))
                .findFirst()
                .orElse(null);
    }

    /** Of GetCapabilities, which older devices have; it knows no Media2. */
    static DeviceServices ofCapabilities(URI reached, XmlNode answer) {
        return new DeviceServices(
                capability(reached, answer, "Media"),
                null,
                capability(reached, answer, "PTZ"),
                capability(reached, answer, "Imaging"));
    }

    private static @Nullable URI capability(URI reached, XmlNode answer, String name) {
        return answer.text("Capabilities", name, "XAddr")
                .map(told -> Addresses.of(reached, told))
                .orElse(null);
    }
}
