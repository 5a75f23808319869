package vn.toancanh.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.WallReading;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;

/** A role that demands a second person: another name and password, in words for everything that may go wrong. */
class SecondPersonTest {
    private final ManualLane lane = new ManualLane(new ManualClock());
    private final Desk desk = new Desk(lane, lane, 3, 2, Map.of(), false, () -> WallReading.NOTHING);
    private final SignInModel model = new SignInModel(desk.signIn);

    @BeforeEach
    void theFirstPasswordIsRight() {
        desk.sessions.failWith(FakeSessions.secondPerson());
        model.server().set("may.vn");
        model.user().set("ban1");
        model.password().set(FakeSessions.PASSWORD);
        model.enter();
        desk.sessions.failWith(null);
    }

    private SecondPersonModel second() {
        return model.second().orElseThrow();
    }

    private void enter(String user, String password) {
        second().user().set(user);
        second().password().set(password);
        second().enter();
    }

    private String words() {
        SignIn.Answer.Wrong wrong =
                Objects.requireNonNull(second().progress().get().wrong());
        return desk.language.texts().of(wrong.failure());
    }

    private SignIn.Concern concern() {
        return Objects.requireNonNull(second().progress().get().wrong()).concern();
    }

    @Test
    void theSecondPersonIsAskedAndLetsTheFirstIn() {
        assertThat(second().first()).isEqualTo("ban1");
        assertThat(model.password().get()).as("no password waits in a field").isEmpty();
        assertThat(desk.sessions.current()).isEmpty();
        enter(" " + FakeSessions.SECOND + " ", FakeSessions.PASSWORD);
        assertThat(desk.sessions.current().orElseThrow().user()).isEqualTo("ban1");
        assertThat(model.second()).isEmpty();
        assertThat(desk.preferences.get(PreferenceKey.LAST_USER)).isEqualTo("ban1");
    }

    @Test
    void aWrongPasswordIsSaidAtThePasswordAndEmptied() {
        enter(FakeSessions.SECOND, "sai");
        assertThat(concern()).isEqualTo(SignIn.Concern.PASSWORD);
        assertThat(words()).contains("người thứ hai không đúng");
        assertThat(second().password().get()).isEmpty();
        assertThat(second().user().get()).as("what else was typed stays").isEqualTo(FakeSessions.SECOND);
        second().typed();
        assertThat(second().progress().get().wrong()).isNull();
    }

    @Test
    void theSamePersonTwiceIsSaidWithoutAskingTheServer() {
        desk.sessions.hold();
        enter(" BAN1 ", FakeSessions.PASSWORD);
        assertThat(second().progress().get().busy()).isFalse();
        assertThat(concern()).isEqualTo(SignIn.Concern.USER);
        assertThat(words()).contains("phải là người khác");
    }

    @Test
    void whoMayNotVouchIsTold() {
        enter("ban2", FakeSessions.PASSWORD);
        assertThat(concern()).isEqualTo(SignIn.Concern.USER);
        assertThat(words()).contains("không được xác nhận");
        assertThat(second().password().get()).as("nothing is lost").isEqualTo(FakeSessions.PASSWORD);
    }

    @Test
    void whatIsLeftEmptyIsSaid() {
        enter(" ", FakeSessions.PASSWORD);
        assertThat(words()).contains("nhập tên của người thứ hai");
        enter(FakeSessions.SECOND, "");
        assertThat(words()).contains("nhập mật khẩu");
    }

    @Test
    void aTicketThatIsOverLeadsBackToTheFirstForm() {
        desk.sessions.failWith(Failure.of(Kind.CREDENTIALS, "401").withText("central.ticketRefused"));
        enter(FakeSessions.SECOND, FakeSessions.PASSWORD);
        assertThat(model.second()).isEmpty();
        SignIn.Answer.Wrong wrong =
                Objects.requireNonNull(model.progress().get().wrong());
        assertThat(wrong.concern()).isEqualTo(SignIn.Concern.PASSWORD);
        assertThat(desk.language.texts().of(wrong.failure())).contains("hai phút");
    }

    @Test
    void theHourIsSaidApartFromPasswords() {
        desk.sessions.failWith(Failure.of(Kind.CREDENTIALS, "401").withText("central.outsideHours"));
        enter(FakeSessions.SECOND, FakeSessions.PASSWORD);
        assertThat(concern()).isEqualTo(SignIn.Concern.WHOLE);
        assertThat(words()).contains("ngoài giờ");
    }

    @Test
    void escLeadsBackAndNobodyIsVouchedForAnyMore() {
        assertThat(model.stepBack()).isTrue();
        assertThat(model.second()).isEmpty();
        assertThat(model.progress().get().wrong()).isNull();
        assertThat(model.stepBack()).isFalse();
    }

    @Test
    void whatIsGivenUpWhileTheServerIsAskedLetsNobodyIn() {
        desk.sessions.hold();
        enter(FakeSessions.SECOND, FakeSessions.PASSWORD);
        assertThat(second().progress().get().busy()).isTrue();
        assertThat(model.stepBack()).isTrue();
        assertThat(second().progress().get().busy()).isFalse();
        desk.sessions.answer();
        assertThat(desk.sessions.current()).isEmpty();
    }
}
