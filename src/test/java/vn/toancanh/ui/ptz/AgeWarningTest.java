package vn.toancanh.ui.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.live.PictureAge;
import vn.toancanh.ui.testing.Fx;

/** That a picture is too old to steer by is said while it is, and for two seconds more, so that it does not flicker. */
class AgeWarningTest {
    private static final Optional<PictureAge> OLD = Optional.of(new PictureAge(700, true));
    private static final Optional<PictureAge> NEW = Optional.of(new PictureAge(200, true));

    @BeforeEach
    void screen() throws InterruptedException {
        Fx.needed();
    }

    @Test
    void staysUntilItHasBeenNewForAWhile() throws Exception {
        Fx.run(() -> {
            AgeWarning warning = new AgeWarning(new Texts(Language.VI));
            assertThat(warning.tell(NEW)).isFalse();
            assertThat(warning.tell(OLD)).as("it comes").isTrue();
            assertThat(warning.getText()).startsWith("Hình chậm 0,7 s");
            for (int i = 1; i < AgeWarning.CALM_LOOKS; i++) {
                assertThat(warning.tell(NEW)).isFalse();
                assertThat(warning.isVisible()).isTrue();
            }
            assertThat(warning.tell(OLD)).as("it is there already").isFalse();
            for (int i = 1; i < AgeWarning.CALM_LOOKS; i++) {
                warning.tell(Optional.empty());
            }
            assertThat(warning.tell(NEW)).as("it goes").isTrue();
            assertThat(warning.isManaged()).isFalse();
        });
    }

    @Test
    void isForgottenWithTheHead() throws Exception {
        Fx.run(() -> {
            AgeWarning warning = new AgeWarning(new Texts(Language.EN));
            warning.tell(OLD);
            warning.forget();
            assertThat(warning.isVisible()).isFalse();
        });
    }
}
