package vn.toancanh.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.desk.SignIn;
import vn.toancanh.desk.WallReading;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.ui.testing.City;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;

class SignInModelTest {
    private final ManualLane lane = new ManualLane(new ManualClock());
    private final Desk desk = new Desk(lane, lane, 3, 2, Map.of(), false, () -> WallReading.NOTHING);
    private final SignInModel model = new SignInModel(desk.signIn);

    private void fill(String server, String user, String password) {
        model.server().set(server);
        model.user().set(user);
        model.password().set(password);
    }

    private SignIn.Concern concern() {
        var wrong = model.progress().get().wrong();
        return wrong == null ? SignIn.Concern.WHOLE : wrong.concern();
    }

    @Test
    void signingInRemembersWhereAndWhoAndOpensTheCatalogue() {
        fill("trungtam.hanoi.vn", "ban1", FakeSessions.PASSWORD);
        model.enter();
        lane.runReady();
        assertThat(desk.preferences.get(PreferenceKey.LAST_SERVER)).isEqualTo("https://trungtam.hanoi.vn");
        assertThat(desk.preferences.get(PreferenceKey.LAST_USER)).isEqualTo("ban1");
        assertThat(desk.catalogue.snapshot().size()).isEqualTo(3);
        assertThat(model.password().get()).isEmpty();
        assertThat(model.progress().get().busy()).isFalse();
        assertThat(new SignInModel(desk.signIn).user().get()).isEqualTo("ban1");
    }

    @Test
    void aRefusedPasswordIsEmptiedAndNamed() {
        fill("trungtam.hanoi.vn", "ban1", "sai");
        model.enter();
        assertThat(concern()).isEqualTo(SignIn.Concern.PASSWORD);
        assertThat(model.password().get()).isEmpty();
        assertThat(desk.preferences.get(PreferenceKey.LAST_USER)).isEmpty();
        var wrong = Objects.requireNonNull(model.progress().get().wrong());
        assertThat(desk.language.texts().of(wrong.failure())).contains("mật khẩu không đúng");
        model.typed();
        assertThat(model.progress().get().wrong()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ban1, x, SERVER",
        "hai tu, ban1, x, SERVER",
        "may.vn, ' ', x, USER",
        "may.vn, ban1, '', PASSWORD",
    })
    void whatIsMissingIsNamedWithoutAskingTheServer(
            String server, String user, String password, SignIn.Concern expected) {
        desk.sessions.hold();
        fill(server, user, password);
        model.enter();
        assertThat(model.progress().get().busy()).isFalse();
        assertThat(concern()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, SERVER",
        "TIMEOUT, SERVER",
        "PROTOCOL, SERVER",
        "UNSUPPORTED, SERVER",
        "BUSY, WHOLE",
        "INTERNAL, WHOLE"
    })
    void everyFailureIsToldWhereItConcerns(Failure.Kind kind, SignIn.Concern expected) {
        desk.sessions.fail(kind);
        fill("may.vn", "ban1", "x");
        model.enter();
        assertThat(model.progress().get().wrong()).isNotNull();
        assertThat(concern()).isEqualTo(expected);
        assertThat(model.password().get()).isEqualTo("x");
    }

    @Test
    void whereTheServerIsAwayWhatIsKeptIsOfferedToWhoeverWasAtWork() {
        desk.kept.contents.put(new CatalogueOwner(URI.create("https://may.vn"), "ban1"), City.of(3));
        desk.preferences.set(PreferenceKey.AT_WORK, "https://may.vn ban1");
        desk.wasHere(URI.create("https://may.vn"), "ban1");
        desk.sessions.fail(Failure.Kind.UNREACHABLE);
        fill("may.vn", "ban2", "x");
        model.enter();
        assertThat(model.progress().get().keptAsOf()).isNull();
        model.goOnWithKept();
        assertThat(desk.sessions.state().connection()).isEqualTo(Connection.SIGNED_OUT);

        fill("may.vn", "ban1", FakeSessions.PASSWORD);
        model.enter();
        assertThat(model.progress().get().keptAsOf()).isEqualTo(City.of(3).asOf());
        assertThat(concern()).isEqualTo(SignIn.Concern.SERVER);
        model.goOnWithKept();
        lane.runReady();
        assertThat(model.password().get()).isEmpty();
        assertThat(desk.sessions.state().connection().phase()).isEqualTo(Connection.Phase.WAITING);
        desk.sessions.fail(null);
        desk.sessions.tryNow();
        assertThat(desk.sessions.state().connection().phase()).isEqualTo(Connection.Phase.ONLINE);
        assertThat(model.progress().get().wrong()).isNull();
    }

    @Test
    void whoeverTypesAnotherPasswordDoesNotGoOnAndIsToldSo() {
        desk.kept.contents.put(new CatalogueOwner(URI.create("https://may.vn"), "ban1"), City.of(3));
        desk.preferences.set(PreferenceKey.AT_WORK, "https://may.vn ban1");
        desk.wasHere(URI.create("https://may.vn"), "ban1");
        desk.sessions.fail(Failure.Kind.UNREACHABLE);
        for (int i = 0; i < 5; i++) {
            fill("may.vn", "ban1", "đoán bừa");
            model.enter();
            model.goOnWithKept();
            lane.runReady();
            assertThat(desk.sessions.state().connection()).isEqualTo(Connection.SIGNED_OUT);
            assertThat(concern()).isEqualTo(SignIn.Concern.PASSWORD);
        }
        fill("may.vn", "ban1", FakeSessions.PASSWORD);
        model.enter();
        model.goOnWithKept();
        lane.runReady();
        assertThat(concern()).as("five tries, then a wait").isEqualTo(SignIn.Concern.WHOLE);
        assertThat(desk.catalogue.snapshot().size()).isZero();
    }

    @Test
    void typingAnewTakesTheOfferBack() {
        desk.kept.contents.put(new CatalogueOwner(URI.create("https://may.vn"), "ban1"), City.of(3));
        desk.preferences.set(PreferenceKey.AT_WORK, "https://may.vn ban1");
        desk.wasHere(URI.create("https://may.vn"), "ban1");
        desk.sessions.fail(Failure.Kind.TIMEOUT);
        fill("may.vn", "ban1", "x");
        model.enter();
        assertThat(model.progress().get().keptAsOf()).isNotNull();
        model.typed();
        assertThat(model.progress().get().keptAsOf()).isNull();
    }

    @Test
    void anAnswerAfterCancellingIsDroppedAndTheSessionGivenBack() {
        desk.sessions.hold();
        fill("may.vn", "ban1", FakeSessions.PASSWORD);
        model.enter();
        assertThat(model.progress().get().busy()).isTrue();
        assertThat(model.cancel()).isTrue();
        assertThat(model.progress().get().busy()).isFalse();
        desk.sessions.answer();
        lane.runReady();
        assertThat(desk.preferences.get(PreferenceKey.LAST_USER)).isEmpty();
        assertThat(desk.catalogue.snapshot().size()).isZero();
        assertThat(model.cancel()).isFalse();
        assertThat(desk.sessions.state().connection()).isEqualTo(Connection.SIGNED_OUT);
    }

    @Test
    void askingTwiceAsksOnce() {
        desk.sessions.hold();
        fill("may.vn", "ban1", FakeSessions.PASSWORD);
        model.enter();
        model.password().set("khac");
        model.enter();
        desk.sessions.answer();
        assertThat(desk.sessions.current()).isPresent();
    }
}
