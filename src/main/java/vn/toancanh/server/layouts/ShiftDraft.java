package vn.toancanh.server.layouts;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.HoursBody;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** The shifts of one layout as they are sent to be kept. */
record ShiftDraft(@Nullable List<@Nullable Hours> shifts) {
    /** Of one layout: one for each hour of two days. */
    static final int MOST = 48;

    private static final int MOST_WINDOW = 99;

    record Hours(
            @Nullable List<@Nullable String> days,
            @Nullable String from,
            @Nullable String to,
            @Nullable Integer window) {}

    /** One that holds: days Monday first, each once. */
    record Checked(List<String> days, String from, String to, int window) {
        /** For the audit trail. */
        String line() {
            return String.join(",", days) + " " + from + "-" + to + " " + window;
        }
    }

    /** @throws ApiProblem 400 naming each fault */
    List<Checked> check() {
        if (shifts == null || shifts.size() > MOST) {
            throw ApiProblem.badField("/shifts", shifts == null ? "required" : "length", "at most " + MOST);
        }
        List<FieldError> errors = new ArrayList<>();
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < shifts.size(); i++) {
            Optional<Checked> one = Optional.ofNullable(shifts.get(i)).flatMap(ShiftDraft::read);
            if (one.isPresent()) {
                checked.add(one.get());
            } else {
                errors.add(FieldError.of(
                        "/shifts/" + i, "format", "days, from and to as HH:MM, and a window from 1 to " + MOST_WINDOW));
            }
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.badFields(errors);
        }
        return checked;
    }

    private static Optional<Checked> read(Hours sent) {
        Integer window = sent.window();
        if (window == null || window < 1 || window > MOST_WINDOW) {
            return Optional.empty();
        }
        int number = window;
        return new HoursBody(sent.days(), sent.from(), sent.to())
                .read()
                .map(hours -> new Checked(
                        Arrays.stream(DayOfWeek.values())
                                .filter(hours.days()::contains)
                                .map(HoursBody::word)
                                .toList(),
                        hours.from().toString(),
                        hours.to().toString(),
                        number));
    }
}
