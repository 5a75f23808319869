package vn.toancanh.central;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;

/** Walls as a server describes them. Any thread; blocks. Whatever the server refuses is a {@link FailureException}. */
public final class WallAdministration {
    private static final String WALLS = "walls";

    /**
     * A screen in its place, in the wall's own unit.
     *
     * @param publishedOnly shows only cameras published for visitors
     * @param username the one account that may show it; any where null
     */
    public record Screen(
            String id,
            int number,
            int x,
            int y,
            int w,
            int h,
            boolean publishedOnly,
            @Nullable String username) {}

    /**
     * A wall.
     *
     * @param id empty for a new one
     * @param siteId where it hangs; the whole city's where null
     */
    public record Wall(String id, String name, @Nullable String siteId, List<Screen> screens) {
        public Wall {
            screens = List.copyOf(screens);
        }
    }

    private final Wire wire;
    private final Login login;
    private final CentralOptions options;

    WallAdministration(Wire wire, Login login, CentralOptions options) {
        this.wire = wire;
        this.login = login;
        this.options = options;
        if (!login.offers(WALLS)) {
            throw new FailureException(Failure.of(Kind.UNSUPPORTED, "no walls at this server"));
        }
    }

    /** Those that may be seen. */
    public List<Wall> walls() {
        WallDto.WallList list =
                ask(new Request.Builder().url(url()), WallDto.WallList.class).orThrow();
        return AdminDto.items(list.items()).stream()
                .map(WallAdministration::read)
                .toList();
    }

    /** Makes a wall; the server makes its id, which is told. */
    public String add(Wall wall) {
        Request.Builder request = new Request.Builder().url(url()).post(wire.bodyOnce(body(wall)));
        return AdminDto.text(ask(request, WallDto.Wall.class).orThrow().id());
    }

    /** Gives a wall another name; its place and its screens stay as they are at the server now. */
    public void rename(String id, String name) {
        Wire.Reply<WallDto.Wall> present = ask(new Request.Builder().url(url(id)), WallDto.Wall.class);
        Wall wall = read(present.orThrow());
        change(
                id,
                present.etag(),
                new Request.Builder().put(wire.body(body(new Wall(id, name, wall.siteId(), wall.screens())))));
    }

    /** Removes a wall with its scenes. */
    public void remove(String id) {
        Wire.Reply<WallDto.Wall> present = ask(new Request.Builder().url(url(id)), WallDto.Wall.class);
        change(id, present.etag(), new Request.Builder().delete());
    }

    private void change(String id, @Nullable String seen, Request.Builder request) {
        if (seen == null) {
            throw Failures.missing("ETag");
        }
        Request.Builder asked = request.url(url(id)).header("If-Match", seen);
        wire.ask(Caller.signed(asked, login.token()), Void.class, options.answer());
    }

    private static Wall read(WallDto.Wall told) {
        return new Wall(
                AdminDto.text(told.id()),
                AdminDto.text(told.name()),
                told.siteId(),
                AdminDto.items(told.screens()).stream()
                        .map(WallAdministration::read)
                        .toList());
    }

    private static Screen read(WallDto.Screen told) {
        return new Screen(
                AdminDto.text(told.id()),
                number(told.number()),
                number(told.x()),
                number(told.y()),
                number(told.w()),
                number(told.h()),
                Boolean.TRUE.equals(told.publishedOnly()),
                told.username());
    }

    private static int number(@Nullable Integer told) {
        return Objects.requireNonNullElse(told, 0);
    }

    private static Map<String, @Nullable Object> body(Wall wall) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("name", wall.name());
        body.put("siteId", wall.siteId());
        body.put(
                "screens", wall.screens().stream().map(WallAdministration::body).toList());
        return body;
    }

    private static Map<String, @Nullable Object> body(Screen screen) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", screen.id());
        body.put("number", screen.number());
        body.put("x", screen.x());
        body.put("y", screen.y());
        body.put("w", screen.w());
        body.put("h", screen.h());
        body.put("publishedOnly", screen.publishedOnly());
        if (screen.username() != null) {
            body.put("username", screen.username());
        }
        return body;
    }

    private HttpUrl url(String... id) {
        HttpUrl.Builder url = login.path(WALLS);
        for (String each : id) {
            url.addPathSegment(each);
        }
        return url.build();
    }

    private <T> Wire.Reply<T> ask(Request.Builder request, Class<T> type) {
        return wire.ask(Caller.signed(request, login.token()), type, options.answer());
    }
}
