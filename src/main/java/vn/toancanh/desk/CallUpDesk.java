package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.wall.CallUp;
import vn.toancanh.wall.CallUp.Call;
import vn.toancanh.wall.Salvo;
import vn.toancanh.wall.WallState;

/**
 * Calling cameras up by number, from the window that has the keyboard to any of the walls. What is typed is told key by key with
 * what it means so far; what means nothing says so and changes nothing. Lane: DESK.
 */
public final class CallUpDesk implements Handle {
    /** What is typed is forgotten after so long without a key. */
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

    /** What was done or refused stays to be read for so long. */
    static final Duration SAID_FOR = Duration.ofSeconds(3);

    /** That something is kept says how it is called up, too, which takes longer to be read. */
    static final Duration KEPT_FOR = Duration.ofSeconds(6);

    /**
     * What is to be read in a window.
     *
     * @param where the wall of the window that has the keyboard
     * @param typed what stands there so far
     * @param meant the camera of the number typed so far, or called up; null where there is none
     * @param said what became of the last call
     * @param number of the call that {@code said} speaks of: a camera's, a tile's, a monitor's or a salvo's; 0 where it has none
     * @param cameras how many a salvo that was kept has
     * @param left how many cameras of a salvo found no tile, or no room in one that was kept
     */
    public record Echo(
            WallDesk where, CallUp typed, @Nullable Camera meant, CallUpSaid said, int number, int cameras, int left) {
        Echo(WallDesk where, CallUp typed, @Nullable Camera meant, CallUpSaid said, int number) {
            this(where, typed, meant, said, number, 0, 0);
        }
    }

    private final Lane desk;
    private final Supplier<CatalogueSnapshot> catalogue;
    private final Supplier<List<WallDesk>> walls;
    private final Predicate<WallDesk> seen;
    private final SalvoDesk salvos;
    private final CallUpEchoes echoes;
    private CallUp typed = CallUp.NONE;

    /**
     * @param walls of all windows, in the order of their numbers
     * @param seen false for one whose monitor is away: nothing is called up there
     * @param salvos the groups that are called up
     */
    public CallUpDesk(
            Lane desk,
            Supplier<CatalogueSnapshot> catalogue,
            Supplier<List<WallDesk>> walls,
            Predicate<WallDesk> seen,
            SalvoDesk salvos) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.walls = walls;
        this.seen = seen;
        this.salvos = salvos;
        this.echoes = new CallUpEchoes(desk, this::cancel);
    }

    /** The groups that are called up. */
    public SalvoDesk salvos() {
        return salvos;
    }

    /** Tells now and after every key what is to be read, until the handle is closed. */
    public Handle onEcho(Consumer<Optional<Echo>> listener) {
        desk.assertHere();
        return echoes.on(listener);
    }

    /** True while somebody types: Enter, Backspace and Esc then belong to the call. */
    public boolean typing() {
        return !typed.isEmpty();
    }

    /** A key was typed in the window of that wall; false where it means nothing here, and is left to others. */
    public boolean type(WallDesk here, char key) {
        desk.assertHere();
        return heard(here, typed.type(key));
    }

    /** Enter; false where nobody types. */
    public boolean enter(WallDesk here) {
        desk.assertHere();
        if (!typing()) {
            return false;
        }
        heard(here, typed.enter());
        return true;
    }

    /** Backspace; false where nobody types. */
    public boolean erase(WallDesk here) {
        desk.assertHere();
        boolean was = typing();
        if (was) {
            typed = typed.erase();
            tellTyped(here);
        }
        return was;
    }

    /** Esc; false where nobody types. */
    public boolean cancel() {
        desk.assertHere();
        boolean was = typing();
        typed = CallUp.NONE;
        echoes.tell(Optional.empty(), Duration.ZERO);
        return was;
    }

    private boolean heard(WallDesk here, CallUp.Typed next) {
        if (!next.taken()) {
            // Within a call a wrong key is swallowed, so that it does nothing else by mistake.
            return typing();
        }
        typed = next.typed();
        if (next.call().isPresent()) {
            Call call = next.call().get();
            echoes.tell(Optional.of(here.changes().calledUp(() -> done(here, call))), SAID_FOR);
        } else {
            tellTyped(here);
        }
        return true;
    }

    private void tellTyped(WallDesk here) {
        int number = typed.salvo() || typed.digits().isEmpty() ? 0 : Integer.parseInt(typed.digits());
        Camera meant = number == 0 ? null : catalogue.get().number(number).orElse(null);
        echoes.tell(
                typing() ? Optional.of(new Echo(here, typed, meant, CallUpSaid.NOTHING, number)) : Optional.empty(),
                FORGOTTEN_AFTER);
    }

    private Echo done(WallDesk here, Call call) {
        return switch (call) {
            case Call.Camera(int number, OptionalInt tile, OptionalInt monitor) ->
                on(here, monitor, tile, wall -> show(here, wall, number, tile));
            case Call.Blank(OptionalInt tile, OptionalInt monitor) ->
                on(here, monitor, tile, wall -> blank(here, wall, tile));
            case Call.Salvo(int number, OptionalInt tile, OptionalInt monitor) ->
                on(here, monitor, tile, wall -> salvo(here, wall, number, tile));
            case Call.Next() -> beside(here, 1);
            case Call.Previous() -> beside(here, -1);
        };
    }

    /** Finds the wall that is meant, and makes sure of the tile. */
    private Echo on(WallDesk here, OptionalInt monitor, OptionalInt tile, Function<WallDesk, Echo> work) {
        List<WallDesk> all = walls.get();
        if (monitor.isPresent() && monitor.getAsInt() > all.size()) {
            return said(here, CallUpSaid.NO_MONITOR, monitor.getAsInt());
        }
        WallDesk wall = monitor.isPresent() ? all.get(monitor.getAsInt() - 1) : here;
        if (monitor.isPresent() && !seen.test(wall)) {
            return said(here, CallUpSaid.MONITOR_AWAY, monitor.getAsInt());
        }
        if (tile.isPresent() && !wall.wall().has(tile.getAsInt() - 1)) {
            return said(here, CallUpSaid.NO_TILE, tile.getAsInt());
        }
        return work.apply(wall);
    }

    private Echo show(WallDesk here, WallDesk wall, int number, OptionalInt tile) {
        Optional<Camera> camera = catalogue.get().number(number);
        if (camera.isEmpty()) {
            return said(here, CallUpSaid.NO_CAMERA, number);
        }
        if (tile.isPresent()) {
            wall.showCamera(tile.getAsInt() - 1, camera.get().id());
        } else {
            wall.showCameraWhereItFits(camera.get().id());
        }
        return new Echo(here, CallUp.NONE, camera.get(), CallUpSaid.SHOWN, number);
    }

    /** From that tile on, and on the monitors after it where the group is larger. */
    private Echo salvo(WallDesk here, WallDesk wall, int number, OptionalInt tile) {
        Optional<Salvo> salvo = salvos.find(number);
        if (salvo.isEmpty()) {
            return said(here, CallUpSaid.NO_SALVO, number);
        }
        int left = throwOnto(wall, salvo.get(), tile.isPresent() ? tile.getAsInt() - 1 : WallState.NONE);
        return new Echo(
                here, CallUp.NONE, null, left == 0 ? CallUpSaid.SALVO : CallUpSaid.SALVO_IN_PART, number, 0, left);
    }

    /** Keeps cameras under a number, in place of what was there, and says so in the window of that wall. */
    public void keepSalvo(WallDesk here, int number, List<CameraId> cameras) {
        desk.assertHere();
        boolean replaced = salvos.find(number).isPresent();
        salvos.keep(number, cameras);
        int kept = Math.min(cameras.size(), Salvo.MOST);
        CallUpSaid said = replaced ? CallUpSaid.SALVO_REPLACED : CallUpSaid.SALVO_KEPT;
        tellKept(new Echo(here, CallUp.NONE, null, said, number, kept, cameras.size() - kept));
    }

    /** Keeps these salvos and no others, and says so in the window of that wall. */
    public void keepSalvos(WallDesk here, List<Salvo> all) {
        desk.assertHere();
        salvos.are(all);
        tellKept(said(here, CallUpSaid.SALVOS_NUMBERED, all.size()));
    }

    private void tellKept(Echo told) {
        typed = CallUp.NONE;
        echoes.tell(Optional.of(told), KEPT_FOR);
    }

    /**
     * Shows a group from a tile on, and on the monitors after it where it is larger.
     *
     * @param tile from 0; {@link WallState#NONE}: the selected one, else the first
     * @return how many of its cameras found no tile
     */
    public int throwOnto(WallDesk wall, Salvo salvo, int tile) {
        List<WallDesk> all = walls.get().stream().filter(seen).toList();
        int from = all.indexOf(wall);
        List<WallDesk> onto = from < 0 ? List.of(wall) : all.subList(from, all.size());
        return wall.changes().calledUp(() -> OneHand.on(onto, () -> SalvoDesk.show(salvo, onto, tile)));
    }

    private Echo blank(WallDesk here, WallDesk wall, OptionalInt tile) {
        int which = tile.isPresent() ? tile.getAsInt() - 1 : wall.wall().selected();
        if (which == WallState.NONE) {
            return said(here, CallUpSaid.NONE_SELECTED, 0);
        }
        CallUpSaid said = wall.lent().has(which) ? CallUpSaid.GIVEN_BACK : CallUpSaid.BLANKED;
        wall.clearTile(which);
        return said(here, said, which + 1);
    }

    /** The camera of the number next to that of the one seen in the selected tile; from the last on to the first, and back. */
    private Echo beside(WallDesk here, int step) {
        WallState wall = here.wall();
        if (wall.selected() == WallState.NONE) {
            return said(here, CallUpSaid.NONE_SELECTED, 0);
        }
        if (here.carousels().at(wall.selected()).isPresent()) {
            here.carousels().step(wall.selected(), step);
            CameraId shown = here.content(wall.selected()).cameras().getFirst();
            Camera known = catalogue.get().camera(shown).orElse(null);
            return new Echo(
                    here, CallUp.NONE, known, CallUpSaid.SHOWN, known == null ? 0 : NumberedCameras.number(known));
        }
        @Nullable
        CameraId now = here.content(wall.selected()) instanceof CellContent.OfCamera shown ? shown.camera() : null;
        Optional<Camera> next = NumberedCameras.beside(catalogue.get(), now, step);
        if (next.isEmpty()) {
            return said(here, CallUpSaid.NONE_NUMBERED, 0);
        }
        here.showCamera(wall.selected(), next.get().id());
        return new Echo(here, CallUp.NONE, next.get(), CallUpSaid.SHOWN, NumberedCameras.number(next.get()));
    }

    private static Echo said(WallDesk here, CallUpSaid said, int number) {
        return new Echo(here, CallUp.NONE, null, said, number);
    }

    @Override
    public void close() {
        echoes.close();
    }
}
