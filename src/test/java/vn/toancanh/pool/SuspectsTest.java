package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamRole;
import vn.toancanh.pool.Suspects.Standing;

class SuspectsTest {
    private final ManualClock clock = new ManualClock();
    private final PoolOptions.Quarantine rule = PoolOptions.forCores(2).quarantine();
    private final Suspects suspects = new Suspects(rule, clock);

    private static Suspects.Key key(int camera) {
        return new Suspects.Key(new CameraId("c" + camera), StreamRole.SUB);
    }

    private static List<Suspects.Key> keys(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(SuspectsTest::key).toList();
    }

    private void decode(Suspects.Key key, Duration by) {
        for (long passed = 0; passed <= by.toSeconds(); passed++) {
            suspects.decodes(key);
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void whicheverOfEighteenIsGuiltyIsAloneAfterSevenCrashes() {
        for (int guilty = 1; guilty <= 18; guilty++) {
            Suspects fresh = new Suspects(rule, clock);
            List<Suspects.Key> all = keys(18);
            List<Suspects.Key> inside = all;
            int crashes = 0;
            while (fresh.standing(key(guilty)) != Standing.QUARANTINED) {
                fresh.crashed(inside);
                crashes++;
                int group = fresh.group(key(guilty));
                inside = all.stream().filter(key -> fresh.group(key) == group).toList();
            }
            assertThat(crashes).as("camera " + guilty).isLessThanOrEqualTo(7);
            assertThat(inside).containsExactly(key(guilty));
        }
    }

    @Test
    void afterOneCrashAllStayTogetherAndApartFromOthers() {
        int first = suspects.crashed(keys(4));
        assertThat(keys(4)).allMatch(key -> suspects.group(key) == first);
        assertThat(keys(4)).allMatch(key -> suspects.standing(key) == Standing.SUSPECTED);
        assertThat(suspects.group(key(5))).isZero();
        assertThat(suspects.standing(key(5))).isEqualTo(Standing.CLEAR);
    }

    @Test
    void oneThatWasNotInTheFirstCrashIsNotPartedAsIfItHadBeen() {
        suspects.crashed(keys(2));
        int first = suspects.crashed(List.of(key(1), key(2), key(3)));
        assertThat(suspects.group(key(3))).isEqualTo(first);
        assertThat(suspects.standing(key(3))).isEqualTo(Standing.SUSPECTED);
        assertThat(suspects.standing(key(1))).isEqualTo(Standing.QUARANTINED);
        assertThat(suspects.group(key(1))).isNotEqualTo(suspects.group(key(2)));
    }

    @Test
    void aStreamThatDecodesLongEnoughIsClearedInQuarantineToo() {
        suspects.crashed(keys(2));
        suspects.crashed(keys(2));
        decode(key(1), rule.cleared().dividedBy(2));
        assertThat(suspects.standing(key(1))).isEqualTo(Standing.QUARANTINED);
        decode(key(1), rule.cleared().dividedBy(2));
        assertThat(suspects.standing(key(1))).isEqualTo(Standing.CLEAR);
        assertThat(suspects.standing(key(2))).isEqualTo(Standing.QUARANTINED);
    }

    @Test
    void beingOpenWithoutDecodingClearsNobody() {
        suspects.crashed(keys(1));
        suspects.decodes(key(1));
        clock.advance(Duration.ofHours(3));
        assertThat(suspects.decodes(key(1))).isFalse();
        assertThat(suspects.standing(key(1))).isEqualTo(Standing.SUSPECTED);
        assertThat(suspects.fresh()).isFalse();
    }

    @Test
    void theBudgetSpentItStaysDarkAndThenHasOneTry() {
        Suspects.Key key = key(1);
        suspects.crashed(List.of(key));
        suspects.crashed(List.of(key));
        for (int i = 1; i <= rule.crashes(); i++) {
            assertThat(suspects.standing(key)).isEqualTo(Standing.QUARANTINED);
            suspects.crashed(List.of(key));
        }
        assertThat(suspects.standing(key)).isEqualTo(Standing.DARK);
        clock.advance(rule.rest());
        assertThat(suspects.standing(key)).isEqualTo(Standing.QUARANTINED);
        suspects.crashed(List.of(key));
        assertThat(suspects.standing(key)).isEqualTo(Standing.DARK);
    }

    @Test
    void crashesFarApartDoNotSpendTheBudget() {
        Suspects.Key key = key(1);
        for (int i = 0; i < 10; i++) {
            suspects.crashed(List.of(key));
            clock.advance(rule.within().plusSeconds(1));
        }
        assertThat(suspects.standing(key)).isEqualTo(Standing.QUARANTINED);
    }
}
