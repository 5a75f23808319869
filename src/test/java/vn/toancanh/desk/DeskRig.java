package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.live.LiveCommons;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Layout;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** One window's wall in the hands of a test: streams are asked for and never granted, and what is to be kept is in a list. */
final class DeskRig {
    final ManualClock clock;
    final ManualLane lane;
    final RotationSwitch rotation = new RotationSwitch();
    /** Walls that were to be remembered, oldest first. */
    final List<Layout> saved = new ArrayList<>();
    /** Cameras whose streams were asked for, in that order. */
    final List<String> asked = new ArrayList<>();
    /** The wall of last time. */
    Optional<Layout> last = Optional.empty();

    final LiveWall live;
    final WallDesk desk;

    /** Knows no camera. */
    DeskRig(int columns, int rows) {
        this(new ManualClock(), columns, rows, id -> Optional.empty());
    }

    private DeskRig(ManualClock clock, int columns, int rows, Function<CameraId, Optional<Camera>> known) {
        this(clock, new ManualLane(clock), columns, rows, known);
    }

    private DeskRig(
            ManualClock clock, ManualLane lane, int columns, int rows, Function<CameraId, Optional<Camera>> known) {
        this(clock, lane, columns, rows, known, camera -> false);
    }

    private DeskRig(
            ManualClock clock,
            ManualLane lane,
            int columns,
            int rows,
            Function<CameraId, Optional<Camera>> known,
            Predicate<CameraId> barred) {
        this.clock = clock;
        this.lane = lane;
        live = new LiveWall(new LiveParts(
                lane,
                clock,
                (wishes, answers) ->
                        wishes.forEach(wish -> asked.add(wish.camera().value())),
                (request, listener) -> {
                    throw new IllegalStateException("nothing is granted, so nothing plays");
                },
                known,
                new Random(1),
                LiveCommons.on(lane, new Random(1)),
                barred,
                true));
        desk = new WallDesk(lane, live, new Memory(), rotation, GridShape.uniform(columns, rows));
    }

    /** Knows every camera that it is asked for. */
    static DeskRig ofKnownCameras(int columns, int rows) {
        return new DeskRig(new ManualClock(), columns, rows, id -> Optional.of(known(id)));
    }

    /** Knows every camera that it is asked for, and shows no picture of some. */
    static DeskRig barring(int columns, int rows, Predicate<CameraId> barred) {
        ManualClock clock = new ManualClock();
        return new DeskRig(clock, new ManualLane(clock), columns, rows, id -> Optional.of(known(id)), barred);
    }

    /** One of several windows of a desk; knows no camera. */
    static DeskRig window(ManualClock clock, ManualLane lane, int columns, int rows) {
        return new DeskRig(clock, lane, columns, rows, id -> Optional.empty());
    }

    /** Keeps what it is told and answers at once. */
    private final class Memory implements WallMemory {
        @Override
        public void save(Layout wall) {
            saved.add(wall);
        }

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(last);
        }
    }

    private static Camera known(CameraId id) {
        return new Camera(
                id,
                null,
                id.value(),
                new SiteId("s"),
                List.of(),
                null,
                CameraState.ONLINE,
                false,
                List.of(new StreamProfile("s", StreamRole.SUB, Codec.H264, 640, 360, 15, 400, 30)),
                1);
    }

    /** Camera {@code c} and the number. */
    static CameraId camera(int number) {
        return new CameraId("c" + number);
    }

    /** From {@code c1} on. */
    static List<CameraId> cameras(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(DeskRig::camera).toList();
    }

    /** The camera, or a dash where there is none, or several that take turns. */
    static String name(CellContent content) {
        return content instanceof CellContent.OfCamera of ? of.camera().value() : "-";
    }

    /** What stands in a layout, cell by cell. */
    static List<String> names(Layout layout) {
        return layout.cells().stream().map(cell -> name(cell.content())).toList();
    }

    /** What people and layouts have put on the wall, tile by tile. */
    List<String> kept() {
        return names(desk.wall().layout());
    }

    /** What the tiles really play, what is lent and whose turn it is included. */
    List<String> played() {
        return live.tiles().stream().map(tile -> name(tile.content())).toList();
    }
}
