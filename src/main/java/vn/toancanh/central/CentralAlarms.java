package vn.toancanh.central;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.alarms.AlarmSource;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.SiteId;

/** Alarms at the server. */
final class CentralAlarms implements AlarmSource {
    private static final String ALARMS = "alarms";
    private static final String PAGE = "200";
    private static final long LARGEST_PICTURE = 4L << 20;

    private final Asking asking;
    private final Hearers<News> hearers;
    private final Net net;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;

    CentralAlarms(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking(ALARMS, net, caller, sessions, options);
        this.hearers = new Hearers<>(ALARMS, net, caller);
        this.net = net;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
    }

    @Override
    public boolean offered() {
        return sessions.login().map(login -> login.offers(ALARMS)).orElse(false);
    }

    @Override
    public void open(Consumer<Outcome<List<Alarm>>> answer) {
        asking.ask(this::all, answer);
    }

    @Override
    public void get(AlarmId id, Consumer<Outcome<Alarm>> answer) {
        asking.ask(login -> alarm(asking.send(login, Dto.Alarm.class, request(login, id))), answer);
    }

    @Override
    public void move(Alarm seen, AlarmStep next, Consumer<Outcome<Alarm>> answer) {
        change(seen, Map.of("state", word(next)), answer);
    }

    @Override
    public void finish(Alarm seen, AlarmOutcome outcome, String note, Consumer<Outcome<Alarm>> answer) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("state", word(AlarmStep.CLOSED));
        body.put("outcome", word(outcome));
        if (!note.isBlank()) {
            body.put("comment", note);
        }
        change(seen, body, answer);
    }

    private void change(Alarm seen, Map<String, String> body, Consumer<Outcome<Alarm>> answer) {
        asking.ask(
                login -> alarm(asking.send(
                        login,
                        Dto.Alarm.class,
                        Asking.seen(request(login, seen.id()), seen.version()).patch(asking.once(body)))),
                answer);
    }

    @Override
    public void picture(AlarmId id, Consumer<Outcome<byte[]>> answer) {
        asking.ask(
                login -> caller.bytes(
                        login,
                        Asking.request(login, ALARMS, id.value(), "snapshot"),
                        LARGEST_PICTURE,
                        options.answer()),
                answer);
    }

    @Override
    public Handle onNews(News news) {
        return hearers.add(news);
    }

    /** The stream began anew: some news may have been missed. DESK. */
    void tellAfresh() {
        hearers.tell(News::afresh);
    }

    /** A step that had waited did not come about. DESK. */
    void tell(AlarmPost.Late late) {
        hearers.tell(news -> news.late(late.alarm(), late.title(), late.by()));
    }

    /** An event's data; what cannot be read is as good as news that were missed. Any thread. */
    void tell(String data) {
        Optional<Dto.AlarmChanged> read = hearers.read(Dto.AlarmChanged.class, data);
        net.desk().execute(() -> {
            String id = read.map(Dto.AlarmChanged::id).orElse(null);
            if (read.isEmpty() || id == null || !CameraTranslation.isId(id)) {
                tellAfresh();
                return;
            }
            long version = Objects.requireNonNullElse(read.get().version(), 0L);
            AlarmStep step = step(read.get().state());
            hearers.tell(news -> news.changed(new AlarmId(id), version, step));
        });
    }

    static Request.Builder request(Login login, AlarmId id) {
        return Asking.request(login, ALARMS, id.value());
    }

    private List<Alarm> all(Login login) {
        List<Alarm> all = new ArrayList<>();
        for (Dto.AlarmPage page :
                asking.pages(login, Dto.AlarmPage.class, () -> open(login), Dto.AlarmPage::nextCursor)) {
            if (page.items() == null) {
                throw Failures.missing("alarms");
            }
            page.items().stream()
                    .filter(CentralAlarms::usable)
                    .map(CentralAlarms::alarm)
                    .forEach(all::add);
        }
        return all;
    }

    private static HttpUrl.Builder open(Login login) {
        HttpUrl.Builder url = login.path(ALARMS).addQueryParameter("limit", PAGE);
        for (String state : List.of("new", "acknowledged", "inProgress")) {
            url.addQueryParameter("state", state);
        }
        return url;
    }

    private static boolean usable(Dto.Alarm item) {
        return item.id() != null && CameraTranslation.isId(item.id());
    }

    private static Alarm alarm(Dto.Alarm body) {
        String id = body.id();
        if (id == null || !usable(body)) {
            throw Failures.missing("alarm's id");
        }
        String site = body.siteId();
        Dto.AlarmAssignee assignee = body.assignee();
        List<String> cameras = Objects.requireNonNullElse(body.cameraIds(), List.of());
        return new Alarm(
                new AlarmId(id),
                Objects.requireNonNullElse(body.type(), ""),
                Objects.requireNonNullElse(body.priority(), 1),
                step(body.state()),
                cameras.stream()
                        .filter(CameraTranslation::isId)
                        .map(CameraId::new)
                        .toList(),
                site != null && CameraTranslation.isId(site) ? new SiteId(site) : null,
                place(body.place()),
                Objects.requireNonNullElse(body.title(), ""),
                Objects.requireNonNullElse(body.procedure(), ""),
                body.snapshot() != null && !body.snapshot().isNull(),
                Objects.requireNonNullElse(body.raisedAt(), Instant.EPOCH),
                assignee == null ? "" : Objects.requireNonNullElse(assignee.name(), ""),
                Objects.requireNonNullElse(body.version(), 0L));
    }

    private static @Nullable GeoPoint place(Dto.@Nullable Geo place) {
        Double lat = place == null ? null : place.lat();
        Double lon = place == null ? null : place.lon();
        boolean somewhere = lat != null && lon != null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        return somewhere && lat != null && lon != null ? new GeoPoint(lat, lon) : null;
    }

    static AlarmStep step(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "new" -> AlarmStep.NEW;
            case "acknowledged" -> AlarmStep.ACKNOWLEDGED;
            case "inProgress" -> AlarmStep.IN_PROGRESS;
            case "closed" -> AlarmStep.CLOSED;
            default -> AlarmStep.UNKNOWN;
        };
    }

    static String word(AlarmOutcome outcome) {
        return switch (outcome) {
            case HANDLED -> "handled";
            case FALSE_ALARM -> "falseAlarm";
            case NO_ACTION -> "noAction";
        };
    }

    static String word(AlarmStep step) {
        return switch (step) {
            case NEW -> "new";
            case ACKNOWLEDGED -> "acknowledged";
            case IN_PROGRESS -> "inProgress";
            case CLOSED -> "closed";
            case UNKNOWN -> throw new IllegalArgumentException("a step that nobody knows is not asked for");
        };
    }
}
