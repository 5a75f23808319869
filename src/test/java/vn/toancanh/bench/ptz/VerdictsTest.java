package vn.toancanh.bench.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.bench.Targets;

class VerdictsTest {
    private final Verdicts verdicts = new Verdicts();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private void add(boolean moved, long stands, boolean excused, boolean said, boolean endedMoving) {
        verdicts.add(new Verdict(Sequence.of(1, 1, LettingGo.RELEASED), moved, stands, 0, excused, said, endedMoving));
    }

    private List<String> missed(int wanted) {
        Targets targets = new Targets();
        verdicts.judge(wanted, figures, targets);
        return targets.missed();
    }

    @Test
    void headsThatStandInTimeAreWellAndTheSlowestIsTold() {
        add(true, 2500, false, true, false);
        add(true, 12, false, true, false);
        add(true, 6000, true, true, false);
        assertThat(missed(3)).isEmpty();
        assertThat(figures)
                .containsEntry("standsMsMax", 2500L)
                .containsEntry("couldNotBeEnded", 1L)
                .containsEntry("standsMsMaxBy", Map.of("RELEASED", 2500L))
                .containsEntry("endedMoving", 0L);
    }

    @Test
    void eachWayToFailIsNamed() {
        add(true, 2501, false, true, false);
        assertThat(missed(1)).containsExactly("standsMsMax");
        add(true, 0, false, true, true);
        assertThat(missed(2)).containsExactly("standsMsMax", "endedMoving");
        add(true, 6000, true, false, false);
        assertThat(missed(3)).containsExactly("standsMsMax", "unsaid", "endedMoving");
        assertThat(missed(5)).contains("sequences", "moved");
        verdicts.add(new Verdict(Sequence.of(1, 1, LettingGo.DESK_CABLE), true, 9, 2501, false, true, false));
        assertThat(missed(4)).contains("twitchedMsMax");
        assertThat(figures).containsEntry("twitched", 1L).containsEntry("twitchedMsMax", 2501L);
    }

    @Test
    void whereNothingMovesNothingWasTried() {
        add(false, 0, false, true, false);
        assertThat(missed(1)).containsExactly("moved");
        assertThat(new Verdicts().count()).isZero();
    }
}
