package vn.toancanh.central;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadPlaces;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceService;

/** Places that heads know, at the server, which asks the heads. Any thread. */
final class CentralPlaces implements PlaceService {
    /** The server asks a slow head several things, one after another. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String PRESETS = "presets";

    /** More than any head was seen to have. */
    private static final int MOST = 1024;

    private static final int LONGEST_NAME = 64;
    private static final int GREATEST_NUMBER = 9999;

    private final CentralHeads heads;
    private final Caller caller;
    private final List<Consumer<CameraId>> listeners = new CopyOnWriteArrayList<>();

    CentralPlaces(CentralHeads heads, Caller caller) {
        this.heads = heads;
        this.caller = caller;
    }

    @Override
    public boolean offered() {
        return heads.offers("ptz.presets");
    }

    @Override
    public void list(CameraId camera, Consumer<Outcome<HeadPlaces>> answer) {
        heads.ask(
                at -> read(caller.ask(at, CentralHeads.request(at, camera, PRESETS), HeadDto.Places.class, PATIENCE)
                        .orThrow()),
                answer);
    }

    private static HeadPlaces read(HeadDto.Places told) {
        List<HeadDto.@Nullable Place> items = told.items() == null ? List.of() : told.items();
        return new HeadPlaces(
                items.stream()
                        .filter(Objects::nonNull)
                        .limit(MOST)
                        .map(CentralPlaces::place)
                        .flatMap(Optional::stream)
                        .toList(),
                told.most(),
                !Boolean.FALSE.equals(told.home()),
                Boolean.TRUE.equals(told.homeFixed()));
    }

    /** Empty where it has no id by which one could go there. */
    private static Optional<HeadPlace> place(HeadDto.Place told) {
        String id = Objects.requireNonNullElse(told.id(), "");
        Integer number = told.number();
        boolean sane = number != null && number >= 0 && number <= GREATEST_NUMBER;
        String name = Failures.shortened(told.name()).strip();
        return id.isEmpty() || id.length() > 64
                ? Optional.empty()
                : Optional.of(new HeadPlace(
                        id,
                        sane ? number : null,
                        name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…",
                        Boolean.TRUE.equals(told.locked())));
    }

    @Override
    public void change(CameraId camera, PlaceChange change, Consumer<Outcome<Boolean>> answer) {
        heads.ask(
                at -> {
                    caller.ask(at, request(at, camera, change), Void.class, PATIENCE);
                    return true;
                },
                answer);
    }

    private Request.Builder request(Login at, CameraId camera, PlaceChange change) {
        return switch (change) {
            case PlaceChange.Keep(String name) ->
                CentralHeads.request(at, camera, PRESETS).post(caller.wire().bodyOnce(Map.of("name", name)));
            case PlaceChange.Replace(HeadPlace place) -> put(at, camera, place, "here", true);
            case PlaceChange.Name(HeadPlace place, String name) -> put(at, camera, place, "name", name);
            case PlaceChange.Lock(HeadPlace place, boolean locked) -> put(at, camera, place, "locked", locked);
            case PlaceChange.Remove(HeadPlace place) ->
                CentralHeads.request(at, camera, PRESETS, place.id()).delete();
            case PlaceChange.Home home ->
                CentralHeads.request(at, camera, "home").put(Wire.nothing());
        };
    }

    private Request.Builder put(Login at, CameraId camera, HeadPlace place, String what, Object value) {
        Map<String, Object> body = new HashMap<>();
        body.put(what, value);
        return CentralHeads.request(at, camera, PRESETS, place.id())
                .put(caller.wire().body(body));
    }

    @Override
    public Handle onChange(Consumer<CameraId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** An event of places; one that cannot be read is told to nobody: places are asked for whenever a head is steered anew. Any thread. */
    void tell(String data) {
        heads.camera(data).ifPresent(id -> listeners.forEach(listener -> listener.accept(id)));
    }
}
