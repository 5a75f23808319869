package vn.toancanh.central;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Hours;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.layouts.ContractContent;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.Timetables;

/** When layouts are to stand on windows, at the server. */
final class CentralTimetables implements Timetables {
    private static final String FEATURE = "layouts.shifts";
    private static final String SHIFTS = "shifts";
    private static final String PAGE = "500";

    private final Asking asking;
    private final Net net;
    private final CentralSessions sessions;
    private final Hearers<Runnable> hearers;

    CentralTimetables(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking("shifts of layouts", net, caller, sessions, options);
        this.net = net;
        this.sessions = sessions;
        this.hearers = new Hearers<>("shifts of layouts", net, caller);
    }

    @Override
    public boolean offered() {
        return sessions.login().isPresent() && sessions.offers(FEATURE);
    }

    /** One that this version cannot make sense of is left out. */
    @Override
    public void all(Consumer<Outcome<List<Timetable>>> answer) {
        ask(
                login -> asking
                        .pages(
                                login,
                                Dto.LayoutShiftsPage.class,
                                () -> login.path(SHIFTS).addQueryParameter("limit", PAGE),
                                Dto.LayoutShiftsPage::nextCursor)
                        .stream()
                        .flatMap(page -> AdminDto.items(page.items()).stream())
                        .flatMap(sent -> timetable(sent).stream())
                        .toList(),
                answer);
    }

    @Override
    public void set(LayoutId layout, List<Shift> shifts, long seen, Consumer<Outcome<Timetable>> answer) {
        ask(
                login -> {
                    Request.Builder request = Asking.seen(
                                    Asking.request(login, "layouts", layout.value(), SHIFTS), seen)
                            .put(asking.body(Map.of(
                                    SHIFTS,
                                    shifts.stream().map(CentralTimetables::sent).toList())));
                    return timetable(asking.send(login, Dto.LayoutShifts.class, request))
                            .orElseThrow(() -> Failures.missing("layoutId"));
                },
                answer);
    }

    private <T> void ask(Function<Login, T> work, Consumer<Outcome<T>> answer) {
        if (sessions.login().isPresent() && !offered()) {
            Failure none = Failure.of(Kind.UNSUPPORTED, "no shifts of layouts at this server")
                    .withText("central.noShifts");
            net.desk().execute(() -> answer.accept(Outcome.failed(none)));
        } else {
            asking.ask(work, answer);
        }
    }

    private static Optional<Timetable> timetable(Dto.LayoutShifts sent) {
        return LayoutTranslation.id(sent.layoutId()).map(layout -> {
            String name = Objects.requireNonNullElse(sent.name(), "");
            List<Dto.LayoutShift> all = AdminDto.items(sent.shifts());
            List<Shift> read = all.stream()
                    .flatMap(one -> shift(layout, name, one).stream())
                    .toList();
            return new Timetable(
                    layout,
                    ContractContent.scope(sent.scope()),
                    read,
                    Objects.requireNonNullElse(sent.version(), 0L),
                    Objects.requireNonNullElse(sent.modifiedBy(), ""),
                    sent.modifiedAt(),
                    // Whoever sets them sets all of them: what a newer server says more of would be lost.
                    !Boolean.FALSE.equals(sent.changeable()) && read.size() == all.size());
        });
    }

    private static Optional<Shift> shift(LayoutId layout, String name, Dto.LayoutShift sent) {
        @Nullable Integer window = sent.window();
        if (window == null || window < 1 || window > Shift.MOST_WINDOW) {
            return Optional.empty();
        }
        int number = window;
        return AdministrationTranslation.hours(new AdminDto.RoleHours(sent.days(), sent.from(), sent.to()))
                .filter(hours -> !hours.days().isEmpty())
                .map(hours -> shift(layout, name, number, hours));
    }

    private static Shift shift(LayoutId layout, String name, int window, Hours hours) {
        return new Shift(
                EnumSet.copyOf(hours.days()),
                LocalTime.parse(hours.from()),
                LocalTime.parse(hours.to()),
                window,
                layout,
                name);
    }

    private static Map<String, Object> sent(Shift shift) {
        return Map.of(
                "days",
                shift.days().stream()
                        .sorted()
                        .map(AdministrationTranslation::word)
                        .toList(),
                "from",
                shift.from().truncatedTo(ChronoUnit.MINUTES).toString(),
                "to",
                shift.to().truncatedTo(ChronoUnit.MINUTES).toString(),
                "window",
                shift.window());
    }

    @Override
    public Handle onNews(Runnable listener) {
        return hearers.add(listener);
    }

    /** Some of them may be others than before. DESK. */
    void tellNews() {
        hearers.tell(Runnable::run);
    }
}
