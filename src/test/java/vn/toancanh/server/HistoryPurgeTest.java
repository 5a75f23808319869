package vn.toancanh.server;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.server.Wards.grant;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.inventory.HistoryPurge;
import vn.toancanh.server.store.Database;

/** Who comes back after by what cameras were seen is no longer known. */
@Tag("slow")
class HistoryPurgeTest {
    @TempDir
    Path data;

    private final ManualClock clock = new ManualClock();

    private ServerFixture start() throws Exception {
        return ServerFixture.start(ServerOptions.at(data).withClock(clock));
    }

    private long history() {
        try (Database database = Database.open(data.resolve("central.db"), data.resolve("backups"), clock)) {
            return database.read(sql -> sql.number("SELECT count(*) FROM camera_before"));
        }
    }

    private static String page(Desk desk, long since) {
        Desk.Answer answer = desk.get("/cameras?changedSince=" + since);
        return answer.status() == 200 ? "200" : answer.status() + " " + answer.code();
    }

    private static long revision(Desk desk) {
        return desk.get("/cameras").json().path("revision").asLong();
    }

    @Test
    void whoIsAwayLongerThanItIsKeptFetchesAllAgain() throws Exception {
        ServerFixture fixture = start();
        fixture.server
                .inventory()
                .merge(
                        List.of(ServerFixture.CITY, ServerFixture.WARD, Wards.OTHER),
                        List.of(Wards.camera(1, ServerFixture.WARD), Wards.camera(2, ServerFixture.WARD)));
        Desk admin = fixture.desk("administrator");
        String role = admin.post("/roles", Wards.roleBody("Phường", grant("view", "hoan-kiem"), ""))
                .json()
                .path("id")
                .asString();
        admin.post("/users", Wards.userBody("an", role));
        long atFirst = revision(admin);
        clock.advance(Duration.ofMinutes(1));
        fixture.server.inventory().merge(List.of(), List.of(Wards.camera(1, Wards.OTHER)));
        long afterMove = revision(admin);
        fixture.close();
        assertThat(history()).isEqualTo(1);

        clock.advance(Duration.ofDays(HistoryPurge.KEPT_DAYS - 1));
        fixture = start();
        Desk an = fixture.anonymous.signIn("an", ServerFixture.PASSWORD);
        assertThat(page(an, atFirst)).isEqualTo("200");
        assertThat(an.get("/cameras?changedSince=" + atFirst).json().path("removed"))
                .hasSize(1);
        fixture.close();

        clock.advance(Duration.ofDays(2));
        fixture = start();
        assertThat(page(fixture.anonymous.signIn("an", ServerFixture.PASSWORD), atFirst))
                .as("the clock has just gone three months in one go, and may be wrong")
                .isEqualTo("200");
        fixture.close();
        assertThat(history()).isEqualTo(1);

        clock.advance(Duration.ofDays(6));
        fixture = start();
        an = fixture.anonymous.signIn("an", ServerFixture.PASSWORD);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (page(an, atFirst).equals("200") && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(page(an, atFirst)).as("purged at the start").isEqualTo("410 resync");
        assertThat(page(an, afterMove)).isEqualTo("200");
        assertThat(page(fixture.desk("administrator"), atFirst))
                .as("who sees everything needs no history")
                .isEqualTo("200");
        fixture.close();
        assertThat(history()).isZero();
    }
}
