package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.StreamRole;

/** What was late before it was opened anew is late until it is known to be new. */
class LateBeforeTest {
    private static final TileState OLD_BEFORE = TileState.of(Phase.LATE, Cause.OLD_BEFORE);

    private final LiveRig rig = new LiveRig();
    private final List<Phase> phases = new ArrayList<>();

    /** A tile that is behind a link narrower than its stream, until it is opened anew for that. */
    private void isLateUntilItIsOpenedAnew() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(15));
        rig.players.last().pictures().delayBy(4000);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.PICTURES_OLD);
        rig.wall.onChange(new LiveWall.Listener() {
            @Override
            public void rearranged() {
                // Tiles' states are what counts.
            }

            @Override
            public void changed(LiveTile tile) {
                phases.add(tile.state().phase());
            }
        });
        for (int tenths = 0; rig.players.opened.size() == 1; tenths++) {
            assertThat(tenths).as("seconds until it is opened anew, tenths").isLessThan(200);
            rig.play(Duration.ofMillis(100));
        }
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.tile(0).pictures()).isSameAs(rig.players.last().pictures());
    }

    private void told(long ageMillis, boolean trusted) {
        PictureAge age = new PictureAge(ageMillis, trusted);
        Delivery delivery = new Delivery(MediaTransport.UNKNOWN, 1, 15, 15, age, false, false);
        rig.players.last().listener.statistics(LiveRig.figures(100, 100, delivery));
        rig.play(Duration.ofSeconds(1));
    }

    @Test
    void oneThatKeepsUpIsLiveAfterSomeSecondsAndStaysSo() {
        isLateUntilItIsOpenedAnew();
        assertThat(rig.tile(0).state()).isEqualTo(OLD_BEFORE);
        rig.play(Lateness.KEEPS_UP.minusSeconds(2));
        assertThat(phases).doesNotContain(Phase.LIVE);
        rig.play(Duration.ofSeconds(2));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        phases.clear();
        rig.play(Duration.ofMinutes(3));
        assertThat(phases).as("no word flaps").isEmpty();
        rig.show("");
        rig.show("c1");
        rig.play(Duration.ofMillis(500));
        assertThat(rig.phase(0)).as("and that is known of it").isEqualTo(Phase.LIVE);
    }

    @Test
    void aClockThatIsBelievedTellsSooner() {
        isLateUntilItIsOpenedAnew();
        told(300, true);
        assertThat(rig.tile(0).state()).as("one word may be of a bad moment").isEqualTo(OLD_BEFORE);
        told(300, true);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aClockThatWasBelievedBeforeIsHeardThoughTheFirstReportsOfTheSessionDoNotAgree() {
        rig.show("c1");
        told(300, true);
        isLateUntilItIsOpenedAnew();
        for (int second = 0; second < 20; second++) {
            told(9000, false);
        }
        assertThat(phases).doesNotContain(Phase.LIVE);
        assertThat(rig.tile(0).state()).isEqualTo(TileState.of(Phase.LATE, Cause.OLD_BY_CLOCK));
        told(300, true);
        told(300, true);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void whereTheStreamsOwnTimeLeaptAClockOfBeforeSaysNothing() {
        rig.show("c1");
        told(300, true);
        PictureAge wrong = new PictureAge(30_000, false);
        Delivery delivery = new Delivery(MediaTransport.UNKNOWN, 1, 15, 15, wrong, false, false);
        for (int second = 0; second < 4; second++) {
            rig.players
                    .last()
                    .listener
                    .statistics(new StreamStatistics(Codec.H264, 640, 360, 400, 100, 100, 0, 0, 1, delivery));
            rig.play(Duration.ofSeconds(1));
            assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        }
    }

    @Test
    void aClockThatNobodySetKeepsNoTileLate() {
        isLateUntilItIsOpenedAnew();
        for (int second = 0; second < 8; second++) {
            told(9000, false);
        }
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void oneThatLeavesTheLayoutAndComesBackBeginsLate() {
        isLateUntilItIsOpenedAnew();
        rig.players.last().pictures().delayBy(4000);
        rig.play(Duration.ofSeconds(2));
        rig.show("");
        rig.show("c1");
        phases.clear();
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.phase(0)).isEqualTo(Phase.LATE);
        assertThat(phases).doesNotContain(Phase.LIVE);
    }

    @Test
    void soDoesTheOtherStreamOfTheCamera() {
        Latecomers known = new Latecomers();
        CameraId camera = new CameraId("c1");
        known.late(new StreamGrants.Wish(camera, StreamRole.MAIN), 1);
        assertThat(known.cameLate(camera, 2)).isTrue();
        assertThat(known.cameLate(new CameraId("c2"), 2)).isFalse();
        known.punctual(new StreamGrants.Wish(camera, StreamRole.SUB));
        assertThat(known.cameLate(camera, 2)).isTrue();
        known.cleared(camera);
        assertThat(known.cameLate(camera, 2)).isFalse();
    }

    @Test
    void whatWasLateMinutesAgoIsForgotten() {
        Latecomers known = new Latecomers();
        CameraId camera = new CameraId("c1");
        known.late(new StreamGrants.Wish(camera, StreamRole.SUB), 1);
        known.believes(camera, 1);
        long after = Latecomers.KEPT.toNanos();
        assertThat(known.cameLate(camera, after)).isTrue();
        assertThat(known.believed(camera, after)).isTrue();
        assertThat(known.cameLate(camera, after + 1)).isFalse();
        assertThat(known.believed(camera, after + 1)).isFalse();
    }

    @Test
    void itSaysWhyInBothLanguages() {
        for (Language language : Language.values()) {
            assertThat(new Texts(language).get(Cause.OLD_BEFORE.textKey())).isNotBlank();
        }
    }
}
