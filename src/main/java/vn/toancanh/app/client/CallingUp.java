package vn.toancanh.app.client;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.Hotspots;
import vn.toancanh.desk.PaletteDesk;
import vn.toancanh.desk.RecentChoices;
import vn.toancanh.desk.RotationSwitch;
import vn.toancanh.desk.SalvoDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.LayoutLibrary;

/** What all walls of the desk share for calling things up: by number, by a few letters, what their hotspots show, and what stops their turns. On DESK. */
final class CallingUp implements Handle {
    private final RotationSwitch rotation = new RotationSwitch();
    private final Hotspots hotspots;
    private final CallUpDesk numbers;
    private final PaletteDesk palette;
    private Handle following = Handle.NONE;

    /**
     * @param walls of all windows, in the order of their numbers
     * @param seen false for one whose monitor is away
     */
    CallingUp(
            Lane desk,
            Catalogue catalogue,
            LayoutLibrary layouts,
            Preferences preferences,
            Supplier<List<WallDesk>> walls,
            Predicate<WallDesk> seen) {
        this.hotspots = new Hotspots(desk, walls);
        this.numbers = new CallUpDesk(desk, catalogue::snapshot, walls, seen, new SalvoDesk(preferences));
        this.palette = new PaletteDesk(catalogue, layouts, numbers, new RecentChoices(preferences));
    }

    /**
     * From now on layouts are opened so that whoever sits here is told where one cannot be had, and their names go with whoever is signed in.
     *
     * @param opener opens a layout on a wall, and says so where it cannot be had
     */
    void follow(SessionService sessions, BiConsumer<LayoutId, WallDesk> opener) {
        palette.opensBy(opener);
        following = sessions.onChange(state -> {
            if (state.signedIn().isEmpty()) {
                palette.forget();
            }
        });
    }

    RotationSwitch rotation() {
        return rotation;
    }

    Hotspots hotspots() {
        return hotspots;
    }

    CallUpDesk numbers() {
        return numbers;
    }

    PaletteDesk palette() {
        return palette;
    }

    @Override
    public void close() {
        following.close();
        numbers.close();
        hotspots.close();
    }
}
