package vn.toancanh.ui.testing;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadEquipment;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.Steering;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.wall.GridShape;

/** Takes pictures of a head that is steered in its tile, to be looked at by people: {@code LookAtSteering DIR}. */
public final class LookAtSteering {
    private static final HeadPlace[] PRESETS = {
        new HeadPlace("1", 1, "Cổng Bệnh viện Hữu nghị Việt Đức, phía phố Phủ Doãn", false),
        new HeadPlace("2", 2, "Ngã tư Tràng Tiền – Hàng Bài", true),
        new HeadPlace("3", 3, "", false),
        new HeadPlace("12", 12, "Hồ Gươm", false),
        new HeadPlace("Preset_B", null, "Lobby", true)
    };

    private static final HeadEquipment EQUIPMENT = new HeadEquipment(
            true,
            true,
            true,
            false,
            List.of(
                    switched("Wiper", "On", "Off"),
                    switched("IRLamp", "On", "Off", "Auto"),
                    switched("WashingProcedure", "On"),
                    switched("Siren 2", "")));

    private final ScreenLook look;

    private LookAtSteering(ScreenLook look) {
        this.look = look;
    }

    private static HeadEquipment.Auxiliary switched(String name, String... states) {
        return new HeadEquipment.Auxiliary(
                name,
                Stream.of(states)
                        .map(state -> new HeadEquipment.Choice(name + "|" + state, state))
                        .toList());
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0]);
                FxLane lane = new FxLane()) {
            LookAtSteering steering = new LookAtSteering(look);
            look.everywhere(language -> steering.all(language, lane));
        }
    }

    /** What is so called on the screen. */
    private static void press(Shell shell, String words) throws Exception {
        Fx.run(() -> shell.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button each && words.equals(each.getText()))
                .forEach(node -> ((Button) node).fire()));
    }

    private void all(Language language, FxLane lane) throws Exception {
        Desk desk = look.desk(language);
        ThreadLane ptz = new ThreadLane("PTZ");
        FakeHeads heads = new FakeHeads(ptz, Clock.SYSTEM);
        heads.places.knows(PRESETS);
        heads.equipment = EQUIPMENT;
        OpeningWall wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, 3));
        SteerDesk steer = Fx.on(() -> new SteerDesk(
                lane, new Steering(heads, ptz, lane, Clock.SYSTEM), desk.sessions, desk.catalogue::snapshot));
        Shell shell = Fx.on(() -> {
            wall.part.steer(steer);
            Stage stage = new Stage();
            Shell made = new Shell(stage, desk.partsWith(wall.part));
            made.show();
            stage.setMaximized(true);
            return made;
        });
        ScreenLook.type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        Fx.run(() -> {
            for (int i = 0; i < 9; i++) {
                wall.desk.showCamera(
                        i, desk.catalogue.snapshot().cameras().get(i).id());
            }
            steer.toggle(wall.desk, 4);
        });
        look.screen("steer-idle-" + language);
        press(shell, new Texts(language).get("ptz.presets"));
        look.screen("steer-presets-" + language);
        Fx.run(() -> steer.places().call().type('1'));
        press(shell, new Texts(language).get("ptz.presetKeep"));
        look.screen("steer-preset-keep-" + language);
        press(shell, new Texts(language).get("ptz.cancel"));
        Fx.run(() -> steer.places().call().cancel());
        press(shell, new Texts(language).get("ptz.presets"));
        press(shell, new Texts(language).get("ptz.equipment"));
        look.screen("steer-equipment-" + language);
        press(shell, new Texts(language).get("ptz.equipment"));
        Fx.run(() -> {
            Grip grip = steer.grip().orElseThrow();
            grip.move(new HeadSpeed(0.5, 0, 0));
        });
        Fx.until("it moves", () -> steer.reading().mine());
        look.screen("steer-moving-" + language);
        ptz.execute(() -> heads.takenBy("Nguyễn Thị Minh Khai"));
        Fx.until("it is taken", () -> steer.reading().others());
        look.screen("steer-taken-" + language);
        press(shell, new Texts(language).get("ptz.takeOver"));
        look.screen("steer-reason-" + language);
        Fx.run(() -> steer.takeOver("đuổi theo xe"));
        Fx.until("it is mine", () -> steer.reading().mine());
        heads.away = true;
        Fx.run(() -> steer.grip().orElseThrow().move(new HeadSpeed(0.5, 0, 0)));
        Fx.until("it is said", () -> steer.reading().cause() != null);
        look.screen("steer-gone-" + language);
        Fx.run(() -> {
            wall.desk.changeShape(GridShape.uniform(6, 6));
            wall.desk.selectTile(4);
        });
        look.screen("steer-small-" + language);
        heads.away = false;
        press(shell, new Texts(language).get("ptz.presets"));
        look.screen("steer-presets-small-" + language);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F1, false));
        look.screen("steer-keys-" + language);
        Fx.run(() -> {
            steer.close();
            shell.close();
            wall.close();
        });
        ptz.close();
    }
}
