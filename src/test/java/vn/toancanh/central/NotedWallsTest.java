package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.NoteWalls;
import vn.toancanh.desk.PlaceRights;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;
import vn.toancanh.shift.WallsHeld;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

/** A wall at our own server that a desk controls, as the desk's shift has it. */
@Tag("slow")
@Timeout(180)
class NotedWallsTest {
    private ServerFixture fixture;
    private Desk operator;
    private PushDesk pushing;
    private ShiftBook book;
    private NoteWalls notes;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        String described = "{\"name\":\"Phòng trực\",\"screens\":["
                + "{\"id\":\"DP-1\",\"number\":1,\"x\":0,\"y\":0,\"w\":1920,\"h\":1080}]}";
        fixture.desk("administrator").put("/walls/truc", described, "If-Match", "\"0\"");
        operator = new Desk();
        assertThat(operator.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD))
                .isInstanceOf(SignInOutcome.SignedIn.class);
        pushing = operator.here(() -> new PushDesk(
                operator.lane,
                operator.client.walls(),
                new PlaceRights(operator.client.sessions(), () -> CatalogueSnapshot.EMPTY),
                () -> WallState.empty(GridShape.uniform(1, 1)).layout(),
                "bàn 3",
                UUID::randomUUID));
        book = operator.here(
                () -> new ShiftBook(operator.lane, Clock.SYSTEM, new ShiftsInMemory(operator.lane), UUID::randomUUID));
        notes = operator.here(
                () -> new NoteWalls(Clock.SYSTEM, book, operator.client.walls(), operator.client.sessions()));
        operator.here(() -> {
            pushing.tell(notes);
            book.follow(new ShiftOwner(fixture.server.baseUri(), "operator"));
            return pushing.watched().watch(() -> {});
        });
        operator.until(() -> pushing.watched().standing().isPresent());
    }

    @AfterEach
    void close() {
        operator.here(() -> {
            notes.close();
            pushing.close();
            return 0;
        });
        operator.close();
        fixture.close();
    }

    private List<String> held() {
        return WallsHeld.of(book.shift().map(Shift::notes).orElse(List.of())).values().stream()
                .map(Report.HeldWall::wall)
                .toList();
    }

    private void push() {
        operator.here(() -> {
            pushing.pushPresent();
            return 0;
        });
        operator.until(() -> held().equals(List.of("Phòng trực")));
        operator.until(() -> pushing.watched()
                .standing()
                .filter(now -> now.control().isPresent())
                .isPresent());
    }

    private void administratorTells(String op) {
        fixture.desk("administrator")
                .post(
                        "/walls/truc/commands",
                        "{\"op\":\"" + op + "\",\"target\":{}}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    @Test
    void whatIsLeftUnderControlIsNotedAndItsEndElsewhereIsHeard() {
        push();
        operator.here(() -> {
            pushing.identify();
            return 0;
        });
        administratorTells("release");
        operator.until(() -> held().isEmpty());
        operator.until(() -> pushing.watched()
                .standing()
                .filter(now -> now.control().isEmpty())
                .isPresent());
        push();
        administratorTells("blank");
        operator.until(() -> held().isEmpty());
    }
}
