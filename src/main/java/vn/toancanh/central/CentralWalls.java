package vn.toancanh.central;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import okhttp3.Request;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.ScreenReport;
import vn.toancanh.wall.remote.WallStanding;

/** Walls at the server. */
final class CentralWalls implements CityWalls {
    private static final String WALLS = "walls";
    private static final String PAGE = "2000";

    private final Asking asking;
    private final Net net;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;
    private final WallTranslation translation;
    private final PushTranslation pushes;
    private final Hearers<News> hearers;

    CentralWalls(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking(WALLS, net, caller, sessions, options);
        this.hearers = new Hearers<>(WALLS, net, caller);
        this.net = net;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
        this.translation = new WallTranslation(caller.wire().json());
        this.pushes = new PushTranslation(translation);
    }

    @Override
    public boolean offered() {
        return sessions.login().map(login -> login.offers(WALLS)).orElse(false);
    }

    @Override
    public void list(Consumer<Outcome<List<CityWall>>> answer) {
        asking.ask(
                login -> Objects.requireNonNullElse(
                                asking.get(login, WallDto.WallList.class, login.path(WALLS))
                                        .items(),
                                List.<WallDto.Wall>of())
                        .stream()
                        .flatMap(wall -> translation.wall(wall).stream())
                        .toList(),
                answer);
    }

    @Override
    public void describe(CityWall wall, Consumer<Outcome<CityWall>> answer) {
        asking.ask(
                login -> translation
                        .wall(asking.send(
                                login,
                                WallDto.Wall.class,
                                Asking.seen(Asking.request(login, WALLS, wall.id()), wall.version())
                                        .put(asking.body(translation.draft(wall)))))
                        .orElseThrow(() -> Failures.missing("wall's id")),
                answer);
    }

    @Override
    public void delete(CityWall wall, Consumer<Outcome<String>> answer) {
        asking.tell(
                login -> Asking.seen(Asking.request(login, WALLS, wall.id()), wall.version())
                        .delete(),
                outcome -> answer.accept(outcome.map(done -> wall.id())));
    }

    @Override
    public void standing(String wallId, Consumer<Outcome<WallStanding>> answer) {
        asking.ask(
                login -> translation.standing(
                        asking.get(login, WallDto.State.class, login.path(WALLS, wallId, "state"))),
                answer);
    }

    @Override
    public void report(String wallId, String screenId, ScreenReport report, Consumer<Outcome<Registered>> answer) {
        asking.ask(
                login -> {
                    Request.Builder request = Asking.request(login, WALLS, wallId, "screens", screenId)
                            .put(caller.wire().body(body(report)));
                    Wire.Reply<WallDto.Registered> reply =
                            caller.ask(login, request, WallDto.Registered.class, options.answer());
                    return translation.registered(reply.orThrow(), reply.serverTime());
                },
                answer);
    }

    private WallDto.Report body(ScreenReport report) {
        Map<String, Object> shows = translation.body(report.shows(), "");
        LayoutId id = report.shows().id();
        if (id != null) {
            shows.put("layoutId", id.value());
        }
        shows.put("version", report.shows().version());
        return new WallDto.Report(
                report.clientId(),
                shows,
                Map.of("tiles", report.health().tiles(), "live", report.health().live()),
                report.results().stream()
                        .map(each -> new WallDto.Result(
                                each.orderId(),
                                each.done() ? "done" : "failed",
                                each.detail().isEmpty() ? null : each.detail()))
                        .toList());
    }

    @Override
    public void push(String wallId, Push push, Consumer<Outcome<Push.Told>> answer) {
        Map<String, Object> body = pushes.command(push);
        asking.ask(
                login -> {
                    // The key makes a repeat harmless, also where the connection broke before the answer.
                    WallDto.Command told = asking.send(
                            login,
                            WallDto.Command.class,
                            Asking.request(login, WALLS, wallId, "commands")
                                    .header("Idempotency-Key", push.key())
                                    .post(asking.body(body)));
                    return new Push.Told(
                            Objects.requireNonNullElse(told.id(), ""),
                            Objects.requireNonNullElse(told.stateVersion(), -1L));
                },
                answer);
    }

    @Override
    public void scenes(String wallId, Consumer<Outcome<List<Scene>>> answer) {
        asking.ask(
                login -> Objects.requireNonNullElse(
                                asking.get(login, WallDto.SceneList.class, login.path(WALLS, wallId, "scenes"))
                                        .items(),
                                List.<WallDto.Scene>of())
                        .stream()
                        .flatMap(scene -> translation.scene(scene).stream())
                        .toList(),
                answer);
    }

    @Override
    public void saveScene(
            String wallId, String name, Map<String, Optional<Layout>> layouts, Consumer<Outcome<Scene>> answer) {
        List<Map<String, Object>> parts = new ArrayList<>();
        layouts.forEach((screen, layout) -> {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("screenId", screen);
            layout.ifPresent(there -> part.put("layout", translation.body(there, name)));
            parts.add(part);
        });
        asking.ask(
                login -> translation
                        .scene(asking.send(
                                login,
                                WallDto.Scene.class,
                                Asking.request(login, WALLS, wallId, "scenes")
                                        .post(asking.once(Map.of("name", name, "screens", parts)))))
                        .orElseThrow(() -> Failures.missing("scene's id")),
                answer);
    }

    @Override
    public void deleteScene(String wallId, Scene scene, Consumer<Outcome<String>> answer) {
        asking.tell(
                login -> Asking.seen(Asking.request(login, WALLS, wallId, "scenes", scene.id()), scene.version())
                        .delete(),
                outcome -> answer.accept(outcome.map(done -> scene.id())));
    }

    @Override
    public void published(Consumer<Outcome<Set<CameraId>>> answer) {
        asking.ask(
                login -> asking
                        .pages(
                                login,
                                Dto.CameraPage.class,
                                () -> login.path("cameras")
                                        .addQueryParameter("limit", PAGE)
                                        .addQueryParameter("published", "true"),
                                Dto.CameraPage::nextCursor)
                        .stream()
                        .flatMap(page -> Objects.requireNonNullElse(page.items(), List.<Dto.Camera>of()).stream())
                        // A server that does not know the word tells all of them.
                        .filter(camera -> Boolean.TRUE.equals(camera.published()))
                        .flatMap(camera -> CameraTranslation.id(camera.id()).stream())
                        .collect(Collectors.toSet()),
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

    /** An event of walls; what cannot be read is as good as news that were missed. Any thread. */
    void tell(String event, String data) {
        Optional<WallDto.Told> read = hearers.read(WallDto.Told.class, data);
        net.desk().execute(() -> {
            String wall = read.map(WallDto.Told::wallId).orElse(null);
            String id = read.map(WallDto.Told::id).orElse("");
            String detail = read.map(WallDto.Told::detail).orElse("");
            if (wall == null) {
                tellAfresh();
                return;
            }
            switch (event) {
                case "wall.command" -> hearers.tell(news -> news.told(wall));
                case "wall.command.done" -> hearers.tell(news -> news.settled(id, Fate.DONE, ""));
                case "wall.command.failed" -> hearers.tell(news -> news.settled(id, Fate.FAILED, detail));
                case "wall.command.expired" -> hearers.tell(news -> news.settled(id, Fate.EXPIRED, ""));
                default -> hearers.tell(news -> news.changed(wall));
            }
        });
    }
}
