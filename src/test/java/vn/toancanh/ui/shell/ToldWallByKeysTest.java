package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.desk.NodeName;
import vn.toancanh.desk.NodeWindow;
import vn.toancanh.desk.PaletteEntry;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.WallNode;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.WallOrder.Details;

/** A wall that is told from elsewhere what to show, in the hands of somebody without a mouse. */
@Tag("slow")
class ToldWallByKeysTest {
    private final FxLane lane = new FxLane();
    private OpenShell open;
    private SecondWindow second;
    private WallNode node;

    /** The second window, which is a screen. */
    private final class OneWindow implements WallNode.Windows {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public List<NodeWindow> now() {
            WallMemory nowhere = new WallMemory() {
                @Override
                public void save(Layout layout) {}

                @Override
                public void load(Consumer<Optional<Layout>> answer) {
                    answer.accept(Optional.empty());
                }
            };
            return List.of(new NodeWindow(
                    2, 2, new Monitor("DP-1", "", 0, 0, 1920, 1080), second.wall.desk, nowhere, nowhere));
        }

        @Override
        public void visitors(int windowId, boolean only) {}
    }

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        Fx.run(() -> open.desk.sessions.rights = List.of(new Right(Level.OPERATE, null, List.of())));
        open.signIn();
        second = new SecondWindow(open, 2);
        node = Fx.on(() -> {
            open.desk.cityWalls.offered = true;
            open.desk.cityWalls.with(FakeCityWalls.wall("truc", "Phòng trực", "DP-1"));
            return new WallNode(
                    lane,
                    Clock.SYSTEM,
                    open.desk.cityWalls,
                    open.desk.sessions,
                    new PlaceRights(open.desk.sessions, open.desk.catalogue),
                    open.desk.preferences,
                    new OneWindow(),
                    NodeName.read("Phòng trực").orElseThrow(),
                    UUID::randomUUID,
                    notice -> {});
        });
        Fx.run(() -> {
            second.wall.part.follow(node, 2);
            open.desk.language.to(Language.EN);
        });
        Fx.settle(second.scene());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(node::close);
        second.close();
        open.close();
        lane.close();
    }

    private void tell(String op, Details details) throws Exception {
        Fx.run(() -> {
            open.desk.cityWalls.order(op, List.of("DP-1"), details);
            open.desk.cityWalls.tell(news -> news.told("truc"));
        });
    }

    /** Opens the palette there, and gives what it lists. */
    private List<PaletteEntry.OfAction> offered() throws Exception {
        Fx.run(() -> second.wall.part.togglePalette());
        List<PaletteEntry.OfAction> listed = Fx.on(() -> {
            ListView<?> list = (ListView<?>) second.scene().getRoot().lookup(".tc-palette .list-view");
            return list.getItems().stream()
                    .filter(PaletteEntry.OfAction.class::isInstance)
                    .map(PaletteEntry.OfAction.class::cast)
                    .toList();
        });
        Fx.run(() -> second.wall.part.closePalette());
        return listed;
    }

    private Optional<PaletteEntry.OfAction> action(String id) throws Exception {
        return offered().stream().filter(each -> each.action().id().equals(id)).findFirst();
    }

    @Test
    void controlIsEndedAndWordsAreReadByThePalette() throws Exception {
        assertThat(action("walls.end")).as("nobody controls it").isEmpty();
        tell("setCell", new Details(0, List.of(new CameraId("c-1")), -1, 0, "", Details.USUAL_TIME));
        Fx.until("control", () -> node.plate(2).isPresent());
        tell("message", new Details(-1, List.of(), -1, 0, "Họp lúc 9 giờ", Duration.ofMinutes(5)));
        Fx.until("words", () -> node.signs().message(2).isPresent());
        PaletteEntry.OfAction read = action("walls.messageRead").orElseThrow();
        Fx.run(() -> read.action().run().run());
        assertThat(Fx.on(() -> node.signs().message(2))).isEmpty();
        assertThat(action("walls.messageRead")).isEmpty();
        PaletteEntry.OfAction end = action("walls.end").orElseThrow();
        Fx.run(() -> end.action().run().run());
        assertThat(Fx.on(() -> open.desk.cityWalls.pushes.getLast().what())).isEqualTo(new Push.What.Release());
        Fx.until("it is its own again", () -> node.plate(2).isEmpty());
        assertThat(action("walls.end")).isEmpty();
    }
}
