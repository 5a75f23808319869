package vn.toancanh.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Codec;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/** A live wall with fakes on all sides and a clock turned by hand. */
public final class LiveRig {
    static final StreamProfile MAIN = new StreamProfile("m", StreamRole.MAIN, Codec.H264, 1280, 720, 25, 2000, 50);
    static final StreamProfile SUB = new StreamProfile("s", StreamRole.SUB, Codec.H264, 640, 360, 15, 400, 30);

    public final ManualClock clock = new ManualClock();
    public final ManualLane desk = new ManualLane(clock);
    final FakeGrants grants = new FakeGrants(desk, clock);
    final FakePlayers players = new FakePlayers(clock);
    final Map<CameraId, Camera> cameras = new HashMap<>();
    public final LiveWall wall = new LiveWall(new LiveParts(
            desk, clock, grants, players, id -> Optional.ofNullable(cameras.get(id)), new Random(3), true));

    public LiveRig() {
        for (int i = 1; i <= 100; i++) {
            know(camera("c" + i, List.of(MAIN, SUB)));
        }
    }

    /** The server has the camera as it was but for what it tells nobody: where its streams are, and by which password. */
    void correct(String camera, long revision) {
        Camera was = camera(camera, List.of(MAIN, SUB));
        know(new Camera(
                was.id(),
                was.number(),
                was.name(),
                was.site(),
                was.tags(),
                was.place(),
                was.state(),
                was.ptz(),
                was.streams(),
                revision));
    }

    void know(Camera camera) {
        cameras.put(camera.id(), camera);
    }

    static Camera camera(String id, List<StreamProfile> streams) {
        return new Camera(
                new CameraId(id),
                null,
                "Camera " + id,
                new SiteId("s"),
                List.of(),
                null,
                CameraState.ONLINE,
                false,
                streams,
                1);
    }

    public static CellContent content(String camera) {
        return camera.isEmpty() ? CellContent.EMPTY : new CellContent.OfCamera(new CameraId(camera), StreamChoice.AUTO);
    }

    /** Shows those cameras in fresh tiles; an empty id leaves the tile empty. */
    public void show(String... ids) {
        List<LiveWall.Slot> slots = new ArrayList<>();
        for (String id : ids) {
            slots.add(new LiveWall.Slot(content(id), -1));
        }
        wall.rearrange(slots);
        advance(Duration.ofSeconds(1));
    }

    static boolean of(FakePlayers.One player, String camera) {
        return player.request.grant().camera().value().equals(camera);
    }

    LiveTile tile(int place) {
        return wall.tiles().get(place);
    }

    TileState.Phase phase(int place) {
        return tile(place).state().phase();
    }

    public void advance(Duration by) {
        desk.advance(by);
    }

    /** Lets time pass while every open player publishes 20 pictures a second. */
    public void play(Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            players.playing().forEach(one -> one.pictures().publish());
            desk.advance(Duration.ofMillis(50));
        }
    }

    /** Every open player publishes one picture, and no time passes. */
    public void publish() {
        players.playing().forEach(one -> one.pictures().publish());
    }

    /** The same, of which nobody can tell how large it is. */
    public void publishWithoutSize() {
        players.playing().forEach(one -> one.pictures().loseSize());
        publish();
    }

    /** Every open player's stream breaks off. */
    public void breakOff() {
        List.copyOf(players.playing()).forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
    }

    /** Has the newest player tell whether its stream's own time stands still. */
    void tellTimeStands(boolean stands) {
        Delivery delivery = new Delivery(MediaTransport.UNKNOWN, 1, 15, 15, null, stands, false);
        players.last().listener.statistics(figures(100, 100, delivery));
    }

    /** What a worker tells of a small stream from which nothing is lost. */
    static StreamStatistics figures(long received, long decoded, Delivery delivery) {
        return new StreamStatistics(Codec.H264, 640, 360, 400, received, decoded, 0, 0, 0, delivery);
    }

    /** Lets time pass while every open player publishes the same picture 20 times a second. */
    void stand(Duration by) {
        for (long passed = 0; passed < by.toMillis(); passed += 50) {
            players.playing().forEach(one -> one.pictures().publishSame());
            desk.advance(Duration.ofMillis(50));
        }
    }
}
