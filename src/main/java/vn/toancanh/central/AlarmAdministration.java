package vn.toancanh.central;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;

/**
 * Tokens of devices that send alarms, and what is to be done at alarms of a type. Any thread; blocks. Whatever the server
 * refuses is a {@link FailureException}.
 */
public final class AlarmAdministration {
    /**
     * What a device may send.
     *
     * @param siteId that site and below; everywhere where null
     * @param cameraIds these alone; all of its site where empty
     * @param mostPriority 1 to 100
     * @param perMinute 1 to 6000
     */
    public record Device(
            String id, String name, @Nullable String siteId, List<String> cameraIds, int mostPriority, int perMinute) {
        public Device {
            cameraIds = List.copyOf(cameraIds);
        }
    }

    /** With the token, which the server shows this once. */
    public record Made(String id, Secret token) {}

    public record Procedure(String type, String text) {}

    private record DeviceBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String siteId,
            @Nullable List<String> cameraIds,
            @Nullable Integer mostPriority,
            @Nullable Integer perMinute,
            @Nullable String token) {}

    private record DeviceList(@Nullable List<DeviceBody> items) {}

    private record ProcedureBody(
            @Nullable String type, @Nullable String text) {}

    private record ProcedureList(@Nullable List<ProcedureBody> items) {}

    private final Wire wire;
    private final Login login;
    private final CentralOptions options;

    AlarmAdministration(Wire wire, Login login, CentralOptions options) {
        this.wire = wire;
        this.login = login;
        this.options = options;
    }

    public List<Device> devices() {
        DeviceList list = ask(new Request.Builder().url(url("webhooks")), DeviceList.class);
        return AdminDto.items(list.items()).stream()
                .map(body -> new Device(
                        text(body.id()),
                        text(body.name()),
                        body.siteId(),
                        AdminDto.items(body.cameraIds()),
                        Objects.requireNonNullElse(body.mostPriority(), 0),
                        Objects.requireNonNullElse(body.perMinute(), 0)))
                .toList();
    }

    /** Makes a token; {@code id} of what is asked for is empty. */
    public Made add(Device device) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", device.name());
        Optional.ofNullable(device.siteId()).ifPresent(site -> body.put("siteId", site));
        if (!device.cameraIds().isEmpty()) {
            body.put("cameraIds", device.cameraIds());
        }
        body.put("mostPriority", device.mostPriority());
        body.put("perMinute", device.perMinute());
        DeviceBody made = ask(new Request.Builder().url(url("webhooks")).post(wire.bodyOnce(body)), DeviceBody.class);
        return new Made(text(made.id()), Secret.of(text(made.token())));
    }

    /** Revokes a token; it ends at once. */
    public void remove(String id) {
        ask(new Request.Builder().url(url("webhooks", id)).delete());
    }

    public List<Procedure> procedures() {
        ProcedureList list = ask(new Request.Builder().url(url("alarm-procedures")), ProcedureList.class);
        return AdminDto.items(list.items()).stream()
                .map(body -> new Procedure(text(body.type()), text(body.text())))
                .toList();
    }

    public void put(Procedure procedure) {
        Map<String, Object> body = Map.of("text", procedure.text());
        ask(new Request.Builder().url(url("alarm-procedures", procedure.type())).put(wire.body(body)));
    }

    public void removeProcedure(String type) {
        ask(new Request.Builder().url(url("alarm-procedures", type)).delete());
    }

    private HttpUrl url(String... path) {
        return login.path(path).build();
    }

    private <T> T ask(Request.Builder request, Class<T> type) {
        return wire.ask(Caller.signed(request, login.token()), type, options.answer())
                .orThrow();
    }

    private void ask(Request.Builder request) {
        wire.ask(Caller.signed(request, login.token()), Void.class, options.answer());
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
