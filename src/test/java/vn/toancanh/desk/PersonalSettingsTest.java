package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.prefs.FakePersonal;
import vn.toancanh.prefs.PersonalValue;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;

/** Settings go along with a person from desk to desk, also through an outage. */
class PersonalSettingsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final String LANGUAGE = PreferenceKey.LANGUAGE.name();

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakePersonal server = new FakePersonal();

    /** A desk, and what lies on its disk. */
    private final class At {
        final Map<String, String> disk;
        final FakeSessions sessions = new FakeSessions();
        final Preferences preferences;
        final ChangeLanguage language;
        final PersonalSettings settings;

        At(Map<String, String> disk) {
            this.disk = disk;
            preferences = new Preferences(
                    Map.copyOf(disk),
                    new PreferenceStore() {
                        @Override
                        public Map<String, String> load() {
                            return disk;
                        }

                        @Override
                        public void save(String name, String value) {
                            disk.put(name, value);
                        }
                    },
                    lane);
            language = new ChangeLanguage(preferences);
            settings = new PersonalSettings(lane, clock, sessions, preferences, server);
            lane.runReady();
        }

        At signIn(String user) {
            sessions.signIn(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
            lane.runReady();
            return this;
        }

        void away() {
            sessions.connection(new Connection(Phase.AWAY, Instant.EPOCH));
            lane.runReady();
        }

        void back() {
            sessions.connection(new Connection(Phase.ONLINE, Instant.EPOCH));
            lane.runReady();
        }

        Language spoken() {
            return language.texts().language();
        }
    }

    private At desk() {
        return new At(new HashMap<>());
    }

    private void later() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void whatIsChosenAtOneDeskIsThereAtTheNextAndNotForOthersAtTheFirst() {
        At first = desk().signIn("truc");
        first.language.to(Language.EN);
        first.preferences.set(PreferenceKey.ALARMS_LEAST, 90);
        assertThat(server.kept).containsOnlyKeys(LANGUAGE, "alarms.least");
        At second = desk();
        List<Language> spoken = new ArrayList<>();
        second.language.onChange(texts -> spoken.add(texts.language()));
        second.signIn("truc");
        assertThat(spoken).as("it is told once").containsExactly(Language.EN);
        assertThat(second.preferences.get(PreferenceKey.ALARMS_LEAST)).isEqualTo(90);
        first.sessions.signOut();
        lane.runReady();
        assertThat(first.spoken()).as("the desk's own").isEqualTo(Language.VI);
        assertThat(first.disk).doesNotContainKey(LANGUAGE);
        server.kept.clear();
        first.signIn("khac");
        assertThat(first.spoken()).isEqualTo(Language.VI);
        assertThat(first.preferences.get(PreferenceKey.ALARMS_LEAST)).isEqualTo(70);
    }

    @Test
    void itHoldsWithoutTheServerAndIsToldWhenThatIsBackAlsoByTheNextRun() {
        At first = desk().signIn("truc");
        first.away();
        server.sent.clear();
        first.language.to(Language.EN);
        assertThat(server.sent).isEmpty();
        assertThat(first.spoken()).isEqualTo(Language.EN);
        first.settings.close();
        At again = new At(first.disk);
        again.sessions.signInWhenBack(SERVER, "truc", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        lane.runReady();
        assertThat(again.spoken()).as("as he left it, while he waits").isEqualTo(Language.EN);
        assertThat(server.kept).isEmpty();
        again.sessions.tryNow();
        lane.runReady();
        assertThat(server.kept.get(LANGUAGE)).extracting(PersonalValue::value).isEqualTo("en");
        server.sent.clear();
        again.away();
        again.back();
        assertThat(server.sent).as("and once only").containsExactly(Map.of());
    }

    @Test
    void whatWasChosenLaterStandsWhoeverIsHeardFirst() {
        At first = desk().signIn("truc");
        At second = desk().signIn("truc");
        first.away();
        first.preferences.set(PreferenceKey.ALARMS_LEAST, 50);
        first.preferences.set(PreferenceKey.ALARMS_STAY_SECONDS, 30);
        later();
        second.preferences.set(PreferenceKey.ALARMS_LEAST, 90);
        later();
        first.back();
        assertThat(first.preferences.get(PreferenceKey.ALARMS_LEAST)).isEqualTo(90);
        assertThat(Objects.requireNonNull(server.kept.get("alarms.least")).value())
                .isEqualTo("90");
        assertThat(Objects.requireNonNull(server.kept.get("alarms.staySeconds")).value())
                .as("nobody else touched that")
                .isEqualTo("30");
        first.preferences.set(PreferenceKey.ALARMS_LEAST, 70);
        assertThat(server.kept.get("alarms.least").value()).isEqualTo("70");
    }

    @Test
    void whatIsChosenWhileAnAnswerIsAwaitedGoesWithTheNext() {
        At desk = desk().signIn("truc");
        server.hold();
        desk.language.to(Language.EN);
        later();
        desk.language.to(Language.VI);
        later();
        desk.language.to(Language.EN);
        assertThat(desk.spoken()).isEqualTo(Language.EN);
        server.sent.subList(0, server.sent.size() - 1).clear();
        server.answer();
        assertThat(server.sent).hasSize(2);
        assertThat(desk.spoken()).as("an older answer changes nothing back").isEqualTo(Language.EN);
        assertThat(Objects.requireNonNull(server.kept.get(LANGUAGE)).value()).isEqualTo("en");
    }

    @Test
    void anAnswerForWhoHasLeftIsHisAndNotTheNextOnes() {
        At desk = desk().signIn("truc");
        server.hold();
        desk.language.to(Language.EN);
        desk.sessions.signOut();
        lane.runReady();
        desk.signIn("khac");
        server.kept.clear();
        server.answer();
        assertThat(desk.spoken()).isEqualTo(Language.VI);
        desk.sessions.signOut();
        lane.runReady();
        desk.signIn("truc");
        assertThat(desk.spoken()).as("known here, though the server forgot").isEqualTo(Language.EN);
    }

    @Test
    void aServerThatKeepsNoneLeavesAllToTheDesk() {
        server.offers = false;
        At desk = desk().signIn("truc");
        desk.language.to(Language.EN);
        assertThat(server.sent).isEmpty();
        assertThat(desk.disk).containsEntry(LANGUAGE, "en");
        desk.sessions.signOut();
        lane.runReady();
        assertThat(desk.spoken()).isEqualTo(Language.EN);
    }

    @Test
    void whatTheServerRefusesIsKeptHereAndToldLater() {
        At desk = desk().signIn("truc");
        server.refusing = Failure.of(Kind.RESOURCES, "disk full");
        desk.language.to(Language.EN);
        assertThat(server.kept).isEmpty();
        server.refusing = null;
        desk.away();
        desk.back();
        assertThat(Objects.requireNonNull(server.kept.get(LANGUAGE)).value()).isEqualTo("en");
        later();
        server.refusing = Failure.of(Kind.CONFLICT, "others were faster four times");
        desk.language.to(Language.VI);
        int asked = server.sent.size();
        lane.advance(PersonalSettings.AGAIN.minusSeconds(1));
        assertThat(server.sent).hasSize(asked);
        lane.advance(PersonalSettings.AGAIN);
        server.refusing = null;
        lane.advance(PersonalSettings.AGAIN);
        assertThat(Objects.requireNonNull(server.kept.get(LANGUAGE)).value())
                .as("without an outage, too")
                .isEqualTo("vi");
        asked = server.sent.size();
        lane.advance(PersonalSettings.AGAIN.multipliedBy(3));
        assertThat(server.sent).as("and once").hasSize(asked);
        desk.language.to(Language.EN);
        desk.settings.close();
        desk.sessions.signOut();
        lane.runReady();
        assertThat(desk.spoken())
                .as("after the end nothing is followed any more")
                .isEqualTo(Language.EN);
    }
}
