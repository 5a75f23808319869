package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.fresh;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.FakeAlarms;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;

class AlarmSoundTest {
    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeAlarms server = new FakeAlarms();
    private final AlarmBook book = new AlarmBook(server, lane);
    private final FakeSessions sessions = new FakeSessions();
    private final Preferences preferences = new Preferences(
            Map.of(),
            new PreferenceStore() {
                @Override
                public Map<String, String> load() {
                    return Map.of();
                }

                @Override
                public void save(String name, String value) {}
            },
            lane);
    private final AlarmChoices choices = new AlarmChoices(preferences);
    private boolean mayAct = true;
    private int rings;
    private final AlarmSound sound = new AlarmSound(book, () -> rings++, choices, sessions, () -> mayAct, lane);

    @BeforeEach
    void anAlarmRings() {
        sessions.signIn(URI.create("https://may.vn"), "ban1", Secret.of(FakeSessions.PASSWORD), answer -> {});
        choices.sound(true);
        book.open();
        server.lists.remove().accept(Outcome.done(List.of(fresh("a", 80))));
        assertThat(rings).isEqualTo(1);
    }

    private void phase(Phase phase) {
        sessions.connection(new Connection(phase, null));
        lane.runReady();
    }

    private int ringsWithin(int times) {
        int before = rings;
        lane.advance(java.time.Duration.ofSeconds(10).multipliedBy(times));
        return rings - before;
    }

    @Test
    void itIsQuietWhileNobodyCouldQuietIt() {
        phase(Phase.AWAY);
        assertThat(ringsWithin(2)).as("the list is still there").isEqualTo(2);
        phase(Phase.LAPSED);
        assertThat(sound.bell().ringing()).isFalse();
        assertThat(ringsWithin(3)).isZero();
        int before = rings;
        phase(Phase.ONLINE);
        assertThat(rings).as("it is still there").isEqualTo(before + 1);
    }

    @Test
    void itFollowsWhatIsChosenAndWhoIsThere() {
        choices.sound(false);
        assertThat(ringsWithin(2)).isZero();
        int before = rings;
        choices.sound(true);
        assertThat(rings).isEqualTo(before + 1);
        mayAct = false;
        phase(Phase.ONLINE);
        assertThat(ringsWithin(2)).isZero();
        mayAct = true;
        sound.close();
        choices.sound(true);
        assertThat(ringsWithin(2)).isZero();
    }
}
