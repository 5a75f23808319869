package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.ptz.Equipment;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadLease;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.Steering;
import vn.toancanh.wall.WallState;

/**
 * The one tile of this desk whose head is steered by hand, and whether it may be. Nothing is steered by accident: a tile must be
 * chosen for it, and whatever happens to that tile ends it. Lane: DESK.
 */
public final class SteerDesk implements Handle {
    private record Steered(WallDesk wall, int tile, CameraId camera) {
        /** By how many quarters to the right its picture is turned where it is seen. */
        int quarters() {
            return wall.content(tile) instanceof CellContent.OfCamera of
                    ? of.view().quarters()
                    : 0;
        }
    }

    private final Lane desk;
    private final Steering steering;
    private final SteerRights rights;
    private final PlaceDesk places;
    private final Equipment equipment;
    private final List<Handle> held = new ArrayList<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private @Nullable Steered steered;
    private @Nullable Grid arranged;
    private int turned;
    private String user;
    private Handle following = Handle.NONE;
    private Handle watching = Handle.NONE;
    private Handle beating = Handle.NONE;
    private Handle holding = Handle.NONE;

    /** Steers nothing yet. While it does, it shows the lane that steers that DESK lives. */
    public SteerDesk(Lane desk, Steering steering, SessionService sessions, Supplier<CatalogueSnapshot> cameras) {
        this.desk = desk;
        this.steering = steering;
        this.rights = new SteerRights(steering, sessions, cameras);
        this.user = name(sessions.state());
        this.places = new PlaceDesk(desk, steering, this::manages, this::tell);
        this.equipment = new Equipment(steering, desk, this::tell);
        held.add(places);
        held.add(sessions.onChange(this::sessionChanged));
        held.add(steering.onChange(camera -> {
            if (camera().filter(camera::equals).isPresent()) {
                tell();
            }
        }));
    }

    private static String name(SessionState state) {
        return state.signedIn()
                .map(session -> session.server() + " " + session.user())
                .orElse("");
    }

    private void sessionChanged(SessionState state) {
        String now = name(state);
        if (!now.equals(user)) {
            user = now;
            off();
            steering.forget();
        } else if (camera().filter(rights::steers).isEmpty()) {
            off();
        }
        tell();
    }

    /** The camera in a tile whose head whoever is signed in may steer; empty where there is none. */
    public Optional<CameraId> steerable(WallDesk wall, int tile) {
        desk.assertHere();
        return wall.wall().has(tile) && wall.content(tile) instanceof CellContent.OfCamera of
                ? Optional.of(of.camera()).filter(rights::steers)
                : Optional.empty();
    }

    /** True where there is a head that whoever is signed in may steer, on a wall or not. */
    public boolean offered() {
        desk.assertHere();
        return rights.anywhere();
    }

    /** The tile of that wall whose head is steered; {@link WallState#NONE} where none is. */
    public int tile(WallDesk wall) {
        desk.assertHere();
        return steered != null && steered.wall.equals(wall) ? steered.tile : WallState.NONE;
    }

    /** The camera whose head is steered. */
    public Optional<CameraId> camera() {
        desk.assertHere();
        return Optional.ofNullable(steered).map(Steered::camera);
    }

    /** Begins to steer a tile's head, in place of any other, or ends it; false where there is none to be steered. */
    public boolean toggle(WallDesk wall, int tile) {
        Optional<CameraId> camera = steerable(wall, tile);
        boolean same = tile(wall) == tile && tile != WallState.NONE;
        off();
        if (!same && camera.isPresent()) {
            wall.selectTile(tile);
            steered = new Steered(wall, tile, camera.get());
            arranged = wall.wall().layout().grid();
            turned = steered.quarters();
            // The next camera in turn would end it under the hand.
            holding = wall.carousels().hold(tile);
            following = wall.onChange(any -> wallChanged());
            watching = steering.watch(camera.get());
            steering.beat();
            beating = desk.every(Steering.BEAT, steering::beat);
            places.follow(camera.get());
            equipment.follow(camera.get());
            tell();
        }
        return same || camera.isPresent();
    }

    /** Steers nothing any more: what moves stands. */
    public void off() {
        desk.assertHere();
        if (steered == null) {
            return;
        }
        letGo();
        steered = null;
        following.close();
        holding.close();
        watching.close();
        beating.close();
        places.follow(null);
        equipment.follow(null);
        tell();
    }

    private void wallChanged() {
        Steered now = steered;
        if (now == null) {
            return;
        }
        WallState wall = now.wall.wall();
        boolean seen = wall.enlarged() == WallState.NONE || wall.enlarged() == now.tile;
        boolean same = wall.has(now.tile)
                && now.wall.content(now.tile) instanceof CellContent.OfCamera of
                && of.camera().equals(now.camera);
        if (!seen || !same || wall.selected() != now.tile) {
            off();
            return;
        }
        if (!wall.layout().grid().equals(arranged) || now.quarters() != turned) {
            arranged = wall.layout().grid();
            turned = now.quarters();
            letGo();
        }
        tell();
    }

    /** How it stands with the head that is steered. */
    public HeadReading reading() {
        return camera().map(steering::reading).orElse(HeadReading.NONE);
    }

    /** A hand takes hold of the head, whose right and up are those of the picture as it is seen; empty where none is steered. */
    public Optional<Grip> grip() {
        return camera().map(camera -> steering.grip(camera, turned));
    }

    /** Nobody can be sure any more that a hand is there: what moves by hand stands. */
    public void letGo() {
        steering.letGo();
    }

    /** Whether what is pointed at in a picture can be gone to. */
    public boolean looks() {
        return steering.looks();
    }

    /** The head turns to what stands at a place of its picture, as {@link HeadOrder.Look} has it. */
    public void look(double x, double y, double share) {
        camera().ifPresent(camera -> steering.go(camera, new HeadOrder.Look(x, y, share)));
    }

    /** The head goes home. */
    public void home() {
        camera().ifPresent(camera -> steering.go(camera, new HeadOrder.Home()));
    }

    /** The head goes to the preset of that number. */
    public void preset(int number) {
        places.callUp(number);
    }

    /** The presets of the head that is steered. */
    public PlaceDesk places() {
        return places;
    }

    /** What the head that is steered has besides its axes. */
    public Equipment equipment() {
        return equipment;
    }

    /** The head stands, whatever it does. */
    public void stop() {
        camera().ifPresent(steering::stop);
    }

    /** Holds the head for an hour. */
    public void reserve() {
        camera().ifPresent(steering::reserve);
    }

    /** Gives the head back. */
    public void giveBack() {
        camera().ifPresent(steering::release);
    }

    /** True where the head can be taken from whoever holds it. */
    public boolean mayTakeOver() {
        HeadLease lease = reading().standing().lease();
        return lease != null && !lease.own() && (rights.outranks(lease) || manages());
    }

    /** True where it takes a reason to do so, because whoever holds it is not outranked. */
    public boolean needsReason() {
        HeadLease lease = reading().standing().lease();
        return lease != null && !rights.outranks(lease);
    }

    private boolean manages() {
        return camera().filter(rights::manages).isPresent();
    }

    /** Takes the head from whoever holds it, for that reason; empty: for none. */
    public void takeOver(String reason) {
        camera().ifPresent(camera -> steering.takeOver(camera, reason.strip()));
    }

    /** Tells of everything that is to be said otherwise, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    private void tell() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    @Override
    public void close() {
        off();
        held.forEach(Handle::close);
        held.clear();
    }
}
