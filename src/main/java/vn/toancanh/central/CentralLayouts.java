package vn.toancanh.central;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.layouts.ContractContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.LayoutSource;

/** Layouts at the server. A save names the ETag of the version it was made from, so that nobody's change is overwritten unseen. */
final class CentralLayouts implements LayoutLibrary, LayoutSource, LayoutArchive {
    private static final Logger LOG = LoggerFactory.getLogger(CentralLayouts.class);
    private static final String PAGE = "500";
    private static final String LAYOUTS = "layouts";
    private static final String LOCKS = "layouts.locks";
    private static final int MOST_PAGES = 200;

    private record Tagged(long version, String tag) {}

    private final Net net;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;
    private final LayoutTranslation translation;
    private final Map<LayoutId, Tagged> tags = new ConcurrentHashMap<>();
    private final Map<Object, Consumer<Optional<LayoutId>>> listeners = new LinkedHashMap<>();

    CentralLayouts(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.net = net;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
        this.translation = new LayoutTranslation(caller.wire().json());
    }

    @Override
    public boolean offered() {
        return sessions.offers(LAYOUTS);
    }

    @Override
    public boolean locksOffered() {
        return sessions.offers(LOCKS);
    }

    @Override
    public void list(Consumer<Outcome<List<Entry>>> answer) {
        ask(
                login -> all(login).stream()
                        .flatMap(layout -> entry(layout).stream())
                        .toList(),
                answer);
    }

    /** One that this version cannot make sense of is left out; the others are as good as ever. */
    @Override
    public void all(Consumer<Outcome<List<Layout>>> answer) {
        ask(
                login -> all(login).stream()
                        .flatMap(layout -> understood(layout).stream())
                        .toList(),
                answer);
    }

    private Optional<Layout> understood(Dto.Layout layout) {
        try {
            return Optional.of(translation.layout(layout));
        } catch (FailureException strange) {
            LOG.warn("a layout is left out: {}", strange.failure().detail());
            return Optional.empty();
        }
    }

    @Override
    public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
        ask(login -> fetch(login, id), answer);
    }

    @Override
    public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
        ask(
                login -> all(login).stream()
                        .filter(layout -> name.equalsIgnoreCase(layout.name()))
                        .findFirst()
                        .map(translation::layout),
                answer);
    }

    @Override
    public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
        ask(login -> save(login, layout), answer);
    }

    @Override
    public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
        ask(
                login -> {
                    Request.Builder request = new Request.Builder()
                            .url(url(login, id))
                            .header("If-Match", tag(login, id, version))
                            .delete();
                    caller.ask(login, request, Void.class, options.answer());
                    tags.remove(id);
                    return id;
                },
                answer);
    }

    private <T> void ask(Function<Login, T> work, Consumer<Outcome<T>> answer) {
        Optional<Login> login = sessions.login();
        if (login.isEmpty()) {
            net.desk().execute(() -> answer.accept(Outcome.failed(sessions.nobody())));
        } else if (!offered()) {
            Failure none =
                    Failure.of(Kind.UNSUPPORTED, "no layouts at this server").withText("central.noLayouts");
            net.desk().execute(() -> answer.accept(Outcome.failed(none)));
        } else {
            net.ask(LAYOUTS, () -> work.apply(login.get()), answer);
        }
    }

    private static HttpUrl url(Login login, LayoutId id) {
        return login.path(LAYOUTS, id.value()).build();
    }

    private List<Dto.Layout> all(Login login) {
        return pages(login, () -> login.path(LAYOUTS).addQueryParameter("limit", PAGE), options.answer());
    }

    /** Page after page, as long as each says that there is another. */
    private List<Dto.Layout> pages(Login login, Supplier<HttpUrl.Builder> list, Duration patience) {
        List<Dto.Layout> all = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpUrl.Builder url = list.get();
            if (cursor != null) {
                url.addQueryParameter("cursor", cursor);
            }
            Dto.LayoutPage body = caller.ask(
                            login, new Request.Builder().url(url.build()), Dto.LayoutPage.class, patience)
                    .orThrow();
            if (body.items() == null) {
                throw Failures.missing("layouts");
            }
            all.addAll(body.items());
            String next = body.nextCursor();
            if (next == null || next.isEmpty() || next.equals(cursor)) {
                return all;
            }
            cursor = next;
        }
        throw new FailureException(Failures.notUnderstood("pages of layouts without end", null));
    }

    private static Optional<Entry> entry(Dto.Layout layout) {
        return LayoutTranslation.id(layout.id())
                .map(id -> new Entry(
                        id,
                        Objects.requireNonNullElse(layout.name(), ""),
                        ContractContent.scope(layout.scope()),
                        Objects.requireNonNullElse(layout.version(), 0L),
                        LayoutTranslation.facts(layout)));
    }

    private Layout fetch(Login login, LayoutId id) {
        return taken(caller.ask(login, new Request.Builder().url(url(login, id)), Dto.Layout.class, options.answer()));
    }

    private Layout taken(Wire.Reply<Dto.Layout> reply) {
        Layout layout = translation.layout(reply.orThrow());
        LayoutId id = layout.id();
        if (id != null && reply.etag() != null) {
            tags.put(id, new Tagged(layout.version(), reply.etag()));
        }
        return layout;
    }

    private Layout save(Login login, Layout layout) {
        LayoutId id = layout.id();
        Request.Builder request = new Request.Builder();
        Dto.LayoutDraft draft = translation.draft(layout);
        if (id == null) {
            request.url(login.path(LAYOUTS).build()).post(caller.wire().bodyOnce(draft));
        } else if (layout.version() == 0) {
            request.url(login.path(LAYOUTS).build())
                    .header("Idempotency-Key", id.value())
                    .post(caller.wire().body(draft));
        } else {
            request.url(url(login, id))
                    .header("If-Match", tag(login, id, layout.version()))
                    .put(caller.wire().body(draft));
        }
        try {
            return taken(caller.ask(login, request, Dto.Layout.class, options.answer()));
        } catch (FailureException refused) {
            if (id != null) {
                // Whoever may see another part of it by now has another tag of the same version.
                tags.remove(id);
            }
            throw refused;
        }
    }

    @Override
    public void history(LayoutId id, Consumer<Outcome<List<Version>>> answer) {
        ask(
                login -> pages(login, () -> login.path(LAYOUTS, id.value(), "versions"), options.page()).stream()
                        .flatMap(each -> version(each).stream())
                        .toList(),
                answer);
    }

    private Optional<Version> version(Dto.Layout layout) {
        return understood(layout).map(any -> translation.version(layout));
    }

    @Override
    public void lock(LayoutId id, boolean on, Consumer<Outcome<LayoutFacts>> answer) {
        ask(
                login -> {
                    Request.Builder request = new Request.Builder()
                            .url(login.path(LAYOUTS, id.value(), "lock").build());
                    Request.Builder asked = on ? request.put(Wire.nothing()) : request.delete();
                    return LayoutTranslation.facts(caller.ask(login, asked, Dto.Layout.class, options.answer())
                            .orThrow());
                },
                answer);
    }

    @Override
    public Handle onNews(Consumer<Optional<LayoutId>> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** An event came. Any thread. */
    void tell(String data) {
        Optional<LayoutId> about;
        try {
            about = LayoutTranslation.id(caller.wire()
                    .json()
                    .readValue(data, Dto.LayoutChanged.class)
                    .id());
        } catch (JacksonException strange) {
            LOG.warn("an event of a layout is not understood", strange);
            about = Optional.empty();
        }
        Optional<LayoutId> id = about;
        net.desk().execute(() -> tell(id));
    }

    /** Nobody listened for a while. DESK. */
    void tellAfresh() {
        tell(Optional.<LayoutId>empty());
    }

    private void tell(Optional<LayoutId> id) {
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(id));
    }

    /** The tag of that version; asked for where it was not seen yet. */
    private String tag(Login login, LayoutId id, long version) {
        Tagged known = tags.get(id);
        if (known == null || known.version != version) {
            Layout present = fetch(login, id);
            known = tags.get(id);
            if (present.version() != version || known == null) {
                throw new FailureException(
                        Failure.of(Kind.CONFLICT, "version " + version + " was replaced by " + present.version()));
            }
        }
        return known.tag;
    }
}
