package vn.toancanh.ui.shell;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.SalvoDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.CameraId;
import vn.toancanh.wall.Salvo;

/** The lines of a tile's menu that keep the selected cameras as a group, and lead to all groups. FX thread. */
final class SalvoMenu {
    /** As many as a menu can show at once; the others are found among all. */
    private static final int LISTED = 12;

    private final WallDesk wall;
    private final CallUpDesk callUp;
    private final Texts texts;
    private final Runnable edit;

    /** @param edit shows all groups with their numbers */
    SalvoMenu(WallDesk wall, CallUpDesk callUp, Texts texts, Runnable edit) {
        this.wall = wall;
        this.callUp = callUp;
        this.texts = texts;
        this.edit = edit;
    }

    List<MenuItem> lines() {
        SalvoDesk salvos = callUp.salvos();
        List<CameraId> cameras = wall.wall().selection().stream()
                .flatMap(tile -> wall.content(tile).cameras().stream())
                .toList();
        Menu keep = new Menu(texts.get("shell.salvoKeep"));
        keep.getItems().add(line(texts.get("shell.salvoNew", salvos.free()), salvos.free(), cameras));
        for (Salvo salvo : salvos.all().stream().limit(LISTED).toList()) {
            keep.getItems().add(replacing(salvo, cameras));
        }
        keep.setDisable(cameras.isEmpty());
        MenuItem all = new MenuItem(texts.get("shell.salvosEdit"));
        all.setOnAction(event -> edit.run());
        return List.of(new SeparatorMenuItem(), keep, all);
    }

    /** One step more, so that one slip of the hand loses no salvo. */
    private Menu replacing(Salvo salvo, List<CameraId> cameras) {
        int size = salvo.cameras().size();
        Menu sure = new Menu(texts.get("shell.salvoReplace", salvo.number(), size));
        sure.getItems().add(line(texts.get("shell.salvoReplaceSure", size, cameras.size()), salvo.number(), cameras));
        return sure;
    }

    private MenuItem line(String words, int number, List<CameraId> cameras) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> callUp.keepSalvo(wall, number, cameras));
        return item;
    }
}
