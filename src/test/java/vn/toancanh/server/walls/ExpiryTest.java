package vn.toancanh.server.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Right;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.events.Published;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.layouts.LayoutsToShow;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

class ExpiryTest {
    private static final Principal WHO = new Principal(
            "s-1", "u-1", "an", "An", "operator", List.of(new Right(Level.OPERATE, null)), Instant.MAX, Instant.MAX);

    private final Set<Principal> seeing = new HashSet<>(Set.of(WHO));
    private final ManualClock clock = new ManualClock();
    private final EventRing ring = new EventRing(16, "e");
    private final Presence presence = new Presence(clock);
    private final CommandEnds ends = new CommandEnds(clock);
    private Database database;
    private CommandStore commands;
    private WallControl control;
    private CommandOutcomes outcomes;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        Json json = new Json();
        commands = new CommandStore(json.mapper());
        WallStore walls = new WallStore(json.mapper());
        Reach reach = new Reach((who, level, camera) -> seeing.contains(who), new Places(database));
        AuditTrail audit = (sql, who, action, subject, facts) -> {};
        ToShow toShow = new ToShow(
                new Scenes(database, walls, json.mapper(), ring, audit, clock),
                new LayoutsToShow(database, ring, json.mapper(), clock, audit),
                json.mapper(),
                reach,
                camera -> false);
        outcomes = new CommandOutcomes(database, walls, commands, ends, presence, reach, ring);
        control = new WallControl(database, walls, commands, ends, outcomes, json.mapper(), toShow, ring, audit, clock);
        database.write(sql -> {
            walls.put(sql, new WallBody("w", "W", null, List.of(screen("s1"), screen("s2")), 1));
            return 0;
        });
    }

    private static WallBody.Screen screen(String id) {
        return new WallBody.Screen(id, Integer.parseInt(id.substring(1)), 0, 0, 1, 1, false, null);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static ReportDraft.Checked node(String clientId) {
        return new ReportDraft.Checked(clientId, null, null, List.of());
    }

    private CommandBody tell(String key) {
        // One after which what came before still stands.
        CommandDraft draft = new CommandDraft("fullscreen", new CommandDraft.Target(null, null), null, null, 10);
        return control.tell(WHO, "w", key, draft.check());
    }

    private String state(String id) {
        return database.read(sql -> commands.find(sql, id)).orElseThrow().state();
    }

    private void answer(String id, String screen, String outcome) {
        database.write(sql -> outcomes.answer(
                sql, "w", screen, List.of(new ReportDraft.Result(id, new CommandBody.Answer(outcome, null)))));
    }

    @Test
    void whatNobodyAnswersInTimeExpiresAndWhatComesLateChangesNothing() {
        CommandBody command = tell("khoa-0001");
        clock.advance(Duration.ofMillis(9_999));
        assertThat(outcomes.expire(command.id())).contains(command);
        answer(command.id(), "s1", "done");
        clock.advance(Duration.ofMillis(1));
        assertThat(outcomes.expire(command.id())).isEmpty();
        assertThat(state(command.id())).isEqualTo("expired");
        answer(command.id(), "s2", "done");
        assertThat(state(command.id())).isEqualTo("expired");
    }

    @Test
    void whoSetsTheClockEndsNoCommandAndHasNoneWaitLonger() {
        CommandBody early = tell("khoa-0001");
        clock.set(clock.now().plus(Duration.ofHours(1)));
        clock.advance(Duration.ofSeconds(9));
        assertThat(outcomes.expire(early.id())).isPresent();
        assertThat(ends.told(early).expiresAt())
                .as("by the clock of whoever is told")
                .isEqualTo(clock.now().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(outcomes.expire(early.id())).isEmpty();
        CommandBody late = tell("khoa-0002");
        assertThat(ends.told(late)).isEqualTo(late);
        clock.set(clock.now().minus(Duration.ofDays(1)));
        clock.advance(Duration.ofSeconds(10));
        assertThat(outcomes.expire(late.id())).isEmpty();
        assertThat(state(late.id())).isEqualTo("expired");
    }

    @Test
    void afterARestartACommandEndsAsTheClockHasItAndNoLaterThanOneThatIsToldThen() {
        CommandBody command = tell("khoa-0001");
        clock.advance(Duration.ofSeconds(4));
        assertThat(new CommandEnds(clock).left(command)).isEqualTo(Duration.ofSeconds(6));
        clock.set(clock.now().minus(Duration.ofDays(1)));
        CommandEnds restarted = new CommandEnds(clock);
        assertThat(restarted.left(command)).isEqualTo(Duration.ofSeconds(10));
        clock.advance(Duration.ofSeconds(10));
        assertThat(restarted.over(command)).isTrue();
    }

    @Test
    void aCommandThatCouldNotBeEndedIsEndedLater() {
        ManualLane lane = new ManualLane(clock);
        CommandBody command = tell("khoa-0001");
        new CommandWatch(lane, ends, outcomes::expire).watch(command);
        database.write(sql -> sql.change("CREATE TRIGGER refuses BEFORE UPDATE ON wall_command"
                + " BEGIN SELECT RAISE(ABORT, 'as the test wants'); END"));
        lane.advance(Duration.ofSeconds(11));
        assertThat(state(command.id())).isEqualTo("pending");
        database.write(sql -> sql.change("DROP TRIGGER refuses"));
        lane.advance(CommandWatch.AGAIN);
        assertThat(state(command.id())).isEqualTo("expired");
        assertThat(Published.on(ring).getLast().name()).isEqualTo("wall.command.expired");
    }

    @Test
    void whatIsDoneDoesNotExpire() {
        CommandBody command = tell("khoa-0001");
        answer(command.id(), "s1", "done");
        assertThat(state(command.id())).isEqualTo("pending");
        answer(command.id(), "s2", "done");
        answer(command.id(), "s2", "failed");
        clock.advance(Duration.ofMinutes(1));
        assertThat(outcomes.expire(command.id())).isEqualTo(Optional.empty());
        assertThat(state(command.id())).isEqualTo("done");
    }

    @Test
    void whoMayNotSeeTheCameraDoesNotHearOfIt() {
        ServerFixture.inventory(database, folder.resolve("key"), ring, clock)
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 1));
        var args = new Json().mapper().createObjectNode().put("cameraId", "c-1");
        CommandDraft draft = new CommandDraft("setCell", new CommandDraft.Target(null, 0), args, null, 10);
        control.tell(WHO, "w", "khoa-0001", draft.check());
        Principal other =
                new Principal("s-2", "u-2", "binh", "Bình", "operator", WHO.rights(), Instant.MAX, Instant.MAX);
        Principal display = new Principal(
                "s-3",
                "u-3",
                "man-hinh",
                "Màn hình",
                "viewer",
                List.of(new Right(Level.VIEW, null)),
                Instant.MAX,
                Instant.MAX);
        Event told = Published.on(ring).stream()
                .filter(event -> event.name().equals("wall.command"))
                .findFirst()
                .orElseThrow();
        assertThat(told.audience().test(WHO)).isTrue();
        assertThat(told.audience().test(other)).isFalse();
        presence.report("w", "s1", other, node("node-1"));
        assertThat(told.audience().test(other))
                .as("a screen hears no more than whoever stands before it may see")
                .isFalse();
        seeing.add(display);
        assertThat(told.audience().test(display)).isFalse();
        presence.report("w", "s2", display, node("node-2"));
        assertThat(told.audience().test(display)).isTrue();
    }

    @Test
    void oldCommandsAreForgottenAndPendingOnesAreNot() {
        CommandBody old = tell("khoa-0001");
        CommandBody open = tell("khoa-0002");
        answer(old.id(), "s1", "failed");
        clock.advance(CommandStore.KEPT.plusSeconds(1));
        tell("khoa-0003");
        Optional<CommandBody> forgotten = database.read(sql -> commands.find(sql, old.id()));
        assertThat(forgotten).isEmpty();
        assertThat(state(open.id())).isEqualTo("pending");
    }
}
