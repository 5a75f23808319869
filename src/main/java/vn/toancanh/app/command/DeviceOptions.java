package vn.toancanh.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.toancanh.app.DeviceLooks;
import vn.toancanh.app.GivenPassword;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Secret;
import vn.toancanh.onvif.OnvifDevice;

/** How somebody signs in at a camera itself. */
@Command
final class DeviceOptions {
    @Option(names = "--camera-user", paramLabel = "U", required = true, descriptionKey = "cameras.user")
    private String user = "";

    @Option(
            names = "--camera-password-file",
            paramLabel = "F",
            required = true,
            descriptionKey = "cameras.passwordFile")
    private Path passwordFile = Path.of(".");

    @Option(names = "--camera-pin", paramLabel = "SHA256", descriptionKey = "cameras.pin")
    private @Nullable String pin;

    /** Refuses what cannot be meant, before anything is asked of anybody. */
    void check(Surroundings given, Common common) {
        common.readable(given.texts(), passwordFile);
        if (pin != null && Fingerprint.read(pin).isEmpty()) {
            throw common.wrong(given.texts().get("app.badValue", "--camera-pin", pin));
        }
    }

    /** The address of a device; refuses what is none. */
    static URI address(Surroundings given, Common common, String text) {
        return DeviceLooks.address(text)
                .orElseThrow(() -> common.wrong(given.texts().get("app.badValue", "ADDRESS", text)));
    }

    String user() {
        return user;
    }

    Secret password() {
        return GivenPassword.read(passwordFile);
    }

    /** The certificate that was named to be accepted. */
    Optional<Fingerprint> pin() {
        return pin == null ? Optional.empty() : Fingerprint.read(pin);
    }

    <T> T with(Surroundings given, URI service, Function<OnvifDevice, T> work) {
        return new DeviceLooks(given).with(service, user, password(), pin(), work);
    }
}
