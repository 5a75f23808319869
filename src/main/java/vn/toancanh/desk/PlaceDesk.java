package vn.toancanh.desk;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceReading;
import vn.toancanh.ptz.PlaceReading.Phase;
import vn.toancanh.ptz.Places;
import vn.toancanh.ptz.Steering;

/** The presets of the head that is steered: gone to by hand, by number and by stick, and changed by whoever may. Lane: DESK. */
public final class PlaceDesk implements Handle {
    private final Steering steering;
    private final BooleanSupplier manages;
    private final Runnable changed;
    private final Places places;
    private final PlaceCall call;
    private @Nullable CameraId camera;
    private OptionalInt unknown = OptionalInt.empty();

    /**
     * @param manages whether whoever is signed in may change those of the head that is steered
     * @param changed something is to be said otherwise
     */
    PlaceDesk(Lane desk, Steering steering, BooleanSupplier manages, Runnable changed) {
        this.steering = steering;
        this.manages = manages;
        this.changed = changed;
        this.places = new Places(steering, desk, changed);
        this.call = new PlaceCall(desk, this::callUp, this::typing);
    }

    void follow(@Nullable CameraId now) {
        camera = now;
        unknown = OptionalInt.empty();
        places.follow(now);
        call.cancel();
    }

    /** What is known of them. */
    public PlaceReading reading() {
        return places.reading();
    }

    /** True where the server asks heads for such, and this head keeps any as far as is known. */
    public boolean offered() {
        PlaceReading now = reading();
        boolean cannot = now.cause() != null && now.cause().kind() == Kind.UNSUPPORTED;
        return now.phase() != Phase.NONE && !cannot;
    }

    /** True where the head has a home to go to, as far as is known. */
    public boolean hasHome() {
        return reading().known().home();
    }

    /** The number that is being typed. */
    public PlaceCall call() {
        return call;
    }

    /** The place of the number that stands there; empty where there is none, or none is known. */
    public Optional<HeadPlace> meant() {
        String typed = call.typed();
        return typed.isEmpty() ? Optional.empty() : reading().known().numbered(Integer.parseInt(typed));
    }

    /** What a place of a head is called, by its name, else its number; by the head's own id where no more is known of it. */
    public String called(CameraId at, String id) {
        return reading().known().all().stream()
                .filter(place -> at.equals(camera) && place.id().equals(id))
                .findFirst()
                .map(PlaceDesk::words)
                .orElse(id);
    }

    private static String words(HeadPlace place) {
        String number = place.number() == null ? place.id() : String.valueOf(place.number());
        return place.name().isBlank() ? number : place.name();
    }

    /** A number that was called up and that the head has no place for; said until something else is done. */
    public OptionalInt unknown() {
        return unknown;
    }

    /** The head goes there. */
    public void go(HeadPlace place) {
        unknown = OptionalInt.empty();
        order(place.id());
        changed.run();
    }

    private void order(String id) {
        @Nullable CameraId at = camera;
        if (at != null) {
            steering.go(at, new HeadOrder.Preset(id));
        }
    }

    /** The head goes to the place of that number; where its places are not known, to the one that it calls so itself. */
    void callUp(int number) {
        Optional<HeadPlace> place = reading().known().numbered(number);
        boolean known = reading().phase() == Phase.KNOWN;
        unknown = known && place.isEmpty() ? OptionalInt.of(number) : OptionalInt.empty();
        if (place.isPresent()) {
            order(place.get().id());
        } else if (!known) {
            order(String.valueOf(number));
        }
        changed.run();
    }

    private void typing() {
        if (!call.typed().isEmpty()) {
            unknown = OptionalInt.empty();
        }
        changed.run();
    }

    /** True where whoever is signed in may change them. */
    public boolean mayChange() {
        return reading().phase() == Phase.KNOWN && manages.getAsBoolean();
    }

    /** Has something be otherwise; the head is taken for it where this desk does not hold it. */
    public void change(PlaceChange change) {
        if (mayChange()) {
            places.change(change);
        }
    }

    /** Asks the head for them anew. */
    public void askAgain() {
        places.forgetRefusal();
        places.ask();
    }

    @Override
    public void close() {
        call.cancel();
        places.close();
    }
}
