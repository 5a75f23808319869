package vn.toancanh.server.ptz;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.StreamRole;
import vn.toancanh.onvif.DeviceAccess;
import vn.toancanh.server.inventory.Inventory;

/**
 * Where a camera's head is steered, and with what: at the address that the list of cameras names for it, else where most devices answer,
 * at the host of its stream; with the user and password of that stream. Any thread; blocks.
 *
 * @param hosts addresses that cameras may have
 */
record HeadAccess(Inventory inventory, Predicate<InetAddress> hosts)
        implements Function<String, Optional<DeviceAccess>> {
    /** Empty where no stream of the camera has an address. */
    @Override
    public Optional<DeviceAccess> apply(String cameraId) {
        List<Inventory.Source> sources = inventory
                .sources(Stream.of(StreamRole.MAIN, StreamRole.SUB)
                        .map(role -> new Inventory.Wanted(cameraId, role))
                        .toList())
                .stream()
                .map(Inventory.Found::source)
                .flatMap(Stream::ofNullable)
                .toList();
        @Nullable String named = inventory.headAddress(cameraId).orElse(null);
        return sources.stream()
                .map(source -> access(source, named))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** An address at another host than the stream's, which may have moved meanwhile, is not told the stream's password. */
    private Optional<DeviceAccess> access(Inventory.Source source, @Nullable String named) {
        try {
            URI stream = URI.create(source.uri());
            URI service = named == null
                    ? URI.create("http://" + stream.getHost() + DeviceAccess.USUAL_PATH)
                    : URI.create(named);
            boolean home = stream.getHost() != null && stream.getHost().equalsIgnoreCase(service.getHost());
            return home
                    ? Optional.of(
                            new DeviceAccess(service, source.username(), source.password(), source.tlsPins(), hosts))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
