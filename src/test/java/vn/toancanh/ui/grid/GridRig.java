package vn.toancanh.ui.grid;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Language;
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

/** A grid on a real screen over players that draw by themselves. FX thread, but for the constructor's fields. */
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

    /** A player whose picture a test can stop, and which it can fail. */
    final class Drawn implements Player {
        final PaintedPictures pictures;
        final Player.Listener listener;

        Drawn(PlayRequest request, Player.Listener listener) {
            int seed = Integer.parseInt(request.grant().camera().value().substring(1));
            this.pictures = new PaintedPictures(
                    Clock.SYSTEM, fps, request.size().width(), request.size().width() * 9 / 16, seed);
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
            pictures.resize(size.width(), size.width() * 9 / 16);
        }

        @Override
        public void close() {}
    }

    final int fps;
    final FxLane lane = new FxLane();
    final Map<CameraId, Drawn> players = new HashMap<>();
    final Map<CameraId, Failure.Kind> refused = new HashMap<>();
    final Stage stage = new Stage(StageStyle.UNDECORATED);
    final LiveWall live;
    final WallDesk desk;
    final GridView view;

    GridRig(Language language, GridShape shape, int fps, int cameras, double width, double height) {
        this.fps = fps;
        this.live = new LiveWall(new LiveParts(
                lane,
                Clock.SYSTEM,
                this::grant,
                (request, listener) -> {
                    Drawn drawn = new Drawn(request, listener);
                    players.put(request.grant().camera(), drawn);
                    return drawn;
                },
                id -> Optional.of(id.value().substring(1))
                        .map(Integer::parseInt)
                        .filter(number -> number < 900)
                        .map(GridRig::camera),
                new Random(1),
                true));
        this.desk = new WallDesk(lane, live, new Forgetful(), shape);
        this.view = new GridView(desk, new Texts(language), Theme.NIGHT.palette(), lane, Clock.SYSTEM);
        List<CameraId> ids = new ArrayList<>();
        for (int i = 0; i < cameras; i++) {
            ids.add(id(i));
        }
        javafx.scene.Scene scene = new javafx.scene.Scene(view, width, height);
        Theme.NIGHT.apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        desk.showCameras(0, ids);
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
                List.of(new StreamProfile("s", StreamRole.SUB, Codec.H264, 640, 360, 15, 400, 30)),
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
                        Clock.SYSTEM.now().plus(Duration.ofMinutes(10)),
                        Clock.SYSTEM.now().plus(Duration.ofMinutes(8))),
                null);
    }

    @Override
    public void close() {
        view.close();
        desk.close();
        live.close();
        stage.close();
        lane.close();
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
