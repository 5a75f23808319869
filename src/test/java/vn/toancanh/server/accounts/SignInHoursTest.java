package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInHoursTest {
    private static SignInHours hours(String from, String to, DayOfWeek... days) {
        return new SignInHours(Set.of(days), LocalTime.parse(from), LocalTime.parse(to));
    }

    /** 2026-11-23 is a Monday. */
    private static boolean open(SignInHours hours, String at) {
        return SignInHours.open(List.of(hours), LocalDateTime.parse(at));
    }

    @Test
    void aDayShiftBeginsAndEndsOnItsDay() {
        SignInHours day = hours("07:00", "19:00", DayOfWeek.MONDAY);
        assertThat(open(day, "2026-11-23T06:59:59")).isFalse();
        assertThat(open(day, "2026-11-23T07:00:00")).isTrue();
        assertThat(open(day, "2026-11-23T18:59:59")).isTrue();
        assertThat(open(day, "2026-11-23T19:00:00")).isFalse();
        assertThat(open(day, "2026-11-24T08:00:00")).isFalse();
    }

    @Test
    void aNightShiftEndsOnTheDayAfter() {
        SignInHours night = hours("22:00", "06:00", DayOfWeek.SUNDAY);
        assertThat(open(night, "2026-11-22T21:59:00")).isFalse();
        assertThat(open(night, "2026-11-22T23:00:00")).isTrue();
        assertThat(open(night, "2026-11-23T05:59:00")).isTrue();
        assertThat(open(night, "2026-11-23T06:00:00")).isFalse();
        assertThat(open(night, "2026-11-22T03:00:00")).isFalse();
        assertThat(open(hours("08:00", "08:00", DayOfWeek.MONDAY), "2026-11-24T07:59:00"))
                .isTrue();
    }

    @Test
    void noHoursAreAllHoursAndSeveralAddUp() {
        LocalDateTime at = LocalDateTime.parse("2026-11-23T12:00:00");
        assertThat(SignInHours.open(List.of(), at)).isTrue();
        assertThat(SignInHours.open(
                        List.of(hours("01:00", "02:00", DayOfWeek.MONDAY), hours("11:00", "13:00", DayOfWeek.MONDAY)),
                        at))
                .isTrue();
    }

    @Test
    void whatIsNoHourIsNotRead() {
        assertThat(new HoursBody(List.of("mon"), "24:00", "06:00").read()).isEmpty();
        assertThat(new HoursBody(List.of("monday"), "22:00", "06:00").read()).isEmpty();
        assertThat(new HoursBody(List.of(), "22:00", "06:00").read()).isEmpty();
        SignInHours read =
                new HoursBody(List.of("sun", "mon"), "22:00", "06:00").read().orElseThrow();
        assertThat(HoursBody.of(read)).isEqualTo(new HoursBody(List.of("mon", "sun"), "22:00", "06:00"));
    }
}
