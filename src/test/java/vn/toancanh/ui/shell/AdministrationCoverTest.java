package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;

/** What comes and goes over the wall together with administration. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class AdministrationCoverTest extends OpenAdministration {
    @Test
    void rightsThatComeLaterOpenTheDoorToTheKeyToo() throws Exception {
        enter();
        key(KeyCode.F6);
        key(KeyCode.ESCAPE);
        Fx.run(() -> {
            window.desk.sessions.rights = List.of(CITY);
            window.desk.sessions.signIn(
                    URI.create("https://may.vn"), "ban1", Secret.of(FakeSessions.PASSWORD), answer -> {});
        });
        key(KeyCode.F7);
        assertThat(chosenSection()).isEqualTo("Người dùng");
        key(KeyCode.ESCAPE);
        key(KeyCode.F6);
        assertThat(chosenSection()).isEqualTo("Tài khoản của tôi");
        key(KeyCode.ESCAPE);
        key(KeyCode.F7);
        assertThat(chosenSection()).as("each key leads where it says").isEqualTo("Người dùng");
    }

    @Test
    void aConnectionThatComesAndGoesTakesAwayNothingButTheSignIn() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        connection(Connection.Phase.AWAY);
        connection(Connection.Phase.ONLINE);
        assertThat(there(".tc-administration")).isTrue();
        key(KeyCode.ESCAPE);
        key(KeyCode.F1);
        connection(Connection.Phase.AWAY);
        connection(Connection.Phase.ONLINE);
        assertThat(there(".tc-key-card")).isTrue();
        key(KeyCode.ESCAPE);
        connection(Connection.Phase.LAPSED);
        assertThat(there(".tc-sign-in")).isTrue();
        connection(Connection.Phase.ONLINE);
        assertThat(there(".tc-sign-in")).isFalse();
    }

    @Test
    void whenRightsRunOutTheSignInComesOverWhateverIsOpenAndWhatWasTypedWaits() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        List<TextField> fields = fields();
        Fx.run(() -> fields.getFirst().setText("Nguyễn Hạnh"));
        connection(Connection.Phase.LAPSED);
        assertThat(there(".tc-sign-in.tc-closed")).isTrue();
        assertThat(there(".tc-administration")).isFalse();
        connection(Connection.Phase.ONLINE);
        assertThat(there(".tc-sign-in")).isFalse();
        key(KeyCode.F7);
        assertThat(fields().getFirst().getText()).isEqualTo("Nguyễn Hạnh");
        key(KeyCode.ESCAPE);
        key(KeyCode.F1);
        connection(Connection.Phase.LAPSED);
        assertThat(there(".tc-sign-in.tc-closed")).isTrue();
        assertThat(there(".tc-key-card")).isFalse();
    }

    @Test
    void anotherLanguageTakesNothingAwayThatIsNotSent() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        List<TextField> fields = fields();
        Fx.run(() -> fields.getFirst().setText("Nguyễn Hạnh"));
        key(KeyCode.ESCAPE);
        Fx.run(() -> window.desk.language.to(Language.EN));
        key(KeyCode.F7);
        assertThat(fields().getFirst().getText()).isEqualTo("Nguyễn Hạnh");
        choose("Đỗ Đức Anh");
        Fx.run(() -> ((Button) window.scene().lookup(".tc-danger")).fire());
        key(KeyCode.ESCAPE);
        key(KeyCode.F7);
        assertThat(words(".tc-section")).as("given up: now in that language").contains("Users");
    }
}
