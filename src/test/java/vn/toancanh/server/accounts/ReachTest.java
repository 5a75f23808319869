package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReachTest {
    private static final SiteTree TREE = tree(
            "city", null, "ward", "city", "junction", "ward", "other", "city", "corner", "other", "elsewhere", null);

    private static SiteTree tree(@Nullable String... pairs) {
        Map<String, @Nullable String> parents = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parents.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return new SiteTree(parents, 0);
    }

    private static Right allow(Level level, @Nullable String site) {
        return new Right(level, site);
    }

    private static Right deny(Level level, @Nullable String site, @Nullable String tag) {
        return new Right(level, site, tag, false);
    }

    private static Reach reach(Right... rights) {
        return new Reach(Role.of("r", List.of(rights)), TREE);
    }

    private static Spot at(String site, String... tags) {
        return new Spot(site, List.of(tags), false);
    }

    @Test
    void aRightHoldsAtItsSiteAndBelowAndNowhereElse() {
        Reach ward = reach(allow(Level.OPERATE, "ward"));
        assertThat(ward.may(Level.OPERATE, at("ward"))).isTrue();
        assertThat(ward.may(Level.VIEW, at("junction"))).isTrue();
        assertThat(ward.may(Level.MANAGE, at("junction"))).isFalse();
        assertThat(ward.may(Level.VIEW, at("other"))).isFalse();
        assertThat(ward.may(Level.VIEW, at("city"))).isFalse();
        assertThat(ward.may(Level.VIEW, at("no-such-site"))).isFalse();
        assertThat(ward.everywhere(Level.VIEW)).isFalse();
        assertThat(ward.anywhere(Level.OPERATE)).isTrue();
        assertThat(ward.anywhere(Level.MANAGE)).isFalse();
    }

    @Test
    void aDenialWinsAndCutsOffItsLevelAndAllAbove() {
        Reach reach = reach(
                allow(Level.CONFIGURE, null), deny(Level.OPERATE, "ward", null), deny(Level.VIEW, null, "noi-bo"));
        assertThat(reach.may(Level.CONFIGURE, at("other"))).isTrue();
        assertThat(reach.may(Level.VIEW, at("junction"))).isTrue();
        assertThat(reach.may(Level.OPERATE, at("junction"))).isFalse();
        assertThat(reach.may(Level.VIEW, at("other", "giao-thong", "noi-bo"))).isFalse();
        assertThat(reach.everywhere(Level.CONFIGURE)).isTrue();
        assertThat(reach.at(Level.CONFIGURE, "ward")).isFalse();
        assertThat(reach.at(Level.CONFIGURE, "other")).isTrue();
        assertThat(reach.whole(Level.CONFIGURE, null)).isFalse();
        assertThat(reach(allow(Level.CONFIGURE, null), deny(Level.CONFIGURE, "ward", null))
                        .whole(Level.CONFIGURE, "city"))
                .isFalse();
        assertThat(reach(allow(Level.CONFIGURE, null), deny(Level.CONFIGURE, "ward", null))
                        .whole(Level.CONFIGURE, "other"))
                .isTrue();
        assertThat(reach(allow(Level.MANAGE, null), deny(Level.OPERATE, null, null))
                        .everywhere(Level.OPERATE))
                .isFalse();
    }

    @Test
    void nobodyGivesMoreThanHeHas() {
        Reach ward = reach(allow(Level.CONFIGURE, "ward"), deny(Level.VIEW, "ward", "noi-bo"));
        assertThat(ward.covers(role(allow(Level.OPERATE, "junction")), Level.CONFIGURE))
                .as("the denial is missing")
                .isFalse();
        assertThat(ward.covers(
                        role(allow(Level.OPERATE, "junction"), deny(Level.VIEW, null, "noi-bo")), Level.CONFIGURE))
                .isTrue();
        assertThat(ward.covers(role(allow(Level.VIEW, "other")), Level.CONFIGURE))
                .isFalse();
        assertThat(ward.covers(role(allow(Level.VIEW, null)), Level.CONFIGURE)).isFalse();
        assertThat(ward.covers(role(allow(Level.VIEW, "city")), Level.CONFIGURE))
                .isFalse();
        assertThat(ward.covers(role(), Level.CONFIGURE)).isFalse();
        Reach operator = reach(allow(Level.OPERATE, "ward"), allow(Level.CONFIGURE, "other"));
        assertThat(operator.covers(role(allow(Level.VIEW, "junction")), Level.CONFIGURE))
                .isFalse();
        assertThat(operator.covers(role(allow(Level.CONFIGURE, "corner")), Level.CONFIGURE))
                .isTrue();
        Reach tagged = reach(new Right(Level.CONFIGURE, "ward", "giao-thong", true));
        assertThat(tagged.covers(role(allow(Level.VIEW, "ward")), Level.CONFIGURE))
                .isFalse();
        assertThat(tagged.covers(role(new Right(Level.VIEW, "junction", "giao-thong", true)), Level.CONFIGURE))
                .isTrue();
    }

    @Test
    void nobodyVouchesForWhoReachesWhatIsDeniedToHim() {
        Role everywhere = role(allow(Level.VIEW, null));
        assertThat(reach(allow(Level.MANAGE, null)).vouchesFor(everywhere)).isTrue();
        assertThat(reach(allow(Level.OPERATE, null)).vouchesFor(everywhere)).isFalse();
        assertThat(reach(allow(Level.MANAGE, "ward")).vouchesFor(everywhere)).isFalse();
        Reach butForOther = reach(allow(Level.MANAGE, null), deny(Level.MANAGE, "other", null));
        assertThat(butForOther.vouchesFor(everywhere)).isFalse();
        assertThat(butForOther.vouchesFor(role(allow(Level.VIEW, "city")))).isFalse();
        assertThat(butForOther.vouchesFor(role(allow(Level.VIEW, "corner")))).isFalse();
        assertThat(butForOther.vouchesFor(role(allow(Level.OPERATE, "ward")))).isTrue();
        assertThat(butForOther.vouchesFor(role(allow(Level.VIEW, null), deny(Level.VIEW, "other", null))))
                .as("it is denied to both")
                .isTrue();
        assertThat(butForOther.vouchesFor(role(allow(Level.OPERATE, null), deny(Level.OPERATE, "other", null))))
                .as("the other still looks there")
                .isFalse();
        Reach butForTagged = reach(allow(Level.MANAGE, "ward"), deny(Level.VIEW, null, "noi-bo"));
        assertThat(butForTagged.vouchesFor(role(allow(Level.VIEW, "junction")))).isFalse();
        assertThat(butForTagged.vouchesFor(role(allow(Level.VIEW, "junction"), deny(Level.VIEW, "ward", "noi-bo"))))
                .as("not in all of the city, but in all that both reach")
                .isFalse();
        assertThat(butForTagged.vouchesFor(role(allow(Level.VIEW, "junction"), deny(Level.VIEW, null, "noi-bo"))))
                .isTrue();
        assertThat(reach(allow(Level.MANAGE, null), deny(Level.CONFIGURE, "other", null))
                        .vouchesFor(everywhere))
                .as("what is denied lies above")
                .isTrue();
        assertThat(reach(allow(Level.CONFIGURE, null)).vouchesFor(everywhere)).isTrue();
    }

    private static Role role(Right... rights) {
        return Role.of("other", List.of(rights));
    }

    @Test
    void sitesOfRightsNarrowedToTagsAreThoseWithSuchACamera() {
        Reach tagged = reach(new Right(Level.VIEW, "city", "giao-thong", true));
        assertThat(tagged.scope().byCameras()).isTrue();
        assertThat(tagged.sites(List.of("corner"))).containsExactlyInAnyOrder("city", "other", "corner");
        assertThat(tagged.sites(List.of())).isEmpty();
        assertThat(reach(allow(Level.VIEW, "ward")).sites(List.of())).containsExactlyInAnyOrder("ward", "junction");
        assertThat(reach(allow(Level.VIEW, null), deny(Level.VIEW, "other", null))
                        .sites(List.of()))
                .containsExactlyInAnyOrder("city", "ward", "junction", "elsewhere");
    }

    @Test
    void aTreeOfAnyDepthIsNumbered() {
        Map<String, @Nullable String> chain = new HashMap<>();
        chain.put("s0", null);
        for (int i = 1; i < 20_000; i++) {
            chain.put("s" + i, "s" + (i - 1));
        }
        SiteTree deep = new SiteTree(chain, 0);
        assertThat(deep.within("s19999", "s0")).isTrue();
        assertThat(deep.within("s0", "s19999")).isFalse();
        assertThat(deep.below("s19990").cardinality()).isEqualTo(10);
    }

    /** The query and the judge of a single camera must never differ: one lists what the other would refuse. */
    @Test
    void theQuerySaysTheSameAsTheJudge() throws SQLException {
        SplittableRandom random = new SplittableRandom(4);
        List<String> sites = List.of("city", "ward", "junction", "other", "corner", "elsewhere");
        List<String> tags = List.of("a", "b", "c");
        List<Level> levels = List.of(Level.values());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            List<Spot> spots = cameras(connection, random, sites, tags);
            int narrowed = 0;
            for (int round = 0; round < 2000; round++) {
                List<Right> rights = new ArrayList<>();
                for (int i = random.nextInt(5); i >= 0; i--) {
                    rights.add(new Right(
                            levels.get(random.nextInt(levels.size())),
                            random.nextInt(4) == 0 ? null : sites.get(random.nextInt(sites.size())),
                            random.nextInt(2) == 0 ? null : tags.get(random.nextInt(tags.size())),
                            random.nextInt(3) > 0));
                }
                boolean published = random.nextInt(4) == 0;
                Role role = new Role("r", "r", false, rights, 50, published, false, List.of(), 1, 0);
                Reach reach = new Reach(role, TREE);
                Set<Integer> judged = new TreeSet<>();
                for (int i = 0; i < spots.size(); i++) {
                    if (reach.may(Level.VIEW, spots.get(i))) {
                        judged.add(i);
                    }
                }
                assertThat(found(connection, reach.scope()))
                        .as(rights.toString())
                        .isEqualTo(judged);
                narrowed += judged.isEmpty() || judged.size() == spots.size() ? 0 : 1;
            }
            assertThat(narrowed).isGreaterThan(500);
        }
    }

    private static List<Spot> cameras(
            Connection connection, SplittableRandom random, List<String> sites, List<String> tags) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE camera (id INTEGER, site_id TEXT, tags TEXT, published INTEGER)");
        }
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int draw = random.nextInt(8);
            List<String> own = new ArrayList<>();
            for (int bit = 0; bit < tags.size(); bit++) {
                if ((draw >> bit & 1) == 1) {
                    own.add(tags.get(bit));
                }
            }
            Spot spot = new Spot(sites.get(random.nextInt(sites.size())), own, random.nextBoolean());
            spots.add(spot);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO camera VALUES (?, ?, ?, ?)")) {
                insert.setInt(1, i);
                insert.setString(2, spot.siteId());
                insert.setString(3, JsonMapper.shared().writeValueAsString(own));
                insert.setInt(4, spot.published() ? 1 : 0);
                insert.executeUpdate();
            }
        }
        return spots;
    }

    private static Set<Integer> found(Connection connection, CameraScope scope) throws SQLException {
        Set<Integer> ids = new TreeSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT c.id FROM camera c WHERE " + scope.sql("c"))) {
            for (int i = 0; i < scope.values().size(); i++) {
                query.setObject(i + 1, scope.values().get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getInt(1));
                }
            }
        }
        return ids;
    }
}
