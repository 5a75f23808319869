package vn.toancanh.prefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of one person as a desk keeps them. */
class PersonalCopyTest {
    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00.123Z");
    private static final String LANGUAGE = PreferenceKey.LANGUAGE.name();
    private static final String SOUND = PreferenceKey.ALARMS_SOUND.name();

    private static PersonalValue value(String text, Instant at) {
        return new PersonalValue(text, at);
    }

    @Test
    void whatWasChosenComesBackWithWhatTheServerWasNotTold() {
        PersonalCopy copy = PersonalCopy.read("");
        assertThat(copy.isEmpty()).isTrue();
        copy.choose(LANGUAGE, "en", NOON);
        copy.choose(SOUND, "false", NOON);
        copy.told(Map.of(SOUND, value("false", NOON)), Map.of());
        PersonalCopy again = PersonalCopy.read(copy.write());
        assertThat(again.texts()).containsOnly(Map.entry(LANGUAGE, "en"), Map.entry(SOUND, "false"));
        assertThat(again.untold()).containsOnly(Map.entry(LANGUAGE, value("en", NOON)));
    }

    @Test
    void whatIsChosenByHandIsLaterThanAllThatIsKnown() {
        PersonalCopy copy = PersonalCopy.read("");
        Instant ahead = NOON.plusSeconds(86_400);
        copy.told(Map.of(), Map.of(LANGUAGE, value("vi", ahead)));
        copy.choose(LANGUAGE, "en", NOON);
        assertThat(copy.untold().get(LANGUAGE)).isEqualTo(value("en", ahead.plusMillis(1)));
        assertThat(value("en", NOON).laterThan(value("vi", NOON))).isFalse();
    }

    @Test
    void whatWasChosenWhileTheServerAnsweredStaysAndStaysToBeTold() {
        PersonalCopy copy = PersonalCopy.read("");
        copy.choose(LANGUAGE, "en", NOON);
        Map<String, PersonalValue> sent = copy.untold();
        copy.choose(LANGUAGE, "vi", NOON.plusSeconds(1));
        copy.told(sent, Map.of(LANGUAGE, value("en", NOON), SOUND, value("false", NOON)));
        assertThat(copy.texts()).containsOnly(Map.entry(LANGUAGE, "vi"), Map.entry(SOUND, "false"));
        assertThat(copy.untold()).containsOnlyKeys(LANGUAGE);
    }

    @Test
    void whatWasOvertakenElsewhereGivesWay() {
        PersonalCopy copy = PersonalCopy.read("");
        copy.choose(LANGUAGE, "en", NOON);
        copy.told(copy.untold(), Map.of(LANGUAGE, value("vi", NOON.plusSeconds(1))));
        assertThat(copy.texts()).containsOnly(Map.entry(LANGUAGE, "vi"));
        assertThat(copy.untold()).isEmpty();
    }

    @Test
    void onlyWhatGoesAlongIsTakenAndInOneLine() {
        PersonalCopy copy = PersonalCopy.read("lock.minutes 5 + 0\nlanguage x + en\nlanguage 5 ? en\nrubbish");
        assertThat(copy.isEmpty()).isTrue();
        copy.told(
                Map.of(),
                Map.of(
                        LANGUAGE,
                        value("en\nlanguage 9 + vi", NOON),
                        SOUND,
                        value("x".repeat(201), NOON),
                        "lock.minutes",
                        value("0", NOON)));
        assertThat(copy.isEmpty()).isTrue();
        copy.choose("lock.minutes", "0", NOON);
        assertThat(copy.untold()).isEmpty();
    }
}
