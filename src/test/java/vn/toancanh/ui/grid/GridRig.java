package vn.toancanh.ui.grid;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Effort;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** A grid over players that draw by themselves. FX thread, but for the constructor's fields. */
final class GridRig implements Handle {
    private static final List<String> NAMES = List.of(
            "Cầu Chương Dương – đầu cầu",
            "Hàng Bài – Tràng Tiền",
            "Trần Hưng Đạo – Lý Thường Kiệt",
            "Ngã Tư Sở",
            "Cầu Giấy – Láng",
            "Phạm Hùng – Mễ Trì",
            "Nguyễn Trãi – Khuất Duy Tiến",
            "Ô Chợ Dừa",
            "Kim Mã – Núi Trúc",
            "Giải Phóng – Phố Vọng",
            "Bờ Hồ – Đinh Tiên Hoàng",
            "Long Biên – ga");

    /** Cameras of this number and above have a large stream, too. */
    static final int TWO_STREAMS = 800;

    private static final StreamProfile SUB = new StreamProfile("s", StreamRole.SUB, Codec.H264, 640, 360, 15, 400, 30);
    private static final StreamProfile MAIN =
            new StreamProfile("m", StreamRole.MAIN, Codec.H264, 1920, 1080, 15, 2400, 30);

    /** A player whose picture a test can stop, and which it can fail. */
    final class Drawn implements Player {
        final PaintedPictures pictures;
        final Player.Listener listener;

        Drawn(PlayRequest request, Player.Listener listener) {
            int seed = Integer.parseInt(request.grant().camera().value().substring(1));
            PixelSize size = request.size();
            PixelSize fitted = fitted(size == null ? new PixelSize(320, 180) : size);
            this.pictures = new PaintedPictures(clock, fps, fitted.width(), fitted.height(), seed);
            this.listener = listener;
        }

        void fail(Failure.Kind kind) {
            listener.failed(Failure.of(kind, "told so"));
        }

        @Override
        public PaintedPictures pictures() {
            return pictures;
        }

        @Override
        public void resize(PixelSize size) {
            PixelSize fitted = fitted(size);
            pictures.resize(fitted.width(), fitted.height());
        }

        @Override
        public void ease(Effort effort) {}

        @Override
        public void rest() {}

        @Override
        public void close() {}

        /** As a decoder does: the largest of the picture's shape inside that size, both sides even. */
        private static PixelSize fitted(PixelSize most) {
            int width = Math.min(most.width(), most.height() * 16 / 9) & ~1;
            return new PixelSize(Math.max(2, width), Math.max(2, (width * 9 / 16) & ~1));
        }
    }

    final int fps;
    final Lane lane;
    final Clock clock;
    final Map<CameraId, Drawn> players = new HashMap<>();
    /** Cameras the server gives no grant for. */
    final Map<CameraId, Failure.Kind> refused = new HashMap<>();
    /** Cameras whose players never get a picture. */
    final Set<CameraId> mute = new HashSet<>();
    /** Cameras whose players fail before there is a picture. */
    final Map<CameraId, Failure.Kind> dying = new HashMap<>();

    final LiveWall live;
    final WallDesk desk;
    final FakeMarks marks = new FakeMarks();
    final GridView view;
    private final List<Handle> held = new ArrayList<>();
    private @Nullable Stage stage;

    /** On the screen, in a window without a frame at its upper left corner, running by itself. */
    GridRig(Language language, GridShape shape, int fps, int cameras, double width, double height) {
        this(new FxLane(), Clock.SYSTEM, language, shape, fps);
        held.add((FxLane) lane);
        Stage window = new Stage(StageStyle.UNDECORATED);
        window.setScene(scene(width, height));
        window.setX(0);
        window.setY(0);
        window.show();
        stage = window;
        fill(cameras);
    }

    /** Nowhere, of any size, for pictures of it; time goes on by hand. */
    GridRig(ManualLane lane, ManualClock clock, Language language, GridShape shape, double width, double height) {
        this(lane, clock, language, shape, 15);
        scene(width, height);
    }

    private GridRig(Lane lane, Clock clock, Language language, GridShape shape, int fps) {
        this.lane = lane;
        this.clock = clock;
        this.fps = fps;
        this.live = new LiveWall(new LiveParts(
                lane,
                clock,
                this::grant,
                (request, listener) -> {
                    Drawn drawn = new Drawn(request, listener);
                    players.put(request.grant().camera(), drawn);
                    if (mute.contains(request.grant().camera())) {
                        drawn.pictures.beSilent();
                    }
                    Failure.Kind kind = dying.get(request.grant().camera());
                    if (kind != null) {
                        drawn.pictures.beSilent();
                        lane.after(Duration.ofMillis(200), () -> drawn.fail(kind));
                    }
                    return drawn;
                },
                id -> Optional.of(id.value().substring(1))
                        .map(Integer::parseInt)
                        .filter(number -> number < 900)
                        .map(GridRig::camera),
                new Random(1),
                true));
        this.desk = new WallDesk(lane, live, new Forgetful(), shape);
        this.view = new GridView(desk, marks, new Texts(language), Theme.NIGHT.palette(), lane, clock);
    }

    private Scene scene(double width, double height) {
        Scene scene = new Scene(view, width, height);
        Theme.NIGHT.apply(scene);
        return scene;
    }

    /** Shows that many cameras from the first tile on. */
    void fill(int cameras) {
        List<CameraId> ids = new ArrayList<>();
        for (int i = 0; i < cameras; i++) {
            ids.add(id(i));
        }
        desk.showCameras(0, ids);
    }

    /** Brings its window to that column of the screen. */
    void stand(double x) {
        if (stage != null) {
            stage.setX(x);
        }
    }

    /** Takes its window from the screen. */
    void hide() {
        if (stage != null) {
            stage.hide();
        }
    }

    boolean isShowing() {
        return stage != null && stage.isShowing();
    }

    static CameraId id(int number) {
        return new CameraId("c" + number);
    }

    Drawn player(int camera) {
        Drawn drawn = players.get(id(camera));
        if (drawn == null) {
            throw new IllegalStateException("camera " + camera + " does not play");
        }
        return drawn;
    }

    private static Camera camera(int number) {
        return new Camera(
                id(number),
                1200 + 3 * number,
                NAMES.get(number % NAMES.size()),
                new SiteId("s"),
                List.of(),
                null,
                CameraState.ONLINE,
                false,
                number < TWO_STREAMS ? List.of(SUB) : List.of(MAIN, SUB),
                1);
    }

    private void grant(List<Wish> wishes, Consumer<List<Answer>> answers) {
        lane.execute(() -> answers.accept(wishes.stream().map(this::answer).toList()));
    }

    private Answer answer(Wish wish) {
        Failure.Kind kind = refused.get(wish.camera());
        if (kind != null) {
            return new Answer(wish, null, Failure.of(kind, "told so"));
        }
        return new Answer(
                wish,
                new StreamGrant(
                        "g",
                        wish.camera(),
                        wish.role(),
                        URI.create("rtsp://drawn/" + wish.camera()),
                        null,
                        null,
                        List.of(),
                        clock.now().plus(Duration.ofMinutes(10)),
                        clock.now().plus(Duration.ofMinutes(8))),
                null);
    }

    @Override
    public void close() {
        view.close();
        desk.close();
        live.close();
        if (stage != null) {
            stage.close();
        }
        held.forEach(Handle::close);
    }

    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }
}
