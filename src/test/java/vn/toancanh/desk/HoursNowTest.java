package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.toancanh.desk.HoursNow.Due;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** Which of several hours holds on a window. */
class HoursNowTest {
    private static final Shift DAY = hours("day", 6, 14, 1);
    private static final Shift RUSH = hours("rush", 7, 9, 1);

    private static Shift hours(String layout, int from, int to, int window) {
        return new Shift(
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                window,
                new LayoutId(layout),
                "Bố cục " + layout);
    }

    private static Timetable of(Scope scope, Shift... shifts) {
        return new Timetable(shifts[0].layout(), scope, List.of(shifts), 1, "Bình", null, false);
    }

    private static LocalDateTime at(int hour) {
        return LocalDateTime.of(2026, 11, 27, hour, 30);
    }

    /** The layout of each window. */
    private static Map<Integer, String> holding(int hour, List<Shift> here, List<Timetable> shared) {
        return HoursNow.at(at(hour), here, shared).values().stream()
                .collect(Collectors.toMap(Due::window, due -> due.layout().value()));
    }

    @Test
    void theNearerOneHoldsWheneverItBegan() {
        Timetable city = of(Scope.CITY, hours("city", 10, 14, 1));
        Timetable role = of(Scope.ROLE, hours("role", 9, 14, 1));
        Timetable mine = of(Scope.PRIVATE, hours("mine", 8, 14, 1));
        Shift here = hours("here", 7, 14, 1);
        assertThat(holding(12, List.of(here), List.of(city, role, mine))).isEqualTo(Map.of(1, "here"));
        assertThat(holding(12, List.of(), List.of(city, role, mine))).isEqualTo(Map.of(1, "mine"));
        assertThat(holding(12, List.of(), List.of(city, role))).isEqualTo(Map.of(1, "role"));
        assertThat(holding(12, List.of(), List.of(city))).isEqualTo(Map.of(1, "city"));
        assertThat(holding(14, List.of(here), List.of(city, role, mine))).isEmpty();
    }

    @Test
    void ofTwoThatAreEquallyNearTheOneHoldsThatBeganLast() {
        List<Timetable> both = List.of(of(Scope.ROLE, RUSH), of(Scope.ROLE, DAY));
        assertThat(holding(6, List.of(), both)).isEqualTo(Map.of(1, "day"));
        assertThat(holding(8, List.of(), both)).isEqualTo(Map.of(1, "rush"));
        assertThat(holding(9, List.of(), both)).isEqualTo(Map.of(1, "day"));
    }

    @Test
    void ofTwoThatBeganTogetherItIsAlwaysTheSameWhoeverIsToldFirst() {
        List<Timetable> tables =
                new ArrayList<>(List.of(of(Scope.CITY, hours("b", 6, 14, 1)), of(Scope.CITY, hours("a", 6, 12, 1))));
        assertThat(holding(8, List.of(), tables)).isEqualTo(Map.of(1, "a"));
        Collections.reverse(tables);
        assertThat(holding(8, List.of(), tables)).isEqualTo(Map.of(1, "a"));
    }

    @Test
    void windowsAreJudgedEachForItself() {
        assertThat(holding(8, List.of(DAY, hours("second", 6, 14, 2)), List.of(of(Scope.ROLE, RUSH))))
                .isEqualTo(Map.of(1, "day", 2, "second"));
    }

    @Test
    void itIsTheSameWhateverTheLayoutIsCalledAndWheneverItEndsAndNotTheSameTheNextDay() {
        Due day = only(at(8), DAY);
        Shift longer = new Shift(DAY.days(), DAY.from(), LocalTime.of(16, 0), 1, DAY.layout(), "Ca ngày");
        assertThat(day.is(only(at(9), longer))).isTrue();
        assertThat(day.is(only(at(8).plusDays(1), DAY))).isFalse();
        assertThat(day.is(null)).isFalse();
    }

    private static Due only(LocalDateTime now, Shift shift) {
        return HoursNow.at(now, List.of(shift), List.of()).values().iterator().next();
    }
}
