package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** Shifts of layouts come back as the server told them, to whom it told them. */
class KeptTimetablesTest {
    private static final URI SERVER = URI.create("https://may.vn");

    private final ThreadLane desk = new ThreadLane("DESK");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private ClientDatabase open() {
        return ClientDatabase.open(folder, desk, Clock.SYSTEM, failure -> {});
    }

    private static List<Timetable> load(ClientDatabase database, String user) {
        CompletableFuture<List<Timetable>> answer = new CompletableFuture<>();
        database.timetables().load(SERVER, user, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Timetable table(String id, Shift... shifts) {
        return new Timetable(
                new LayoutId(id),
                Scope.ROLE,
                List.of(shifts),
                3,
                "Chị Lan",
                Instant.parse("2026-11-21T06:00:00Z"),
                true);
    }

    private static Shift shift(String id) {
        return new Shift(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                LocalTime.of(22, 0),
                LocalTime.of(6, 30),
                2,
                new LayoutId(id),
                "Ca “đêm”");
    }

    @Test
    void theyComeBackToWhomTheyWereTold() {
        List<Timetable> told = List.of(
                table("a", shift("a"), shift("a")),
                new Timetable(new LayoutId("b"), Scope.PRIVATE, List.of(), 9, "", null, false));
        try (ClientDatabase database = open()) {
            database.timetables().keep(SERVER, "an", List.of(table("cũ")));
            database.timetables().keep(SERVER, "an", told);
            assertThat(load(database, "an")).isEqualTo(told);
        }
        try (ClientDatabase database = open()) {
            assertThat(load(database, "an")).isEqualTo(told);
            assertThat(load(database, "bình")).isEmpty();
            database.timetables().keep(SERVER, "an", List.of());
            assertThat(load(database, "an")).isEmpty();
        }
    }

    @Test
    void onlyThoseOfTheLastFewAreKept() {
        try (ClientDatabase database = open()) {
            for (int i = 0; i < 6; i++) {
                database.timetables().keep(SERVER, "u" + i, List.of(table("a", shift("a"))));
                // Whoever comes back is one of the last.
                database.timetables().keep(SERVER, "u0", List.of(table("b", shift("b"))));
                database.settle();
            }
            assertThat(load(database, "u0")).hasSize(1);
            assertThat(load(database, "u1")).isEmpty();
            assertThat(load(database, "u2")).hasSize(1);
        }
    }

    @Test
    void whatIsDamagedIsAsGoodAsNone() throws SQLException {
        try (ClientDatabase database = open()) {
            database.timetables().keep(SERVER, "an", List.of(table("a", shift("a"))));
            database.timetables().keep(SERVER, "bình", List.of(table("a", shift("a"))));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE kept_timetable SET body = '[{' WHERE user = 'an'"))
                    .isEqualTo(1);
        }
        try (ClientDatabase database = open()) {
            assertThat(load(database, "an")).isEmpty();
            assertThat(load(database, "bình")).hasSize(1);
        }
    }
}
