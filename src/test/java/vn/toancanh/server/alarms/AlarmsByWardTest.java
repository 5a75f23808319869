package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.events.Event;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.events.Published;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** Two wards, with rights at each camera: an alarm of one does not exist in the other. */
class AlarmsByWardTest {
    private static final Principal HERE = person("phuong-a");
    private static final Principal THERE = person("phuong-b");
    private static final Principal NEXT_DOOR = person("mot-nut");

    /** Cameras each may operate. */
    private static final Map<String, Set<String>> THEIRS =
            Map.of("phuong-a", Set.of("c-1", "c-2"), "phuong-b", Set.of("c-3"), "mot-nut", Set.of("c-2"));

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final List<String> noted = new ArrayList<>();
    private final EventRing ring = new EventRing(64, "e");
    private Database database;
    private Inventory inventory;
    private Alarms alarms;
    private Intake intake;
    private Webhooks webhooks;

    private static Principal person(String name) {
        return new Principal("s-" + name, "u-" + name, name, name, "operator", List.of(), Instant.MAX, Instant.MAX);
    }

    @BeforeEach
    void start() {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        inventory = ServerFixture.inventory(database, folder.resolve("key"), ring, clock);
        SiteId other = new SiteId("ba-dinh");
        inventory.merge(
                List.of(ServerFixture.CITY, ServerFixture.WARD, new Site(other, ServerFixture.CITY.id(), "Ba Đình")),
                ServerFixture.cameras(1, 3));
        database.write(sql -> sql.change("UPDATE camera SET site_id = 'ba-dinh' WHERE id = 'c-3'"));
        Places places = new Places(database);
        Reach reach = new Reach(
                (who, level, camera) -> level.compareTo(Level.OPERATE) <= 0
                        && THEIRS.getOrDefault(who.username(), Set.of()).contains(camera),
                places);
        Json json = new Json();
        AlarmStore store = new AlarmStore(json.mapper());
        alarms = new Alarms(
                database,
                store,
                reach,
                new Assignees(reach, id -> Optional.empty()),
                ring,
                (sql, who, action, subject, facts) -> noted.add(action),
                clock);
        intake = new Intake(
                database,
                store,
                json.mapper(),
                reach,
                places,
                ring,
                (sql, who, action, subject, facts) -> noted.add(action + " by " + who.displayName()),
                clock);
        webhooks = new Webhooks(
                database, json.mapper(), new Tokens(), reach, places, (sql, who, a, s, f) -> noted.add(a), clock);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private AlarmBody raise(Principal who, String key, List<String> cameras, @Nullable String site) {
        return intake.take(
                        Caller.of(who),
                        key,
                        new AlarmDraft("x", 5, List.copyOf(cameras), site, null, "Báo động", null, null).check())
                .alarm();
    }

    private List<String> seenBy(Principal who) {
        return alarms.list(who, new AlarmQuery(List.of(), null, null, null, 10)).items().stream()
                .map(AlarmBody::id)
                .toList();
    }

    @Test
    void anAlarmOfOneWardIsNotThereInTheOther() {
        AlarmBody alarm = raise(HERE, "khoa-0001", List.of("c-1"), null);
        assertThat(seenBy(HERE)).containsExactly(alarm.id());
        assertThat(seenBy(THERE)).isEmpty();
        assertThatThrownBy(() -> alarms.get(THERE, alarm.id())).satisfies(AlarmsByWardTest::isNotFound);
        AlarmChange.Checked accept = new AlarmChange("acknowledged", null, null, null, null).check();
        assertThatThrownBy(() -> alarms.change(THERE, alarm.id(), 1, accept)).satisfies(AlarmsByWardTest::isNotFound);
        assertThat(alarms.change(HERE, alarm.id(), 1, accept).state()).isEqualTo("acknowledged");
        assertThat(noted).containsExactly("alarm.raised by phuong-a", "alarm.acknowledged");
    }

    @Test
    void nobodyHearsOfWhatDoesNotConcernThem() {
        AlarmBody alarm = raise(HERE, "khoa-0001", List.of("c-1"), null);
        alarms.change(HERE, alarm.id(), 1, new AlarmChange("acknowledged", null, null, null, null).check());
        List<Event> told = Published.on(ring).stream()
                .filter(event -> event.channel().equals("alarm"))
                .toList();
        assertThat(told).hasSize(2).allSatisfy(event -> {
            assertThat(event.data()).containsEntry("id", alarm.id());
            assertThat(event.audience().test(HERE)).isTrue();
            assertThat(event.audience().test(THERE)).isFalse();
        });
    }

    private static void isNotFound(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void anotherCameraOfTheSameSiteIsNotEnough() {
        raise(HERE, "khoa-0001", List.of("c-1"), "hoan-kiem");
        assertThat(seenBy(NEXT_DOOR)).isEmpty();
        Event told = Published.on(ring).getLast();
        assertThat(told.audience().test(NEXT_DOOR)).isFalse();
    }

    @Test
    void whoMaySeeAnyOfItsCamerasSeesIt() {
        AlarmBody alarm = intake.take(
                        Caller.of(webhook(null)),
                        "khoa-0001",
                        new AlarmDraft("x", 5, List.of("c-1", "c-3"), null, null, "Báo động", null, null).check())
                .alarm();
        assertThat(seenBy(HERE)).containsExactly(alarm.id());
        assertThat(seenBy(THERE)).containsExactly(alarm.id());
    }

    private static Webhook webhook(@Nullable String site) {
        return new Webhook("w-1", "AI", site, null, 100, 60, "ai đó", Instant.EPOCH, null);
    }

    @Test
    void anAlarmWithoutACameraConcernsItsSite() {
        AlarmBody alarm = raise(HERE, "khoa-0001", List.of(), "hoan-kiem");
        assertThat(seenBy(HERE)).containsExactly(alarm.id());
        assertThat(seenBy(THERE)).isEmpty();
    }

    @Test
    void anAlarmWhoseCamerasAreGoneConcernsItsSiteToo() {
        AlarmBody alarm = raise(HERE, "khoa-0001", List.of("c-1"), null);
        inventory.remove(new CameraId("c-1"));
        // the right at c-1 is still in the table above: what counts now is c-2, at the same site
        assertThat(seenBy(HERE)).containsExactly(alarm.id());
        assertThat(seenBy(THERE)).isEmpty();
    }

    @Test
    void foreignCamerasAndSitesCannotBeNamed() {
        for (String camera : List.of("c-3", "khong-co")) {
            assertThatThrownBy(() -> raise(HERE, "khoa-0001", List.of("c-1", camera), null))
                    .isInstanceOfSatisfying(ApiProblem.class, problem -> {
                        assertThat(problem.code()).isEqualTo("unknownCamera");
                        assertThat(problem.errors().getFirst().pointer()).isEqualTo("/cameraIds/1");
                    });
        }
        for (String site : List.of("ba-dinh", "ha-noi", "khong-co")) {
            for (List<String> cameras : List.of(List.<String>of(), List.of("c-1"))) {
                assertThatThrownBy(() -> raise(HERE, "khoa-0001", cameras, site))
                        .as(site)
                        .isInstanceOfSatisfying(
                                ApiProblem.class,
                                problem -> assertThat(problem.code()).isEqualTo("unknownSite"));
            }
        }
    }

    @Test
    void whoSeesFewOfManyGetsWholePages() {
        for (int i = 0; i < 40; i++) {
            intake.take(
                    Caller.of(webhook(null)),
                    "khoa-000" + i,
                    new AlarmDraft("x", 5, List.of(i % 20 == 0 ? "c-3" : "c-1"), null, null, "B", null, null).check());
        }
        assertThat(seenBy(THERE)).hasSize(2);
        AlarmBody.Page page = alarms.list(THERE, new AlarmQuery(List.of(), null, null, null, 1));
        assertThat(page.items()).hasSize(1);
        assertThat(page.nextCursor()).isNotNull();
    }

    @Test
    void noTokenIsMadeForASiteThatIsNotWhollyTheirs() {
        for (String site : List.of("ha-noi", "ba-dinh", "khong-co")) {
            assertThatThrownBy(() -> webhooks.make(HERE, new WebhookDraft("AI", site, null, null, null).check()))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            problem -> assertThat(problem.code()).isEqualTo("unknownSite"));
        }
        assertThatThrownBy(() -> webhooks.make(HERE, new WebhookDraft("AI", null, null, null, null).check()))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(403));
    }
}
