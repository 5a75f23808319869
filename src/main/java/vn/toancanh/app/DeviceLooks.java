package vn.toancanh.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.base.Secret;
import vn.toancanh.commissioning.DeviceLook;
import vn.toancanh.onvif.DeviceAccess;
import vn.toancanh.onvif.OnvifDevice;
import vn.toancanh.onvif.OnvifException;
import vn.toancanh.onvif.OnvifFailure;
import vn.toancanh.onvif.OnvifNet;
import vn.toancanh.onvif.OnvifTimings;

/** Devices that a person names at the command line, and what was seen of them, kept without anything secret. Blocks. */
public final class DeviceLooks {
    private static final String FOLDER = "devices";

    private final Surroundings given;

    public DeviceLooks(Surroundings given) {
        this.given = given;
    }

    /** Reads {@code 10.1.2.3}, {@code 10.1.2.3:8080} or a whole address; empty where it is none of a device. */
    public static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            if (!DeviceAccess.isAddress(uri) || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            return Optional.of(bare ? uri.resolve(DeviceAccess.USUAL_PATH) : uri);
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /**
     * Does something with a device.
     *
     * @param pin certificate that is accepted of it
     * @throws FailureException where nobody answers, it shows another certificate, or user or password is refused
     */
    public <T> T with(
            URI service, String user, Secret password, Optional<Fingerprint> pin, Function<OnvifDevice, T> work) {
        List<String> pins = pin.map(Fingerprint::base64).stream().toList();
        DeviceAccess access = new DeviceAccess(service, user, password, pins, DeviceLooks::isOne);
        try (OnvifDevice device = new OnvifNet(given.clock(), OnvifTimings.USUAL).device(access)) {
            try {
                return work.apply(device);
            } catch (OnvifException refused) {
                throw failure(device, refused.failure());
            }
        }
    }

    /** Whoever signs in himself may go anywhere where one device is. */
    private static boolean isOne(InetAddress address) {
        return !address.isMulticastAddress() && !address.isAnyLocalAddress();
    }

    private static FailureException failure(OnvifDevice device, OnvifFailure refused) {
        String address = new LoggableUri(device.address()).toString();
        @Nullable Throwable cause = refused.cause();
        Failure.Kind kind = switch (refused.kind()) {
            case UNREACHABLE -> Failure.Kind.UNREACHABLE;
            case TIMEOUT -> Failure.Kind.TIMEOUT;
            case CERTIFICATE -> Failure.Kind.UNTRUSTED;
            case CREDENTIALS -> Failure.Kind.CREDENTIALS;
            case FORBIDDEN_ADDRESS -> Failure.Kind.FORBIDDEN;
            case NOT_FOUND -> Failure.Kind.NOT_FOUND;
            case UNSUPPORTED -> Failure.Kind.UNSUPPORTED;
            case BUSY -> Failure.Kind.BUSY;
            case NOT_ONVIF, PROTOCOL, REFUSED -> Failure.Kind.PROTOCOL;
        };
        Failure failure = cause == null
                ? Failure.of(kind, address + ": " + refused.detail())
                : Failure.of(kind, address + ": " + refused.detail(), cause);
        return new FailureException(
                switch (refused.kind()) {
                    case UNREACHABLE, TIMEOUT -> failure.withText("cameras.unreachable", address);
                    case CERTIFICATE ->
                        device.certificate()
                                .map(shown -> failure.withText("cameras.certificate", address, shown.toString()))
                                .orElseGet(() -> failure.withText("cameras.unreachable", address));
                    case CREDENTIALS -> failure.withText("cameras.credentials", address);
                    case FORBIDDEN_ADDRESS -> failure.withText("cameras.noDevice", address);
                    case NOT_ONVIF -> failure.withText("cameras.notOnvif", address);
                    default -> failure.withText("cameras.refused", address, refused.detail());
                });
    }

    /** Keeps what was seen of the device of a camera, in place of what was kept before. */
    public void keep(String camera, DeviceLook look) {
        Path file = file(camera);
        try {
            Folders.madePrivate(folder());
            Files.writeString(file, JsonMapper.builder().build().writeValueAsString(look), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + file, refused)
                    .withText("app.unwritable", file.toString()));
        }
    }

    /**
     * What was kept of the device of a camera.
     *
     * @throws FailureException NOT_FOUND where nothing was
     */
    public DeviceLook kept(String camera) {
        Path file = file(camera);
        try {
            return JsonMapper.builder()
                    .build()
                    .readValue(Files.readString(file, StandardCharsets.UTF_8), DeviceLook.class);
        } catch (NoSuchFileException none) {
            throw new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "no look kept of " + camera, none)
                    .withText("cameras.noneKept", camera));
        } catch (IOException | JacksonException broken) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, "cannot read " + file, broken)
                    .withText("app.unreadable", file.toString()));
        }
    }

    /** Ids may hold a colon, which not every file system takes. */
    private Path file(String camera) {
        return folder().resolve(camera.replace(":", "%3A") + ".json");
    }

    private Path folder() {
        return given.folders().data().resolve(FOLDER);
    }
}
