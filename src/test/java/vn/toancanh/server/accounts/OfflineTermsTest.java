package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfflineTermsTest {
    /** A Saturday, seven in the morning in Hà Nội. */
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private static final Duration TOKEN = Duration.ofMinutes(10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static Duration left(Duration longest, boolean secondPerson, SignInHours... hours) {
        return left(longest, secondPerson, Validity.ALWAYS, hours);
    }

    private static Duration left(Duration longest, boolean secondPerson, Validity days, SignInHours... hours) {
        Role role = new Role("r", "Ca", false, List.of(), 50, false, secondPerson, List.of(hours), 1, 1);
        Principal principal = new Principal(
                "s", "u", "an", "An", new Reach(role, SiteTree.EMPTY), 0, NOW.plus(TOKEN), NOW.plusSeconds(9), days);
        return Duration.between(NOW, new OfflineTerms(longest, ZONE).until(principal, NOW));
    }

    private static SignInHours hours(DayOfWeek day, String from, String to) {
        return new SignInHours(Set.of(day), LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void itLastsAsLongAsTheServerWasToldAndNeverLessThanTheToken() {
        assertThat(left(Duration.ofHours(12), false)).isEqualTo(Duration.ofHours(12));
        assertThat(left(Duration.ofMinutes(11), false)).isEqualTo(Duration.ofMinutes(11));
        assertThat(left(Duration.ZERO, false)).isEqualTo(TOKEN);
    }

    @Test
    void itEndsWithTheHoursOfTheRole() {
        assertThat(left(Duration.ofHours(12), false, hours(DayOfWeek.SATURDAY, "06:00", "14:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(left(
                        Duration.ofHours(12),
                        false,
                        hours(DayOfWeek.SATURDAY, "06:00", "14:00"),
                        hours(DayOfWeek.SATURDAY, "13:00", "22:00")))
                .as("one follows the other")
                .isEqualTo(Duration.ofHours(12));
        assertThat(left(Duration.ofHours(12), false, hours(DayOfWeek.FRIDAY, "22:00", "07:04")))
                .as("the token lasts longer")
                .isEqualTo(TOKEN);
    }

    @Test
    void itEndsWithTheAccountsLastDayByTheServersZone() {
        LocalDate today = LocalDate.parse("2026-11-21");
        assertThat(left(Duration.ofDays(2), false, new Validity(null, today))).isEqualTo(Duration.ofHours(17));
        assertThat(left(Duration.ofDays(2), false, new Validity(today, today.plusDays(1))))
                .isEqualTo(Duration.ofHours(41));
        assertThat(left(Duration.ofHours(12), false, new Validity(null, today))).isEqualTo(Duration.ofHours(12));
        assertThat(left(Duration.ofDays(2), false, new Validity(today, null))).isEqualTo(Duration.ofDays(2));
        assertThat(left(
                        Duration.ofDays(2),
                        false,
                        new Validity(null, today),
                        hours(DayOfWeek.SATURDAY, "06:00", "14:00")))
                .as("what comes first")
                .isEqualTo(Duration.ofHours(7));
        assertThat(left(Duration.ofDays(2), false, new Validity(null, today.minusDays(1))))
                .as("the token lasts longer")
                .isEqualTo(TOKEN);
    }

    @Test
    void whereASecondPersonMustSignInTooItLastsNoLongerThanTheToken() {
        assertThat(left(Duration.ofHours(12), true)).isEqualTo(TOKEN);
    }
}
