package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Effort;
import vn.toancanh.rtsp.AccessUnit;

class DietTest {
    private final Diet diet = new Diet();

    private static AccessUnit unit(boolean key) {
        return new AccessUnit(new byte[] {1}, key, 0, 0, false);
    }

    @Test
    void allIsFedFromTheFirstKeyFrameOn() {
        assertThat(diet.takes(unit(false))).isFalse();
        assertThat(diet.takes(unit(true))).isTrue();
        assertThat(diet.takes(unit(false))).isTrue();
    }

    @Test
    void ofKeyFramesAloneOthersAreLeftOutAndGoOnOnlyBehindTheNextOne() {
        diet.takes(unit(true));
        diet.ease(Effort.KEY_FRAMES);
        assertThat(diet.takes(unit(false))).isFalse();
        assertThat(diet.takes(unit(true))).isTrue();
        diet.ease(Effort.FEWER_PICTURES);
        assertThat(diet.takes(unit(false)))
                .as("it rests on pictures that were left out")
                .isFalse();
        assertThat(diet.takes(unit(true))).isTrue();
        assertThat(diet.takes(unit(false))).isTrue();
    }

    @Test
    void keyFramesThatAreWholeOnlyAfterOthersAreNotFedAlone() {
        AccessUnit heals = new AccessUnit(new byte[] {1}, true, 0, 0, false, 9);
        diet.takes(heals);
        diet.ease(Effort.KEY_FRAMES);
        assertThat(diet.takes(unit(false))).isTrue();
        List<AccessUnit> group = List.of(heals, unit(false));
        assertThat(diet.of(group)).isEqualTo(group);
        diet.ease(Effort.FULL);
        assertThat(diet.takes(unit(false))).as("nothing was left out").isTrue();
    }

    @Test
    void aPlayerOfKeyFramesBeginsWithOne() {
        List<AccessUnit> group = List.of(unit(true), unit(false), unit(false));
        assertThat(diet.of(group)).hasSize(3);
        diet.ease(Effort.KEY_FRAMES);
        assertThat(diet.of(group)).containsExactly(group.getFirst());
    }
}
