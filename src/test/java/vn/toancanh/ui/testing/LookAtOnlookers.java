package vn.toancanh.ui.testing;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Language;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.Scene;

/** Takes pictures of what somebody sees who may only look, or works in another ward, to be looked at by people: {@code LookAtOnlookers DIR}. */
public final class LookAtOnlookers {
    private static final SiteId HERE = new SiteId("ward-0");

    private final ScreenLook look;

    private LookAtOnlookers(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtOnlookers onlookers = new LookAtOnlookers(look);
            look.everywhere(onlookers::all);
        }
    }

    private void all(Language language) throws Exception {
        Desk desk = look.desk(language);
        Fx.run(() -> {
            desk.wall.heads = false;
            desk.cityWalls.offered = true;
            CityWall wall = FakeCityWalls.wall("truc", "Tường hình phòng trực", "DP-1", "DP-2");
            desk.cityWalls.with(new CityWall(wall.id(), wall.name(), HERE, wall.screens(), wall.version()));
            desk.cityWalls.scenes.put("truc", List.of(new Scene("c-2", "Ca đêm", Map.of(), 1, "Chị Lan", false)));
            desk.sessions.rights = List.of(new Right(Level.VIEW, null, List.of()));
        });
        Shell shell = look.openSignedIn(desk);
        Fx.run(() -> {
            desk.alarmBook.open();
            desk.alarmServer.lists.remove().accept(Outcome.done(LookAlarms.all()));
            desk.parts.watch().look();
            Fx.press(shell.scene().getRoot(), KeyCode.F1, false);
        });
        look.screen("onlooker-keys-" + language);
        Fx.run(() -> {
            Fx.press(shell.scene().getRoot(), KeyCode.ESCAPE, false);
            Fx.press(shell.scene().getRoot(), KeyCode.F8, false);
        });
        look.screen("onlooker-alarms-" + language);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.W, true));
        look.screen("onlooker-walls-" + language);
        Fx.run(shell::close);
    }
}
