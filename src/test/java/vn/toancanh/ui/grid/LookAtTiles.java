package vn.toancanh.ui.grid;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.ui.testing.LookAtScreen;
import vn.toancanh.ui.testing.Pictures;
import vn.toancanh.wall.GridShape;

/** Takes pictures of turned, fitted and rotating tiles, and of one whose stream is chosen by hand, to be looked at by people: {@code LookAtTiles DIR}, as large as the screen. */
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
            Fx.run(() -> withhold(rig, 10));
            Thread.sleep(6000);
            Pictures.save(rig.view.getScene(), folder.resolve("tiles-" + language + "-" + (int) width + ".png"));
            Fx.run(() -> new TurnsEditor(rig.desk, new Texts(language)).show(rig.view.lookup(".tile"), 8));
            Thread.sleep(1000);
            Scene turns = Fx.on(() -> Window.getWindows().stream()
                    .filter(each -> each instanceof Popup && each.isShowing())
                    .map(Window::getScene)
                    .findFirst()
                    .orElseThrow());
            Pictures.save(turns, folder.resolve("turns-" + language + "-" + (int) width + ".png"));
            stream(rig, folder, language + "-" + (int) width + ".png");
            Fx.run(rig::close);
        }
        Platform.exit();
    }

    /** As a layout of others has it. */
    private static void withhold(GridRig rig, int tile) {
        Layout now = rig.desk.wall().layout();
        List<Cell> cells = new ArrayList<>(now.cells());
        cells.set(tile, cells.get(tile).with(new CellContent.Unknown(CellContent.WITHHELD, "{}")));
        rig.desk.showLayout(new Layout(null, "", now.scope(), now.grid(), cells, 0));
    }

    private static void stream(GridRig rig, Path folder, String name) throws Exception {
        Fx.run(() -> {
            rig.desk.showCamera(5, GridRig.id(GridRig.TWO_STREAMS));
            rig.desk.selectTile(5);
            rig.view.requestFocus();
            Fx.press(rig.view, KeyCode.L, false);
        });
        Thread.sleep(2000);
        Fx.run(() -> Fx.press(rig.view, KeyCode.CONTEXT_MENU, false));
        Thread.sleep(500);
        Node line = Fx.on(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(each -> ((ContextMenu) each).getItems().stream())
                .filter(each -> each instanceof Menu menu
                        && menu.getItems().getFirst() instanceof RadioMenuItem first
                        && first.getText().contains(menu.getText()))
                .findFirst()
                .orElseThrow()
                .getStyleableNode());
        new Hand().click(Hand.middleOf(line), MouseButton.PRIMARY);
        ImageIO.write(
                LookAtScreen.now(), "png", folder.resolve("stream-menu-" + name).toFile());
        Fx.run(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(ContextMenu.class::isInstance)
                    .forEach(Window::hide);
            Fx.press(rig.view, KeyCode.I, false);
        });
        ImageIO.write(
                LookAtScreen.now(), "png", folder.resolve("stream-why-" + name).toFile());
    }

    private static void turn(GridRig rig, int tile, UnaryOperator<PictureView> how) {
        rig.desk.selectTile(tile);
        rig.desk.chosen().view(how);
    }
}
