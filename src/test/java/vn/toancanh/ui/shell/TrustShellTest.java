package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.ShownCertificate.Why;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.base.Language;
import vn.toancanh.desk.WallReading;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Untrusted;

/** A server that is not known by its certificate, at the sign-in. */
@Tag("slow")
class TrustShellTest {
    private static final String SERVER = "may.vn:443";

    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1");
        open = new OpenShell(40, 2, kept, () -> WallReading.NOTHING);
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void enter(Why why) throws Exception {
        Fx.run(() -> {
            open.desk.sessions.failWith(Untrusted.failure(SERVER, why));
            TextField field = (TextField) open.scene().lookup(".password-field");
            field.setText(FakeSessions.PASSWORD);
            Fx.press(field, KeyCode.ENTER, false);
        });
        Fx.settle(open.scene());
    }

    private String words() throws Exception {
        return Fx.on(() -> open.scene().getRoot().lookupAll(".tc-trust .label").stream()
                .map(each -> ((Label) each).getText())
                .collect(Collectors.joining(" ")));
    }

    private Button button(String words) throws Exception {
        return Fx.on(() -> open.scene().getRoot().lookupAll(".button").stream()
                .filter(each -> each instanceof Button some && words.equals(some.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words)));
    }

    private boolean there(String selector) throws Exception {
        return Fx.on(() -> open.scene().lookup(selector) != null);
    }

    private Fingerprint pin() throws Exception {
        return Fx.on(() -> open.desk.pins.of(SERVER).orElse(null));
    }

    @Test
    void anUnknownServerIsAskedAboutAndTrustedOnlyOnAYes() throws Exception {
        enter(Why.UNKNOWN);
        assertThat(words()).contains(SERVER).contains(Untrusted.SHOWN.lines()).contains("Chưa gửi tên hay mật khẩu");
        assertThat(there(".password-field")).as("nothing to type beside it").isFalse();
        assertThat(Fx.on(() -> open.scene().getFocusOwner())).isEqualTo(button("Không, quay lại"));

        // The language may be changed meanwhile.
        Fx.run(() -> open.desk.language.to(Language.EN));
        Fx.settle(open.scene());
        assertThat(words()).contains("does not know the server " + SERVER);
        Fx.run(() -> Fx.press(open.scene().getRoot(), KeyCode.ESCAPE, false));
        assertThat(there(".tc-trust")).isFalse();
        assertThat(pin()).isNull();

        Fx.run(() -> open.desk.language.to(Language.VI));
        enter(Why.UNKNOWN);
        Fx.run(() -> open.desk.sessions.failWith(null));
        Button yes = button("Giống hệt, tin máy chủ này");
        Fx.run(yes::fire);
        Fx.until("signed in", () -> open.desk.catalogue.snapshot().size() > 0);
        assertThat(pin()).isEqualTo(Untrusted.SHOWN);
        String kept = Fx.on(() -> open.desk.preferences.get(PreferenceKey.text(ServerPins.setting(SERVER))));
        assertThat(kept).isEqualTo(Untrusted.SHOWN.hex());
    }

    @Test
    void aChangedCertificateIsAcceptedOnlyAfterBothWereLookedAt() throws Exception {
        enter(Why.CHANGED);
        assertThat(words())
                .contains(Untrusted.SHOWN.lines())
                .contains(Untrusted.KNOWN.lines())
                .contains("đã đổi");
        Button anew = button("Dùng chứng chỉ mới");
        assertThat(anew.isDisabled()).isTrue();
        Fx.run(anew::fire);
        assertThat(pin()).isNull();
        Fx.run(() -> ((CheckBox) open.scene().lookup(".check-box")).setSelected(true));
        Fx.run(() -> open.desk.sessions.failWith(null));
        Fx.run(anew::fire);
        Fx.until("signed in", () -> open.desk.catalogue.snapshot().size() > 0);
        assertThat(pin()).isEqualTo(Untrusted.SHOWN);
    }

    @Test
    void aCertificateThatChangesUnderASessionIsSaidOverTheWall() throws Exception {
        open.signIn();
        Fx.run(() -> open.desk.sessions.connection(
                new Connection(Connection.Phase.AWAY, null, Untrusted.failure(SERVER, Why.CHANGED))));
        Node banner = Fx.on(() -> open.scene().lookup(".tc-banner"));
        assertThat(banner.getStyleClass()).contains("tc-act");
        assertThat(Fx.on(() -> ((Label) open.scene().lookup(".tc-banner .label")).getText()))
                .contains(Untrusted.SHOWN.toString(), Untrusted.KNOWN.toString());
        Button again = button("Đăng nhập lại");
        Fx.run(again::fire);
        assertThat(there(".tc-cover .password-field")).isTrue();
    }
}
