package vn.toancanh.ptz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/** The places of one head at a server, as the contract says: only who holds it changes them, and what is locked stands. */
public final class FakePlaces implements PlaceService {
    private final Lane lane;
    private final BooleanSupplier held;
    private final List<Consumer<CameraId>> listeners = new CopyOnWriteArrayList<>();

    /** What the head knows. */
    public volatile HeadPlaces known = new HeadPlaces(List.of(), 64, true, false);

    /** How often it was asked. */
    public final AtomicInteger asked = new AtomicInteger();

    public volatile boolean offered = true;

    /** Why it tells nothing; null where it does. */
    @Nullable
    public volatile Failure silent;

    /** What it was told to change. */
    public final List<PlaceChange> changes = new CopyOnWriteArrayList<>();

    /** @param held whether the desk that asks holds the head */
    FakePlaces(Lane lane, BooleanSupplier held) {
        this.lane = lane;
        this.held = held;
    }

    /** The head knows these, with room for more. */
    public void knows(HeadPlace... places) {
        known = new HeadPlaces(List.of(places), 64, true, false);
    }

    @Override
    public boolean offered() {
        return offered;
    }

    @Override
    public void list(CameraId camera, Consumer<Outcome<HeadPlaces>> answer) {
        asked.incrementAndGet();
        later(answer, () -> known);
    }

    @Override
    public void change(CameraId camera, PlaceChange change, Consumer<Outcome<Boolean>> answer) {
        lane.execute(() -> {
            if (!held.getAsBoolean()) {
                answer.accept(
                        Outcome.failed(Failure.of(Kind.CONFLICT, "no lease").withText(HeadService.LEASE_ENDED)));
                return;
            }
            changes.add(change);
            apply(change);
            later(answer, () -> true);
        });
    }

    private <T> void later(Consumer<Outcome<T>> answer, Supplier<T> value) {
        Failure why = silent;
        lane.execute(() -> answer.accept(why == null ? Outcome.done(value.get()) : Outcome.failed(why)));
    }

    private void apply(PlaceChange change) {
        List<HeadPlace> now = new ArrayList<>(known.all());
        switch (change) {
            case PlaceChange.Keep(String name) -> {
                int number = now.size() + 1;
                now.add(new HeadPlace(Integer.toString(number), number, name, false));
            }
            case PlaceChange.Name(HeadPlace place, String name) ->
                now.replaceAll(each -> each.id().equals(place.id())
                        ? new HeadPlace(each.id(), each.number(), name, each.locked())
                        : each);
            case PlaceChange.Lock(HeadPlace place, boolean locked) ->
                now.replaceAll(each -> each.id().equals(place.id())
                        ? new HeadPlace(each.id(), each.number(), each.name(), locked)
                        : each);
            case PlaceChange.Remove(HeadPlace place) ->
                now.removeIf(each -> each.id().equals(place.id()));
            case PlaceChange.Replace replaced -> {
                // It is called as before.
            }
            case PlaceChange.Home home -> {
                // No place is another.
            }
        }
        known = new HeadPlaces(now, known.most(), known.home(), known.homeFixed());
    }

    /** Somebody at another desk has changed them. Any thread. */
    public void tell(CameraId camera) {
        listeners.forEach(listener -> listener.accept(camera));
    }

    @Override
    public Handle onChange(Consumer<CameraId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
