package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;

/** What is dark is tried again, but not in vain again and again; what slept is opened anew. */
class TriedAgainTest {
    private final LiveRig rig = new LiveRig();

    private void unsupported() {
        rig.know(LiveRig.camera("boots", List.of(LiveRig.SUB)));
        rig.show("boots");
        rig.players.last().fail(Failure.Kind.UNSUPPORTED);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.UNSUPPORTED, Cause.CODEC_NOT_SUPPORTED));
    }

    @Test
    void aCameraThatAnnouncedNothingThatCanBePlayedIsTriedOnceAMinute() {
        unsupported();
        rig.advance(Reconnection.RARE_TRY.minus(Reconnection.RARE_SPREAD));
        assertThat(rig.players.opened).hasSize(1);
        rig.advance(Reconnection.RARE_SPREAD.plusSeconds(1));
        assertThat(rig.players.opened).hasSize(2);
        rig.players.last().fail(Failure.Kind.UNSUPPORTED);
        assertThat(rig.phase(0)).isEqualTo(Phase.UNSUPPORTED);
        rig.advance(Reconnection.RARE_TRY.plusSeconds(1));
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void thoseThatWereRefusedTogetherAreNotTriedInOneBurst() {
        rig.show(IntStream.rangeClosed(1, 20).mapToObj(i -> "c" + i).toArray(String[]::new));
        rig.players.opened.forEach(one -> one.fail(Failure.Kind.CREDENTIALS));
        rig.advance(Reconnection.RARE_TRY.minus(Reconnection.RARE_SPREAD));
        int before = rig.players.opened.size();
        assertThat(before).isEqualTo(20);
        for (int second = 0; second < Reconnection.RARE_SPREAD.toSeconds(); second++) {
            rig.advance(Duration.ofSeconds(1));
            List.copyOf(rig.players.opened.subList(before, rig.players.opened.size()))
                    .forEach(one -> one.fail(Failure.Kind.CREDENTIALS));
            assertThat(rig.players.opened.size() - before)
                    .as("in second %d", second)
                    .isLessThan(8);
            before = rig.players.opened.size();
        }
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).as("but each within a minute").hasSize(40);
    }

    @Test
    void aPasswordThatIsCorrectedAtTheServerIsTriedAtOnceAndNotInOneBurst() {
        String[] cameras = IntStream.rangeClosed(1, 20).mapToObj(i -> "c" + i).toArray(String[]::new);
        rig.show(cameras);
        rig.players.opened.forEach(one -> one.fail(Failure.Kind.CREDENTIALS));
        rig.wall.camerasChanged();
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.opened).as("nothing was corrected").hasSize(20);
        List.of(cameras).forEach(each -> rig.correct(each, 2));
        rig.wall.camerasChanged();
        rig.advance(Comeback.SPREAD.dividedBy(4));
        assertThat(rig.players.opened.size()).isBetween(21, 35);
        rig.advance(Comeback.SPREAD);
        assertThat(rig.players.opened).hasSize(40);
        List.copyOf(rig.players.opened.subList(20, 40)).forEach(one -> one.fail(Failure.Kind.CREDENTIALS));
        rig.wall.camerasChanged();
        rig.advance(Reconnection.RARE_TRY.minus(Reconnection.RARE_SPREAD));
        assertThat(rig.players.opened)
                .as("once for each change, and not by turns of before")
                .hasSize(40);
        rig.advance(Reconnection.RARE_SPREAD.plusSeconds(1));
        assertThat(rig.players.opened.size()).as("then as before").isGreaterThanOrEqualTo(60);
    }

    @Test
    void aPasswordThatIsCorrectedWhileTheOldOneIsTriedIsTriedNext() {
        rig.show("c1");
        rig.correct("c1", 2);
        rig.wall.camerasChanged();
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        assertThat(rig.phase(0)).isEqualTo(Phase.FAILED);
        rig.advance(Comeback.SPREAD.multipliedBy(2));
        assertThat(rig.players.opened).hasSize(2);
        rig.players.last().fail(Failure.Kind.CREDENTIALS);
        rig.advance(Duration.ofSeconds(10));
        assertThat(rig.players.opened).hasSize(2);
    }

    @Test
    void aCertificateThatIsAcceptedAtTheServerIsTriedAtOnceByANewGrant() {
        rig.show("c1");
        rig.players.last().fail(Failure.Kind.UNTRUSTED);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.FAILED, Cause.CERTIFICATE_REFUSED));
        int asked = rig.grants.asked.size();
        rig.correct("c1", 2);
        rig.wall.camerasChanged();
        rig.advance(Comeback.SPREAD.multipliedBy(2));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.grants.asked.size()).isGreaterThan(asked);
    }

    @Test
    void aCameraThatPlaysGoesOnWhateverIsCorrected() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        rig.correct("c1", 2);
        rig.wall.camerasChanged();
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.players.opened).hasSize(1);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void itIsTriedAtOnceWhenSomebodyAsksAndOnlyWhereThereIsSomethingToTry() {
        unsupported();
        assertThat(rig.tile(0).mayTry()).isTrue();
        rig.tile(0).tryNow();
        rig.advance(Duration.ofMillis(100));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.tile(0).mayTry()).isFalse();
        rig.play(Duration.ofSeconds(1));
        rig.tile(0).tryNow();
        assertThat(rig.players.opened).hasSize(2);
        rig.show("nobody", "");
        assertThat(rig.tile(0).mayTry()).as("not known").isFalse();
        assertThat(rig.tile(1).mayTry()).as("empty").isFalse();
    }

    @Test
    void aStreamThatTheServerCannotGrantIsAskedForOnceAMinuteToo() {
        rig.grants.refusal = Failure.Kind.UNSUPPORTED;
        rig.show("c1");
        assertThat(rig.phase(0)).isEqualTo(Phase.UNSUPPORTED);
        rig.grants.refusal = null;
        rig.advance(Reconnection.RARE_TRY.plusSeconds(1));
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    /** One plays as {@code minute} says while the other one's camera is away; how often that was tried in five minutes. */
    private long triesOfTheOther(Runnable quarter) {
        rig.show("c1", "c2");
        for (int i = 0; i < 5 * 60 * 4; i++) {
            List.copyOf(rig.players.open()).stream()
                    .filter(one -> LiveRig.of(one, "c2"))
                    .forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
            quarter.run();
            rig.advance(Duration.ofMillis(250));
        }
        return rig.players.opened.stream().filter(one -> LiveRig.of(one, "c2")).count();
    }

    private int quarters;

    @Test
    void aTileThatGoesBlackAndComesBackIsNoNewsOfANetwork() {
        long tries = triesOfTheOther(() -> {
            boolean black = quarters++ % 16 < 8;
            rig.players.playing().forEach(one -> {
                if (black) {
                    one.pictures().publishBlack();
                } else {
                    one.pictures().publish();
                }
            });
        });
        assertThat(tries).isBetween(5L, 20L);
    }

    @Test
    void oneThatComesAndGoesHasTheOthersTriedEveryTenSecondsAtMost() {
        long tries = triesOfTheOther(() -> {
            rig.publish();
            if (quarters++ % 8 == 7) {
                List.copyOf(rig.players.playing()).forEach(one -> one.fail(Failure.Kind.WORKER));
            }
        });
        assertThat(tries).isBetween(5L, 5 * 60 / 10 + 14L);
    }

    @Test
    void whatAnswersSoonAfterAnotherIsHeardAllTheSame() {
        rig.show("c1", "c2", "c3");
        fail("c1");
        fail("c2");
        fail("c3");
        for (int i = 0; i < 8; i++) {
            rig.advance(Duration.ofSeconds(70));
            fail("c1");
            fail("c2");
            fail("c3");
        }
        rig.tile(0).tryNow();
        rig.advance(Duration.ofMillis(100));
        rig.publish();
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.open()).as("all three were woken").hasSize(3);
        fail("c2");
        fail("c3");
        rig.tile(1).tryNow();
        rig.advance(Duration.ofMillis(100));
        rig.publish();
        rig.advance(Duration.ofSeconds(1));
        assertThat(rig.players.open()).as("the third waits").hasSize(2);
        rig.play(Comeback.APART);
        assertThat(rig.players.open()).as("but for ten seconds only").hasSize(3);
    }

    private void fail(String camera) {
        List.copyOf(rig.players.open()).stream()
                .filter(one -> LiveRig.of(one, camera))
                .forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
    }

    private void sleep(Duration by) {
        rig.clock.set(rig.clock.now().plus(by));
    }

    @Test
    void aMachineThatSleptOpensAllStreamsAnewAndMarksTheOldPictures() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(2));
        rig.wall.expect(List.of(new CameraId("c9")));
        rig.advance(Duration.ofSeconds(1));
        fail("c2");
        rig.publish();
        int opened = rig.players.opened.size();
        Instant pictureAt = rig.clock.now();
        sleep(Duration.ofHours(2));
        rig.advance(LiveWall.SAMPLE);
        assertThat(rig.phase(0)).isEqualTo(Phase.OPENING);
        assertThat(rig.players.opened.getFirst().closed).isTrue();
        assertThat(rig.wall.commons().warm().count()).as("nothing of before").isZero();
        long age = rig.clock.nanos() - rig.tile(0).newestAtNanos();
        assertThat(rig.clock.now().minusNanos(age))
                .as("its picture says when it was taken")
                .isBetween(pictureAt.minusSeconds(2), pictureAt.plusSeconds(1));
        rig.advance(Duration.ofMillis(500));
        assertThat(rig.players.opened.size()).as("both are tried").isEqualTo(opened + 2);
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(rig.phase(1)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aMachineThatGoesBackToSleepAtOnceShowsNothingOfBeforeEither() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        sleep(Duration.ofHours(1));
        rig.play(Duration.ofSeconds(10));
        assertThat(rig.players.opened).hasSize(2);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        sleep(Duration.ofHours(1));
        rig.advance(LiveWall.SAMPLE);
        assertThat(rig.phase(0)).isEqualTo(Phase.OPENING);
        assertThat(rig.clock.nanos() - rig.tile(0).newestAtNanos())
                .isGreaterThanOrEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void aClockThatIsSetAgainAndAgainOrBackOpensNothingAgainAndAgain() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(2));
        sleep(Duration.ofMinutes(-10));
        rig.play(Duration.ofSeconds(1));
        sleep(Duration.ofMillis(1900));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(1);
        for (int i = 0; i < 25; i++) {
            sleep(Duration.ofSeconds(5));
            rig.play(Duration.ofSeconds(1));
        }
        assertThat(rig.players.opened).hasSize(2);
        rig.play(SleepWatch.APART);
        sleep(Duration.ofSeconds(5));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(3);
    }
}
