package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.PasswordTries;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.shift.HeadsLeft;
import vn.toancanh.shift.HeadsReserved;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.KeptHashes;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** A head that moves when its desk is locked, or when the client ends. */
@Timeout(60)
class SteeringOnScreenTest {
    private static final CameraId CAMERA = new CameraId("c-1");
    private static final SiteId SITE = new SiteId("hoan-kiem");
    private static final CatalogueSnapshot CAMERAS = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(SITE, null, "Hoàn Kiếm")),
            List.of(new Camera(
                    CAMERA, 1201, "Hàng Khay", SITE, List.of(), null, CameraState.ONLINE, true, List.of(), 1)),
            Instant.EPOCH,
            ""));

    private final ThreadLane desk = new ThreadLane("DESK");
    private final ThreadLane server = new ThreadLane("server");
    private final FakeHeads heads = new FakeHeads(server, Clock.SYSTEM);
    private final FakeSessions sessions = new FakeSessions();
    private LockDesk lock;
    private LiveWall live;
    private WallDesk wall;
    private SteeringOnScreen steering;

    private <T> T on(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        desk.execute(() -> answer.complete(work.get()));
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(5);
        }
    }

    @BeforeEach
    void sit() {
        on(() -> {
            sessions.signIn(URI.create("https://t.vn"), "ban1", Secret.of(FakeSessions.PASSWORD), outcome -> {});
            return 0;
        });
        lock = on(this::locking);
        live = on(() -> new LiveWall(new LiveParts(
                desk,
                Clock.SYSTEM,
                (wishes, answers) -> {},
                (request, listener) -> {
                    throw new IllegalStateException("nothing is granted, so nothing plays");
                },
                CAMERAS::camera,
                new Random(1),
                true)));
        wall = on(() -> new WallDesk(desk, live, new Forgetful(), GridShape.uniform(1, 1)));
        steering = on(() -> {
            wall.showCamera(0, CAMERA);
            return new SteeringOnScreen(
                    heads, sessions, () -> CAMERAS, lock, preferences(), List.of(), desk, Clock.SYSTEM);
        });
    }

    private Preferences preferences() {
        return new Preferences(
                Map.of(),
                new PreferenceStore() {
                    @Override
                    public Map<String, String> load() {
                        return Map.of();
                    }

                    @Override
                    public void save(String name, String value) {}
                },
                desk);
    }

    private LockDesk locking() {
        PasswordTries tries = new PasswordTries(desk, desk, Clock.SYSTEM);
        return new LockDesk(desk, Clock.SYSTEM, desk, sessions, preferences(), new KeptHashes(), tries, true);
    }

    @AfterEach
    void stand() {
        on(() -> {
            wall.close();
            live.close();
            lock.close();
            return 0;
        });
        desk.close();
        server.close();
    }

    /** Presses until it moves: a machine that is held up for a quarter of a second lets go, as it should. */
    private void moving() throws InterruptedException {
        assertThat(on(() -> steering.hands().toggle(wall, 0))).isTrue();
        Grip[] grip = {on(() -> steering.hands().grip().orElseThrow())};
        grip[0].move(new HeadSpeed(0.5, 0, 0));
        until("the head moves", () -> {
            if (grip[0].isLoose()) {
                grip[0] = on(() -> steering.hands().grip().orElseThrow());
                grip[0].move(new HeadSpeed(0.5, 0, 0));
            }
            return heads.moving;
        });
    }

    private void close() {
        on(() -> {
            steering.close();
            return 0;
        });
    }

    @Test
    void aDeskThatIsLockedSteersNothing() throws Exception {
        moving();
        on(() -> {
            lock.now();
            return 0;
        });
        until("the head stands", () -> !heads.moving);
        assertThat(on(() -> steering.hands().camera())).isEmpty();
        close();
        steering.end();
    }

    @Test
    void whatIsMovedAndWhereItIsSentStandsInTheShift() throws Exception {
        heads.places.knows(new HeadPlace("p-7", 7, "Cổng chính", false));
        ShiftBook book = on(() -> {
            ShiftBook made = new ShiftBook(desk, Clock.SYSTEM, new ShiftsInMemory(desk), UUID::randomUUID);
            steering.noteIn(made);
            made.follow(new ShiftOwner(URI.create("https://t.vn"), "ban1"));
            return made;
        });
        moving();
        until("the shift says so", () -> left(book).contains("Hàng Khay "));
        until(
                "places are known",
                () -> on(
                        () -> !steering.hands().places().reading().known().all().isEmpty()));
        on(() -> {
            steering.hands().preset(7);
            return 0;
        });
        until("it says where", () -> left(book).contains("Hàng Khay Cổng chính"));
        on(() -> {
            steering.hands().home();
            steering.hands().reserve();
            return 0;
        });
        until("it is home", () -> left(book).isEmpty());
        until("it is reserved", () -> reserved(book).contains("Hàng Khay"));
        on(() -> {
            steering.hands().giveBack();
            return 0;
        });
        until("it is given back", () -> reserved(book).isEmpty());
        close();
        steering.end();
    }

    private List<String> reserved(ShiftBook book) {
        return on(() -> HeadsReserved.of(notes(book), Clock.SYSTEM.now())).stream()
                .map(Report.ReservedHead::name)
                .toList();
    }

    private static List<Note> notes(ShiftBook book) {
        return book.shift().map(Shift::notes).orElse(List.of());
    }

    private List<String> left(ShiftBook book) {
        return on(() -> HeadsLeft.of(notes(book))).stream()
                .map(head -> head.name() + " " + head.place())
                .toList();
    }

    @Test
    void theEndOfTheClientWaitsUntilTheServerHasTheStop() throws Exception {
        moving();
        CountDownLatch busy = new CountDownLatch(1);
        server.execute(() -> {
            try {
                assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        close();
        desk.after(Duration.ofMillis(400), busy::countDown);
        steering.end();
        assertThat(heads.moving).isFalse();
        assertThat(heads.story.getLast()).isEqualTo("stop");
    }

    @Test
    void aServerThatIsAwayHoldsTheEndUpForTwoSecondsAndNoLonger() throws Exception {
        moving();
        heads.away = true;
        long begin = System.nanoTime();
        close();
        steering.end();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(10));
    }

    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout kept) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }
}
