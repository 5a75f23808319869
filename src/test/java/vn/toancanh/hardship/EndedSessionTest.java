package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.Exit;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.streams.StreamPolicy;

/** A shift is over, and then the server is away, while a real wall plays: it says so, and every picture goes on. */
@Tag("slow")
class EndedSessionTest {
    private static final Texts VI = new Texts(Language.VI);

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();

    private static String session(Commands commands) {
        return commands.report().map(StatusReport::session).orElse("?");
    }

    private static long pictures(Commands commands) {
        return commands.report().stream()
                .flatMap(report -> report.tiles().stream())
                .filter(tile -> tile.live() && tile.fps() > 5)
                .count();
    }

    private static String status(Commands commands) throws Exception {
        Commands.Running status = commands.wall("status", "--lang", "vi");
        assertThat(status.await(Commands.SOON)).isEqualTo(Exit.DONE);
        return status.printed();
    }

    @Test
    void aSessionThatEndsAndAServerThatGoesAwayStopNoPictureThatComesStraightFromItsCamera() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display; ./wall test brings one");
        ServerOptions options =
                ServerOptions.at(folder.resolve("server")).withClock(clock).withHeartbeat(Duration.ofMillis(200));
        try (LittleCity city = LittleCity.start(folder, options);
                Commands commands = new Commands(folder)) {
            city.server.streamPolicy().everywhere(StreamPolicy.Way.DIRECT);
            Commands.Running screen = commands.wall(city.client("--lang", "vi"));
            commands.until(screen, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            commands.until(
                    screen, "a session", Commands.SOON, () -> session(commands).equals("ONLINE"));
            // So that it cannot sign in again by itself.
            city.server.accounts().setPassword(LittleCity.OPERATOR, Secret.of("mot-mat-khau-khac"));
            clock.advance(Sessions.REFRESH.plusMinutes(1));
            commands.until(
                    screen,
                    "that it is known",
                    Commands.SOON,
                    () -> session(commands).equals("EXPIRED"));
            assertThat(status(commands)).contains(VI.get("status.expired"));
            commands.until(
                    screen, "pictures all the same", Commands.SOON, () -> pictures(commands) == LittleCity.CAMERAS);
            assertThat(screen.letGo()).isEqualTo(Exit.DONE);

            city.server.accounts().setPassword(LittleCity.OPERATOR, Secret.of(LittleCity.PASSWORD));
            Commands.Running next = commands.wall(city.client("--lang", "vi"));
            commands.until(next, "a live wall", Commands.SOON, () -> commands.live() == LittleCity.CAMERAS);
            city.server.close();
            commands.until(
                    next,
                    "that it is known",
                    Commands.SOON,
                    () -> session(commands).equals("AWAY"));
            assertThat(status(commands)).contains(VI.get("status.away"));
            commands.until(
                    next, "pictures all the same", Commands.SOON, () -> pictures(commands) == LittleCity.CAMERAS);
            assertThat(next.letGo()).isEqualTo(Exit.DONE);
        }
    }
}
