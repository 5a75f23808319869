package vn.toancanh.ui.testing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import vn.toancanh.base.Language;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.wall.Shift;

/** Takes pictures of saving, of the list of layouts and of what is to be settled, to be looked at by people: {@code LookAtLayouts DIR}. */
public final class LookAtLayouts {
    private final ScreenLook look;

    private LookAtLayouts(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0]);
                FxLane lane = new FxLane()) {
            LookAtLayouts layouts = new LookAtLayouts(look);
            look.everywhere(language -> layouts.all(language, lane));
        }
    }

    private void all(Language language, FxLane lane) throws Exception {
        Desk desk = look.desk(language);
        OpeningWall wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, 3));
        LayoutRig rig = Fx.on(() -> new LayoutRig(lane, desk, wall));
        Shell shell = Fx.on(() -> {
            Stage stage = new Stage();
            Shell made = new Shell(stage, desk.partsWith(wall.part));
            made.show();
            stage.setMaximized(true);
            return made;
        });
        ScreenLook.type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        String[] ids = Fx.on(() -> desk.catalogue.snapshot().cameras().stream()
                .limit(12)
                .map(camera -> camera.id().value())
                .toArray(String[]::new));
        Fx.run(() -> {
            rig.saved("Bình · Ca trưởng", "l-1", "Giờ cao điểm sáng", Scope.CITY, ids[0], ids[1], ids[2], ids[3]);
            rig.saved("Chi · Ca đêm", "l-2", "Canh đêm hồ Hoàn Kiếm", Scope.ROLE, ids[4], "c-khong-con");
            rig.saved("An · Bàn 1", "l-3", "Đang theo dõi", Scope.PRIVATE, ids[5]);
            rig.server.lockBy(new LayoutId("l-2"), "Chi · Ca đêm");
            for (int i = 0; i < 6; i++) {
                wall.desk.showCamera(i, new CameraId(ids[i]));
            }
        });
        key(shell, KeyCode.S, true);
        look.screen("layout-save-" + language);
        Fx.run(() -> shell.scene().getRoot().fireEvent(escape()));
        Fx.run(() -> rig.desk.open(new LayoutId("l-1"), wall.desk));
        Fx.settle(shell.scene());
        Fx.run(() -> {
            wall.desk.showCamera(0, new CameraId(ids[8]));
            rig.saved("Bình · Ca trưởng", "l-1", "Giờ cao điểm sáng", Scope.CITY, ids[0], ids[9], ids[2], ids[10]);
        });
        Fx.settle(shell.scene());
        look.screen("layout-news-" + language);
        Fx.run(() -> desk.notices.dismiss());
        key(shell, KeyCode.F3, false);
        look.screen("layout-list-" + language);
        key(shell, KeyCode.F3, false);
        Fx.run(() -> shifts(rig));
        key(shell, KeyCode.F3, false);
        Fx.run(() -> shell.scene()
                .getRoot()
                .lookupAll(".tc-layouts .scroll-pane")
                .forEach(each -> {
                    if (each instanceof ScrollPane pane) {
                        pane.setVvalue(1);
                    }
                }));
        Fx.settle(shell.scene());
        look.screen("layout-shifts-" + language);
        key(shell, KeyCode.F3, false);
        key(shell, KeyCode.S, true);
        Fx.settle(shell.scene());
        key(shell, KeyCode.F3, false);
        look.screen("layout-question-" + language);
        key(shell, KeyCode.F3, false);
        key(shell, KeyCode.F2, false);
        Fx.run(() -> wall.desk.clearTile(0));
        look.screen("layout-edit-off-" + language);
        Fx.run(() -> {
            shell.close();
            wall.close();
        });
    }

    /** Somebody elsewhere has set two, and one is this desk's. */
    private static void shifts(LayoutRig rig) {
        LayoutId peak = new LayoutId("l-1");
        rig.timetables.there = true;
        rig.timetables.by("Bình · Ca trưởng", Scope.CITY, peak, true, shift(6, 10, 1), shift(16, 20, 2));
        rig.shifts.add(shift(22, 6, 1));
    }

    private static Shift shift(int from, int to, int window) {
        return new Shift(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                window,
                new LayoutId("l-1"),
                "Giờ cao điểm sáng");
    }

    private static javafx.scene.input.KeyEvent escape() {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
    }

    private static void key(Shell shell, KeyCode code, boolean control) throws Exception {
        Fx.run(() -> Fx.press(
                shell.scene().getFocusOwner() == null
                        ? shell.scene().getRoot()
                        : shell.scene().getFocusOwner(),
                code,
                control));
        Fx.settle(shell.scene());
    }
}
