package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.SharedShifts;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** Two desks at our own server, each with its database: what one sets the other has before long, and keeps. */
@Tag("slow")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ShiftsAtTwoDesksTest {
    /** A desk that goes by what the server keeps. */
    private static final class Seat implements AutoCloseable {
        final Desk desk = new Desk();
        final ClientDatabase database;
        final SharedShifts shifts;

        Seat(Path folder) {
            database = ClientDatabase.open(folder, desk.lane, Clock.SYSTEM, failure -> {});
            // Nobody waits here until others have asked.
            shifts = desk.here(() -> new SharedShifts(
                    desk.client.timetables(), database.timetables(), desk.client.sessions(), desk.lane, () -> 0L));
        }

        Seat signedIn(ServerFixture fixture, String user) {
            assertThat(desk.signIn(fixture.server.baseUri(), user, ServerFixture.PASSWORD))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            return this;
        }

        List<Shift> known(LayoutId id) {
            return shifts.of(id).map(Timetable::shifts).orElse(List.of());
        }

        @Override
        public void close() {
            desk.here(() -> {
                shifts.close();
                return 0;
            });
            desk.close();
            database.close();
        }
    }

    private ServerFixture fixture;
    private Seat one;
    private Seat other;

    @TempDir
    Path data;

    @BeforeEach
    void open() throws IOException {
        fixture = ServerFixture.start(data.resolve("server"));
        one = new Seat(data.resolve("one")).signedIn(fixture, "operator");
        other = new Seat(data.resolve("other")).signedIn(fixture, "administrator");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        fixture.close();
    }

    private LayoutId saved(Scope scope) {
        Layout layout =
                new Layout(null, "Ca sáng", scope, new Grid(1, 1), List.of(new Cell(0, 0, 1, 1, CellContent.EMPTY)), 0);
        Layout saved = Desk.value(one.desk.<Outcome<Layout>>ask(
                answer -> one.desk.client.layouts().save(layout, answer)));
        return Objects.requireNonNull(saved.id());
    }

    private static Shift shift(LayoutId layout, int window) {
        return new Shift(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(6, 0), LocalTime.of(14, 0), window, layout, "Ca sáng");
    }

    @Test
    void whatOneSetsTheOtherHasAndChangesAndOneKeepsItWithoutTheServer() {
        LayoutId id = saved(Scope.CITY);
        Timetable set = Desk.value(
                one.desk.<Outcome<Timetable>>ask(answer -> one.shifts.set(id, List.of(shift(id, 1)), answer)));
        assertThat(set.setBy()).isEqualTo("Ca operator");
        other.desk.until(() -> other.known(id).equals(List.of(shift(id, 1))));
        Desk.value(other.desk.<Outcome<Timetable>>ask(
                answer -> other.shifts.set(id, List.of(shift(id, 1), shift(id, 2)), answer)));
        one.desk.until(() -> one.known(id).size() == 2);
        assertThat(one.desk.here(() -> one.shifts.of(id).orElseThrow().setBy())).isEqualTo("Ca administrator");
        LayoutId own = saved(Scope.PRIVATE);
        Desk.value(one.desk.<Outcome<Timetable>>ask(answer -> one.shifts.set(own, List.of(shift(own, 1)), answer)));
        fixture.server.close();
        one.desk.until(() -> !one.desk.client.sessions().state().connection().isOnline());
        assertThat(one.desk.here(() -> one.known(id).size() + one.known(own).size()))
                .isEqualTo(3);
        assertThat(other.desk.here(() -> other.known(own))).as("another's own").isEmpty();
    }
}
