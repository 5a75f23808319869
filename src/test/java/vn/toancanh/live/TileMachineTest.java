package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.TileState.Phase;

class TileMachineTest {
    @Test
    void refusesAnIllegalStepInTestsAndShowsFailedInProduction() {
        TileMachine strict = new TileMachine(true);
        assertThatThrownBy(() -> strict.to(TileState.of(Phase.FROZEN)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("EMPTY")
                .hasMessageContaining("FROZEN");
        assertThat(strict.state()).isEqualTo(TileState.EMPTY);
        TileMachine tolerant = new TileMachine(false);
        tolerant.to(TileState.of(Phase.FROZEN));
        assertThat(tolerant.state().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void takesExactlyTheStepsThatThePhasesList() {
        Random random = new Random(5);
        TileMachine machine = new TileMachine(true);
        Phase[] phases = Phase.values();
        for (int i = 0; i < 5000; i++) {
            Phase from = machine.state().phase();
            Phase next = phases[random.nextInt(phases.length)];
            if (from == next || from.successors().contains(next)) {
                machine.to(TileState.of(next));
                assertThat(machine.state().phase()).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> machine.to(TileState.of(next))).isInstanceOf(AssertionError.class);
                assertThat(machine.state().phase()).isEqualTo(from);
            }
        }
    }

    @Test
    void becomesLiveFromEveryPhase() {
        for (Phase phase : Phase.values()) {
            TileMachine machine = new TileMachine(true);
            machine.to(TileState.OPENING);
            if (phase.successors().contains(Phase.LIVE)
                    && Phase.OPENING.successors().contains(phase)) {
                machine.to(TileState.of(phase));
            }
            machine.throughOpening(TileState.LIVE);
            assertThat(machine.state()).isEqualTo(TileState.LIVE);
        }
    }
}
