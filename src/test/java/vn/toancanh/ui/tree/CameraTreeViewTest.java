package vn.toancanh.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.Fx;

/** The tree of a whole city. */
@Tag("slow")
class CameraTreeViewTest {
    private static final int CITY = 50_000;
    private static final double LEAST_READABLE = 3;
    private static final int LINES_IN_SIGHT = 900 / 32 + 4;

    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");
    private final List<CameraId> put = new ArrayList<>();
    private final List<CameraId> expected = new ArrayList<>();
    private final CameraTreeView.Hands hands = new CameraTreeView.Hands() {
        @Override
        public void put(List<CameraId> cameras) {
            put.addAll(cameras);
        }

        @Override
        public void expect(CameraId camera) {
            expected.add(camera);
        }
    };

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void lanes() {
        lane.close();
        compute.close();
    }

    private CameraTreeModel model(int cameras) throws Exception {
        Desk desk = Fx.on(() -> new Desk(lane, compute, cameras, 4, Map.of(), false, () -> WallReading.NOTHING));
        CameraTreeModel model = Fx.on(() -> new CameraTreeModel(desk.catalogue));
        Fx.run(() -> desk.catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "ban1")));
        Fx.until(
                "the catalogue is there",
                () -> !desk.catalogue.state().fetching()
                        && desk.catalogue.snapshot().size() == cameras);
        return model;
    }

    private Scene show(CameraTreeModel model) throws Exception {
        return Fx.on(() -> {
            var texts = new vn.toancanh.base.Texts(vn.toancanh.base.Language.VI);
            Scene scene = new Scene(new CameraTreeView(model, texts, lane, hands), 280, 900);
            Theme.NIGHT.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return scene;
        });
    }

    private static ListView<?> list(Scene scene) {
        return (ListView<?>) scene.lookup(".list-view");
    }

    @Test
    void fiftyThousandCamerasScrollOnAHandfulOfNodes() throws Exception {
        CameraTreeModel model = model(CITY);
        Scene scene = show(model);
        Fx.run(() -> List.copyOf(model.listing().get().rows()).forEach(row -> {
            if (row instanceof TreeRow.OfSite site) {
                model.toggle(site.site().id());
            }
        }));
        assertThat(Fx.on(() -> list(scene).getItems().size())).isEqualTo(CITY + 9);
        int most = 0;
        for (int to = 0; to < CITY; to += CITY / 60) {
            int line = to;
            Fx.run(() -> list(scene).scrollTo(line));
            Fx.run(() -> scene.getRoot().layout());
            most = Math.max(
                    most, Fx.on(() -> scene.getRoot().lookupAll(".list-cell").size()));
        }
        assertThat(most).isLessThanOrEqualTo(LINES_IN_SIGHT * 2);
        int before = Fx.on(() -> Fx.count(scene.getRoot()));
        for (int i = 0; i < 30; i++) {
            int line = (i * 7919) % CITY;
            Fx.run(() -> list(scene).scrollTo(line));
            Fx.run(() -> scene.getRoot().layout());
        }
        assertThat(Fx.on(() -> Fx.count(scene.getRoot()))).isLessThanOrEqualTo(before * 2);
        Fx.run(() -> scene.getWindow().hide());
    }

    @Test
    void searchingACityLeavesWhatWasFound() throws Exception {
        CameraTreeModel model = model(CITY);
        Scene scene = show(model);
        Fx.run(() -> ((TextField) scene.lookup(".tc-search")).setText("van cao"));
        Fx.until("it is found", () -> model.listing().get().found() > 0);
        assertThat(model.listing().get().found()).isEqualTo(CITY / 13);
        Fx.until("the best hit is expected", () -> !expected.isEmpty());
        assertThat(expected.getLast()).isEqualTo(model.bestHit().orElseThrow());
        assertThat(Fx.on(() -> list(scene).getItems().size())).isLessThanOrEqualTo(CameraTreeModel.MOST_HITS + 9);
        Fx.run(() -> {
            scene.lookup(".tc-search").requestFocus();
            Fx.press(scene.getRoot(), KeyCode.DOWN, false);
            assertThat(scene.getFocusOwner()).isSameAs(list(scene));
            Fx.press(scene.getRoot(), KeyCode.ENTER, false);
        });
        assertThat(put).hasSize(1);
        Fx.run(() -> {
            Fx.press(scene.getRoot(), KeyCode.ESCAPE, false);
            assertThat(scene.getFocusOwner()).isSameAs(scene.lookup(".tc-search"));
            Fx.press(scene.getRoot(), KeyCode.ESCAPE, false);
        });
        assertThat(model.query()).isEmpty();
        Fx.run(() -> scene.getWindow().hide());
    }

    @Test
    void everyLineShowsItsWholeTextAfterASearch() throws Exception {
        CameraTreeModel model = model(1400);
        Scene scene = show(model);
        for (String query : List.of("hoan kiem", "1207", "", "bo ho")) {
            Fx.run(() -> ((TextField) scene.lookup(".tc-search")).setText(query));
            Fx.until(
                    "it is searched",
                    () -> query.isEmpty() == (model.listing().get().found() < 0));
            Fx.settle(scene);
            Fx.run(() -> {
                for (var node : scene.getRoot().lookupAll(".list-cell")) {
                    if (((ListCell<?>) node).getItem() instanceof TreeRow.OfCamera row) {
                        String shown = node.lookupAll(".tc-tree-camera > .label").stream()
                                .filter(label -> label.getLayoutBounds().getWidth() >= LEAST_READABLE)
                                .map(label -> ((Label) label).getText())
                                .collect(Collectors.joining());
                        assertThat(shown).isEqualTo(row.camera().name());
                    }
                    if (((ListCell<?>) node).getItem() instanceof TreeRow.OfSite) {
                        assertThat(node.lookup(".tc-small").isVisible()).isTrue();
                    }
                }
            });
        }
        Fx.run(() -> scene.getWindow().hide());
    }

    @Test
    void severalChosenCamerasGoToTheWallTogether() throws Exception {
        CameraTreeModel model = model(40);
        Scene scene = show(model);
        Fx.run(() -> {
            list(scene).requestFocus();
            list(scene).getSelectionModel().selectIndices(1, 2, 3);
            Fx.press(scene.getRoot(), KeyCode.ENTER, false);
        });
        assertThat(put).hasSize(3).doesNotHaveDuplicates();
        Fx.run(() -> scene.getWindow().hide());
    }

    @Test
    void anEmptyCitySaysWhatToDo() throws Exception {
        Scene scene = show(model(0));
        Fx.run(() -> {
            assertThat(scene.lookup(".tc-tree-empty").isVisible()).isTrue();
            assertThat(list(scene).isVisible()).isFalse();
        });
        Fx.run(() -> scene.getWindow().hide());
    }
}
