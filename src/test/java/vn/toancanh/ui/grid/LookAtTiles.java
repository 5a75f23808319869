package vn.toancanh.ui.grid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.stage.Screen;
import vn.toancanh.base.Language;
import vn.toancanh.model.PictureView;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Pictures;
import vn.toancanh.wall.GridShape;

/** Takes pictures of turned, fitted and rotating tiles, to be looked at by people: {@code LookAtTiles DIR}, as large as the screen. */
final class LookAtTiles {
    private LookAtTiles() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Fx.needed();
        for (Language language : Language.values()) {
            double width = Screen.getPrimary().getBounds().getWidth();
            double height = Screen.getPrimary().getBounds().getHeight();
            GridRig rig = Fx.on(() -> new GridRig(language, GridShape.of("4x3").orElseThrow(), 15, 8, width, height));
            Fx.run(() -> {
                turn(rig, 0, PictureView::turned);
                turn(rig, 1, view -> view.turned().turned());
                turn(rig, 2, view -> view.with(PictureView.Fit.FILL));
                turn(rig, 3, view -> view.with(PictureView.Fit.WHOLE));
                rig.desk.selectTile(8);
                rig.desk.chosen().rotate(List.of(GridRig.id(20), GridRig.id(21), GridRig.id(22)));
                rig.desk.selectTile(9);
                rig.desk.chosen().rotate(List.of(GridRig.id(30), GridRig.id(950)));
                rig.desk.chosen().exactly(Set.of(4, 5));
            });
            Thread.sleep(6000);
            Pictures.save(rig.view.getScene(), folder.resolve("tiles-" + language + "-" + (int) width + ".png"));
            Fx.run(rig::close);
        }
        Platform.exit();
    }

    private static void turn(GridRig rig, int tile, UnaryOperator<PictureView> how) {
        rig.desk.selectTile(tile);
        rig.desk.chosen().view(how);
    }
}
