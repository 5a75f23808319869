package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;

/** Whom what happens at a site concerns is judged without a list of the cameras there, and comes to the same. */
class FirstBelowTest {
    private static final Site OTHER = new Site(new SiteId("cua-nam"), ServerFixture.CITY.id(), "Phường Cửa Nam");
    private static final Site EMPTY = new Site(new SiteId("trong"), ServerFixture.CITY.id(), "Chưa có camera");
    private static final List<Site> SITES = List.of(ServerFixture.CITY, ServerFixture.WARD, OTHER, EMPTY);
    private final ManualClock clock = new ManualClock();
    private Database database;
    private Places places;
    private Inventory inventory;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = Database.open(folder.resolve("a.db"), folder.resolve("backups"), clock);
        places = new Places(database, () -> {});
        inventory = new Inventory(database, Vault.open(folder.resolve("k")), new EventRing(16, "x"), clock, places);
        List<CameraEntry> cameras = new ArrayList<>(ServerFixture.cameras(1, 4));
        for (int number = 11; number <= 14; number++) {
            cameras.add(at(OTHER, number));
        }
        inventory.merge(SITES, cameras);
        database.write(sql -> sql.change("UPDATE camera SET published = 1 WHERE id IN ('c-2', 'c-13')"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static CameraEntry at(Site site, int number) {
        CameraEntry entry = ServerFixture.camera(number, "Số " + number);
        Camera of = entry.camera();
        return new CameraEntry(
                new Camera(
                        of.id(),
                        of.number(),
                        of.name(),
                        site.id(),
                        of.tags(),
                        of.place(),
                        of.state(),
                        of.ptz(),
                        of.streams(),
                        of.revision()),
                entry.sources());
    }

    private Principal who(boolean published, List<Right> rights) {
        Role role = new Role("r", "r", false, rights, 50, published, false, List.of(), 0, 1, 0);
        Reach reach = new Reach(role, places.tree());
        return new Principal("s", "u", "an", "An", reach, 0, Instant.MAX, Instant.MAX, Validity.ALWAYS);
    }

    private static List<String> never() {
        throw new AssertionError("the cameras are listed");
    }

    private List<String> below(String site) {
        return database.read(sql -> sql.list(
                "SELECT id FROM camera WHERE gone = 0 AND (? = 'ha-noi' OR site_id = ?) ORDER BY id",
                row -> row.getString(1),
                site,
                site));
    }

    @Test
    void itSaysTheSameAsEveryCameraAsked() {
        SplittableRandom random = new SplittableRandom(7);
        List<Level> levels = List.of(Level.values());
        List<@Nullable String> sites = new ArrayList<>(List.of("ha-noi", "hoan-kiem", "cua-nam", "trong"));
        sites.add(null);
        CameraRights each = new CameraRights() {
            @Override
            public boolean may(Principal who, Level level, String cameraId) {
                return places.may(who, level, cameraId);
            }
        };
        int some = 0;
        int none = 0;
        for (int round = 0; round < 500; round++) {
            List<Right> rights = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                rights.add(new Right(
                        levels.get(random.nextInt(levels.size())),
                        sites.get(random.nextInt(sites.size())),
                        random.nextInt(2) == 0 ? null : "giao-thong",
                        random.nextInt(3) > 0));
            }
            Principal who = who(random.nextInt(4) == 0, rights);
            Level level = levels.get(random.nextInt(levels.size()));
            String site =
                    String.valueOf(SITES.get(random.nextInt(SITES.size())).id().value());
            var asked = each.firstBelow(who, level, site, () -> below(site));
            assertThat(places.firstBelow(who, level, site, FirstBelowTest::never))
                    .as("%s %s %s", level, site, rights)
                    .isEqualTo(asked);
            some += asked.isPresent() ? 1 : 0;
            none += asked.isEmpty() ? 1 : 0;
        }
        assertThat(some).isGreaterThan(50);
        assertThat(none).isGreaterThan(50);
    }

    @Test
    void aChangeIsSeen() {
        Principal ward = who(false, List.of(new Right(Level.VIEW, "cua-nam")));
        assertThat(places.firstBelow(ward, Level.VIEW, "ha-noi", FirstBelowTest::never))
                .contains("c-11");
        inventory.remove(new CameraId("c-11"));
        assertThat(places.firstBelow(ward, Level.VIEW, "ha-noi", FirstBelowTest::never))
                .contains("c-12");
        assertThat(places.firstBelow(ward, Level.VIEW, "trong", FirstBelowTest::never))
                .isEmpty();
        inventory.merge(SITES, List.of(at(EMPTY, 12)));
        assertThat(places.firstBelow(ward, Level.VIEW, "ha-noi", FirstBelowTest::never))
                .contains("c-13");
    }
}
