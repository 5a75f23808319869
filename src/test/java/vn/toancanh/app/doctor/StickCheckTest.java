package vn.toancanh.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** What the doctor says of joysticks. */
class StickCheckTest {
    private static final Texts EN = new Texts(Language.EN);

    private static Finding said(int status, String text) {
        return StickCheck.finding(EN, Optional.of(new Probe.Said(status, text)));
    }

    @Test
    void sticksAreNamedAndNoneIsNoTrouble() {
        Finding two =
                said(0, "a word of a library\nversion: SDL 3.4.14\nstick: Axis T8311 07c0:1131\nstick:  068e:005b\n");
        assertThat(two.state()).isEqualTo(Finding.State.OK);
        assertThat(two.text()).isEqualTo("Joysticks can be read (SDL 3.4.14): Axis T8311 07c0:1131, 068e:005b");
        Finding none = said(0, "version: SDL 3.4.14\n");
        assertThat(none.state()).isEqualTo(Finding.State.OK);
        assertThat(none.text()).contains("none is plugged in");
    }

    @Test
    void withoutSdlTheWallWorksAndItIsSaid() {
        for (Finding finding : new Finding[] {
            said(1, "java.lang.UnsatisfiedLinkError: no"), said(0, ""), StickCheck.finding(EN, Optional.empty())
        }) {
            assertThat(finding.state()).isEqualTo(Finding.State.WARNING);
            assertThat(finding.text()).contains("mouse and keys");
            assertThat(finding.advice()).isNotEmpty();
        }
    }
}
