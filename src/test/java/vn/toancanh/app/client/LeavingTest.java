package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Confirmed;
import vn.toancanh.access.KeptRightsInMemory;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.testing.FakeSessions;

/** Whose session ends with the program, and whose stands so that the screen may be started without its server. */
class LeavingTest {
    private static final URI SERVER = URI.create("https://may-chu.vn");
    private static final Duration RIGHTS = Duration.ofHours(12);

    private final ManualClock clock = new ManualClock();
    private final ManualLane desk = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final OfflineRights rights = new OfflineRights(desk, clock, new KeptRightsInMemory());

    private Leaving leaving(@Nullable String user, boolean kiosk, boolean measured, boolean leash) {
        return new Leaving(
                new ClientOptions(
                        SERVER,
                        Optional.ofNullable(user),
                        Optional.ofNullable(user).map(name -> Path.of("password")),
                        Optional.empty(),
                        Optional.empty(),
                        kiosk,
                        measured ? Optional.of(Duration.ofSeconds(9)) : Optional.empty(),
                        Optional.empty(),
                        0,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        leash),
                sessions,
                rights);
    }

    private void signedIn() {
        sessions.signIn(SERVER, "tuong", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        rights.confirmed(
                new Confirmed(sessions.current().orElseThrow(), clock.now().plus(RIGHTS), clock.now()));
    }

    private Optional<String> settle(Leaving leaving) {
        return leaving.settle(new Texts(Language.VI), clock.now());
    }

    @Test
    void whoClosesTheWindowOfADeskLeavesIt() {
        signedIn();
        Leaving desk = leaving(null, false, false, false);
        desk.byHand(() -> {});
        assertThat(settle(desk)).isEmpty();
        assertThat(sessions.current()).isEmpty();
    }

    @Test
    void aDeskWhoseComputerIsSwitchedOffKeepsItsSession() {
        signedIn();
        assertThat(settle(leaving(null, false, false, false))).get().asString().contains("vẫn được giữ");
        assertThat(sessions.current()).isPresent();
    }

    @Test
    void aWallThatNobodyAttendsKeepsItHoweverItEnds() {
        for (Leaving wall : List.of(leaving("tuong", false, false, false), leaving(null, true, false, false))) {
            signedIn();
            wall.byHand(() -> {});
            assertThat(settle(wall)).isPresent();
            assertThat(sessions.current()).isPresent();
        }
    }

    @Test
    void aRunThatIsMeasuredEndsItAndALeashIsToldNothing() {
        signedIn();
        assertThat(settle(leaving("tuong", false, false, true))).isEmpty();
        assertThat(sessions.current()).isPresent();
        assertThat(settle(leaving("tuong", false, true, false))).isEmpty();
        assertThat(sessions.current()).isEmpty();
    }

    @Test
    void nothingIsPromisedWhereTheRightsAreOverOrNobodyIsSignedIn() {
        assertThat(settle(leaving("tuong", true, false, false))).isEmpty();
        signedIn();
        clock.advance(RIGHTS);
        assertThat(settle(leaving("tuong", true, false, false))).isEmpty();
    }
}
