package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.AlarmTerms;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.desk.AlarmsOnWalls;
import vn.toancanh.desk.FollowAlarms;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** Two desks at our own server: what one accepts is gone from the other's count and from its wall. */
@Tag("slow")
@Timeout(120)
class AlarmsAtTwoDesksTest {
    private static final AlarmTerms TERMS = new AlarmTerms(true, 50, Duration.ofMinutes(5), Duration.ofMillis(300));

    /** A desk with a list of alarms and a wall of four cameras, without a screen. */
    private static final class Seat implements AutoCloseable {
        final Desk desk = new Desk();
        final AlarmBook book;
        final FollowAlarms following;
        final WallDesk wall;
        final AlarmTiles tiles;
        final TileMarks marks;

        Seat() {
            book = desk.here(() -> new AlarmBook(desk.client.alarms(), desk.lane));
            following = desk.here(() -> new FollowAlarms(desk.client.sessions(), book));
            wall = desk.here(this::wall);
            AlarmsOnWalls walls = new AlarmsOnWalls();
            tiles = desk.here(() -> new AlarmTiles(book, walls, camera -> true, () -> TERMS, desk.lane, Clock.SYSTEM));
            marks = desk.here(() -> TileMarks.of(tiles, walls, walls.add(wall)));
        }

        private WallDesk wall() {
            LiveWall live = new LiveWall(new LiveParts(
                    desk.lane,
                    Clock.SYSTEM,
                    (wishes, answers) -> {},
                    (request, listener) -> {
                        throw new IllegalStateException("nothing is granted, so nothing plays");
                    },
                    id -> Optional.empty(),
                    new Random(1),
                    false));
            WallMemory memory = new WallMemory() {
                @Override
                public void save(Layout kept) {}

                @Override
                public void load(Consumer<Optional<Layout>> answer) {
                    answer.accept(Optional.empty());
                }
            };
            WallDesk made = new WallDesk(desk.lane, live, memory, GridShape.uniform(2, 1));
            made.showAll(List.of(new CameraId("c-1"), new CameraId("c-2")));
            return made;
        }

        Seat signedIn(ServerFixture fixture, String user) {
            assertThat(desk.signIn(fixture.server.baseUri(), user, ServerFixture.PASSWORD))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            return this;
        }

        /** What the tiles play, from the left. */
        String seen() {
            return wall.live().tiles().stream()
                    .map(tile -> tile.content() instanceof CellContent.OfCamera of
                            ? of.camera().value()
                            : "-")
                    .reduce((left, right) -> left + " " + right)
                    .orElse("");
        }

        void sees(String tiles) {
            desk.until(() -> seen().equals(tiles));
        }

        Optional<Alarm> alarm(String id) {
            return book.find(new AlarmId(id));
        }

        @Override
        public void close() {
            desk.here(() -> {
                tiles.close();
                following.close();
                wall.close();
                wall.live().close();
                return 0;
            });
            desk.close();
        }
    }

    private ServerFixture fixture;
    private vn.toancanh.server.Desk raw;
    private Seat one;
    private Seat other;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        raw = fixture.desk("administrator");
        one = new Seat().signedIn(fixture, "operator");
        other = new Seat().signedIn(fixture, "administrator");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        fixture.close();
    }

    private String raise(int priority) {
        return raw.post(
                        "/alarms",
                        "{\"type\":\"x\",\"priority\":" + priority + ",\"cameraIds\":[\"c-3\"],\"title\":\"Có khói\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json()
                .path("id")
                .asString();
    }

    @Test
    void whatOneAcceptsIsGoneFromTheOthersCountAndWall() {
        String id = raise(80);
        one.sees("c-1 c-3");
        other.sees("c-1 c-3");
        assertThat(other.desk.here(() -> other.marks.at(1)).orElseThrow().unaccepted())
                .isTrue();
        one.desk.here(() -> {
            one.book.move(new AlarmId(id), AlarmStep.ACKNOWLEDGED);
            return 0;
        });
        other.desk.until(
                () -> other.book.unaccepted() == 0 && !other.book.list().isEmpty());
        one.sees("c-1 c-2");
        other.sees("c-1 c-2");
        assertThat(other.desk.here(() -> other.marks.at(1))).isEmpty();
        other.desk.until(() -> other.alarm(id)
                .filter(alarm -> alarm.assignee().equals("Ca operator"))
                .isPresent());
        assertThat(other.desk.here(() -> other.wall.wall().content(1)))
                .isEqualTo(one.desk.here(() -> one.wall.wall().content(1)));
    }

    @Test
    void whoComesSecondIsToldWhoWasQuicker() {
        String id = raise(80);
        one.desk.until(() -> one.alarm(id).isPresent());
        other.desk.until(() -> other.alarm(id).isPresent());
        Alarm seen = other.desk.here(() -> other.alarm(id).orElseThrow());
        one.desk.here(() -> {
            one.book.move(new AlarmId(id), AlarmStep.ACKNOWLEDGED);
            return 0;
        });
        one.desk.until(() -> one.alarm(id)
                .filter(alarm -> alarm.step() == AlarmStep.ACKNOWLEDGED && alarm.version() == 2)
                .isPresent());
        Failure refused = Desk.failure(other.desk.<vn.toancanh.base.Outcome<Alarm>>ask(
                answer -> other.desk.client.alarms().move(seen, AlarmStep.ACKNOWLEDGED, answer)));
        assertThat(refused.kind()).isEqualTo(Failure.Kind.CONFLICT);
        other.desk.until(() -> other.alarm(id)
                .filter(alarm -> alarm.assignee().equals("Ca operator"))
                .isPresent());
    }

    @Test
    void whatIsClosedAtOneDeskLeavesTheOther() {
        String id = raise(80);
        other.sees("c-1 c-3");
        raw.patch("/alarms/" + id, "{\"state\":\"acknowledged\"}", "If-Match", "\"1\"");
        raw.patch("/alarms/" + id, "{\"state\":\"closed\"}", "If-Match", "\"2\"");
        other.sees("c-1 c-2");
        other.desk.until(() -> other.book.list().isEmpty());
    }
}
