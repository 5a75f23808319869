package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.strip.Mark;

class TileTruthTest {
    private static final long TENTH = 100_000_000L;
    private static final int CAMERA = 1204;
    private static final int OTHER = 1205;

    private final TileTruth tile = new TileTruth();
    private final List<TileTruth.Kind> lies = new ArrayList<>();
    private Allowance allowed = Allowance.WHOLE;
    /** Tenths of a second. */
    private long now = 100;

    private int frame;
    private boolean painted = true;
    private long paints;

    /** Says it for so many tenths of a second over pictures of that camera which are that old, tenths of a second. */
    private void shows(String state, int tenths, int camera, long age) {
        for (int i = 0; i < tenths; i++) {
            look(state, Optional.of(new Mark(camera, StreamRole.SUB, frame++ % 180)), now - age, true);
        }
    }

    /** Says it over one and the same picture, taken then. */
    private void stands(String state, int tenths, long taken) {
        Mark mark = new Mark(CAMERA, StreamRole.SUB, frame % 180);
        for (int i = 0; i < tenths; i++) {
            look(state, Optional.of(mark), taken, false);
        }
    }

    private void look(String state, Optional<Mark> mark, long taken, boolean moved) {
        now++;
        paints += painted ? 1 : 0;
        tile.look(new Look(now * TENTH, CAMERA, state, mark, taken * TENTH, moved, paints, allowed))
                .ifPresent(lies::add);
    }

    @Test
    void newPicturesOfItsOwnCameraAreTrue() {
        shows("LIVE", 100, CAMERA, 1);
        shows("QUARANTINED", 100, CAMERA, 1);
        assertThat(lies).isEmpty();
    }

    @Test
    void anotherCamerasPictureIsALieWhereItStaysLongerThanPaintingTakes() {
        shows("LIVE", 5, OTHER, 1);
        shows("LIVE", 20, CAMERA, 1);
        assertThat(lies).isEmpty();
        shows("LIVE", 7, OTHER, 1);
        assertThat(lies).containsExactly(TileTruth.Kind.OTHER_CAMERA);
    }

    @Test
    void anotherCamerasPictureUnderWhatIsNotLiveIsNone() {
        shows("OPENING", 50, OTHER, 1);
        shows("RECONNECTING", 50, OTHER, 1);
        assertThat(lies).isEmpty();
    }

    @Test
    void liveForASecondOverAPictureOfFourSecondsAgoIsALie() {
        shows("LIVE", 20, CAMERA, 1);
        stands("FROZEN", 20, now - 20);
        stands("LIVE", 10, now - 40);
        assertThat(lies).isNotEmpty().containsOnly(TileTruth.Kind.OLD);
        assertThat(tile.lyingMillis()).isBetween(200L, 500L);
        stands("LATE", 1, now - 50);
        assertThat(tile.lyingMillis()).isZero();
    }

    @Test
    void oldPicturesThatMoveAreALieUnlessTheyAreSaidToBeLate() {
        shows("LATE", 60, CAMERA, 50);
        assertThat(lies).isEmpty();
        shows("LIVE", 10, CAMERA, 50);
        assertThat(lies).isNotEmpty().containsOnly(TileTruth.Kind.OLD);
    }

    @Test
    void aStreamThatIsOpenedAnewSecondsLateIsALieFromHalfASecondOnUntilThatIsSaid() {
        shows("LIVE", 20, CAMERA, 1);
        stands("RECONNECTING", 200, now);
        shows("LIVE", 6, CAMERA, 51);
        assertThat(lies).as("is painted").isEmpty();
        shows("LIVE", 5, CAMERA, 51);
        assertThat(lies).isNotEmpty().containsOnly(TileTruth.Kind.OLD);
        lies.clear();
        shows("LATE", 50, CAMERA, 51);
        shows("FROZEN", 50, CAMERA, 51);
        shows("LIVE", 50, CAMERA, 29);
        assertThat(lies).isEmpty();
    }

    @Test
    void pixelsThatStandUnderLiveAreALieAfterThreeSeconds() {
        shows("LIVE", 10, CAMERA, 1);
        stands("LIVE", 29, now);
        assertThat(lies).isEmpty();
        stands("LIVE", 5, now - 29);
        assertThat(lies).isNotEmpty();
    }

    @Test
    void whatCannotBeReadIsJudgedByWhetherItMoves() {
        shows("LIVE", 10, CAMERA, 1);
        for (int i = 0; i < 60; i++) {
            look("LIVE", Optional.empty(), 0, true);
        }
        assertThat(lies).isEmpty();
        for (int i = 0; i < 32; i++) {
            look("LIVE", Optional.empty(), 0, false);
        }
        assertThat(lies).isNotEmpty().containsOnly(TileTruth.Kind.STANDS);
    }

    @Test
    void aCameraThatHangsMayStandForTenSecondsAndNotAgainOnceThatWasTold() {
        shows("LIVE", 10, CAMERA, 1);
        allowed = Allowance.of(Fault.FREEZE, now);
        stands("LIVE", 92, now);
        stands("UNCHANGED", 20, now);
        assertThat(lies).isEmpty();
        frame += 7;
        stands("LIVE", 4, now);
        assertThat(lies).as("is painted").isEmpty();
        stands("LIVE", 10, now);
        assertThat(lies).isNotEmpty().containsOnly(TileTruth.Kind.STANDS_AGAIN);
    }

    @Test
    void anotherHangingOfTheSameCameraIsJudgedAnew() {
        allowed = Allowance.of(Fault.FREEZE, 5);
        stands("LIVE", 92, now);
        stands("UNCHANGED", 20, now);
        allowed = Allowance.WHOLE;
        shows("LIVE", 20, CAMERA, 1);
        allowed = Allowance.of(Fault.STUCK, 9);
        stands("LIVE", 30, now);
        assertThat(lies).isEmpty();
    }

    @Test
    void whoWasNotLookedAtForAWhileIsJudgedAnew() {
        shows("LIVE", 20, CAMERA, 1);
        shows("LIVE", 1, OTHER, 1);
        now += 50;
        shows("LIVE", 5, OTHER, 1);
        assertThat(lies).isEmpty();
        shows("LIVE", 3, OTHER, 1);
        assertThat(lies).containsOnly(TileTruth.Kind.OTHER_CAMERA);
    }

    @Test
    void whatIsSaidWhileNothingIsPaintedIsNotOnTheScreenEither() {
        shows("LIVE", 20, CAMERA, 1);
        long taken = now;
        stands("RECONNECTING", 30, taken);
        painted = false;
        stands("LIVE", 20, taken);
        assertThat(lies).isEmpty();
        painted = true;
        stands("LIVE", 2, taken);
        assertThat(lies).isEmpty();
        stands("LIVE", 2, taken);
        assertThat(lies).isNotEmpty();
    }

    @Test
    void whatWasSaidOfAPictureBeforeItIsNotSaidOfOneThatStandsSinceThen() {
        shows("LIVE", 20, CAMERA, 1);
        stands("FROZEN", 100, now);
        allowed = Allowance.of(Fault.STUCK, now * TENTH);
        stands("FROZEN", 20, now - 100);
        frame++;
        stands("LATE", 30, now);
        assertThat(lies).isEmpty();
    }
}
