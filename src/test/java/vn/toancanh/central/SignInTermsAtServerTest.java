package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.central.AdministrationRig.OTHER;
import static vn.toancanh.central.AdministrationRig.PASSWORD;
import static vn.toancanh.central.AdministrationRig.at;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.SecondPersonNeeded;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Secret;
import vn.toancanh.server.ServerFixture;

/** The terms of signing in at our own server: a second person, and hours. */
@Tag("slow")
class SignInTermsAtServerTest {
    private AdministrationRig rig;
    private Desk city;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        rig = new AdministrationRig(data);
        city = rig.city;
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aSecondPersonLetsTheFirstIn() {
        AdministrationRig.user(
                city,
                "hai.nguoi",
                AdministrationRig.role(city, "Hai người", true, List.of(), at(Level.OPERATE, ServerFixture.WARD))
                        .id());
        AdministrationRig.user(
                city,
                "to.truong",
                AdministrationRig.role(city, "Tổ trưởng", false, List.of(), at(Level.MANAGE, ServerFixture.WARD))
                        .id());
        AdministrationRig.user(
                city,
                "noi.khac",
                AdministrationRig.role(city, "Nơi khác", false, List.of(), at(Level.MANAGE, OTHER))
                        .id());
        Desk desk = rig.desk();
        Failure asked = Desk.refusal(desk.signIn(rig.server(), "hai.nguoi", ServerFixture.PASSWORD));
        assertThat(asked.textKey()).isEqualTo("central.secondPersonNeeded");
        SecondPersonNeeded needed = (SecondPersonNeeded) asked.cause();
        assertThat(needed).isNotNull();
        assertThat(asked.toString()).doesNotContain(needed.ticket().reveal());
        assertThat(Desk.refusal(confirm(desk, needed, "noi.khac", ServerFixture.PASSWORD))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(Desk.refusal(confirm(desk, needed, "hai.nguoi", ServerFixture.PASSWORD))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(Desk.refusal(confirm(desk, needed, "to.truong", "sai-mat-khau"))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
        assertThat(confirm(desk, needed, "to.truong", ServerFixture.PASSWORD))
                .isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(desk.here(
                        () -> desk.client.sessions().current().orElseThrow().user()))
                .as("the first one's session")
                .isEqualTo("hai.nguoi");
        assertThat(Desk.refusal(confirm(desk, needed, "to.truong", ServerFixture.PASSWORD))
                        .textKey())
                .as("a ticket works once")
                .isEqualTo("central.ticketRefused");
        SignInOutcome unlocked = desk.ask(answer -> desk.client.sessions().check(PASSWORD, answer));
        assertThat(unlocked)
                .as("the own password opens a locked desk again")
                .isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(Desk.refusal(desk.<SignInOutcome>ask(
                                answer -> desk.client.sessions().check(Secret.of("sai-mat-khau"), answer)))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
    }

    private SignInOutcome confirm(Desk desk, SecondPersonNeeded needed, String second, String password) {
        return desk.ask(answer ->
                desk.client.sessions().confirm(rig.server(), "hai.nguoi", needed, second, Secret.of(password), answer));
    }

    @Test
    void outsideTheHoursTheWordsSayThatItIsTheHour() {
        var another = java.time.LocalDate.ofInstant(
                        vn.toancanh.base.Clock.SYSTEM.now(), java.time.ZoneId.systemDefault())
                .plusDays(3)
                .getDayOfWeek();
        Hours hours = new Hours(List.of(another), "10:00", "10:01");
        AdministrationRig.user(
                city,
                "ca.khac",
                AdministrationRig.role(city, "Ca khác", false, List.of(hours), at(Level.VIEW, ServerFixture.WARD))
                        .id());
        Desk desk = rig.desk();
        assertThat(Desk.refusal(desk.signIn(rig.server(), "ca.khac", ServerFixture.PASSWORD))
                        .textKey())
                .isEqualTo("central.outsideHours");
    }
}
