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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSource;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;

/** The catalogue by pages, later by what changed since. */
final class CentralCatalogue implements CatalogueSource {
    private static final Logger LOG = LoggerFactory.getLogger(CentralCatalogue.class);
    private static final String PAGE = "2000";
    private static final int MOST_PAGES = 10_000;

    private final Net net;
    private final Clock clock;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();

    CentralCatalogue(Net net, Clock clock, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.net = net;
        this.clock = clock;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
    }

    @Override
    public void fetch(String syncToken, Consumer<Outcome<CatalogueUpdate>> answer) {
        Optional<Login> login = sessions.login();
        if (login.isEmpty()) {
            net.desk().execute(() -> answer.accept(Outcome.failed(sessions.nobody())));
            return;
        }
        net.ask("catalogue", () -> fetch(login.get(), SyncToken.parse(syncToken)), answer);
    }

    @Override
    public Handle onNews(Runnable listener) {
        net.desk().assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** The server said that something changed. DESK. */
    void tellNews() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    private CatalogueUpdate fetch(Login login, Optional<SyncToken> known) {
        if (known.isPresent()
                && known.get().instance().equals(login.instance())
                && login.offers("cameras.changedSince")) {
            try {
                return delta(login, known.get());
            } catch (FailureException fault) {
                Kind kind = fault.failure().kind();
                if (kind != Kind.BAD_INPUT && kind != Kind.NOT_FOUND && kind != Kind.CONFLICT) {
                    throw fault;
                }
                // The server no longer knows that revision.
                LOG.info("whole catalogue instead of changes: {}", fault.getMessage());
            }
        }
        return whole(login);
    }

    private CatalogueUpdate whole(Login login) {
        Wire.Reply<Dto.SiteList> sites = sites(login, null);
        Pages pages = pages(login, null);
        String token =
                new SyncToken(login.instance(), pages.revision, Objects.requireNonNullElse(sites.etag(), "")).text();
        return new CatalogueUpdate.Whole(new CatalogueContents(siteList(sites), pages.cameras, pages.asOf, token));
    }

    private CatalogueUpdate delta(Login login, SyncToken known) {
        Wire.Reply<Dto.SiteList> sites = sites(login, known.sitesTag());
        Pages pages = pages(login, Long.toString(known.revision()));
        if (sites.unchanged() && pages.cameras.isEmpty() && pages.removed.isEmpty()) {
            return new CatalogueUpdate.Unchanged(pages.asOf);
        }
        String tag = sites.unchanged() ? known.sitesTag() : Objects.requireNonNullElse(sites.etag(), "");
        return new CatalogueUpdate.Delta(
                sites.unchanged() ? null : siteList(sites),
                pages.cameras,
                pages.removed,
                pages.asOf,
                new SyncToken(known.instance(), pages.revision, tag).text());
    }

    private Wire.Reply<Dto.SiteList> sites(Login login, @Nullable String tag) {
        Request.Builder request = new Request.Builder().url(login.path("sites").build());
        if (tag != null && !tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return caller.ask(login, request, Dto.SiteList.class, options.page());
    }

    private static List<Site> siteList(Wire.Reply<Dto.SiteList> reply) {
        List<Dto.Site> items = reply.orThrow().items();
        if (items == null) {
            throw Failures.missing("sites");
        }
        return items.stream()
                .flatMap(site -> CameraTranslation.site(site).stream())
                .toList();
    }

    /** All pages of one question. */
    private static final class Pages {
        final List<Camera> cameras = new ArrayList<>();
        final List<CameraId> removed = new ArrayList<>();
        long revision;
        Instant asOf = Instant.EPOCH;
        int unusable;
    }

    private Pages pages(Login login, @Nullable String since) {
        Pages pages = new Pages();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpUrl.Builder url = login.path("cameras").addQueryParameter("limit", PAGE);
            if (since != null) {
                url.addQueryParameter("changedSince", since);
            }
            if (cursor != null) {
                url.addQueryParameter("cursor", cursor);
            }
            var reply = caller.ask(login, new Request.Builder().url(url.build()), Dto.CameraPage.class, options.page());
            Dto.CameraPage body = reply.orThrow();
            if (page == 0) {
                // What changes while the other pages are read is newer than this, and comes with the next delta.
                pages.revision = Objects.requireNonNullElse(body.revision(), 0L);
                pages.asOf = Objects.requireNonNullElseGet(reply.serverTime(), clock::now);
            }
            add(body, pages);
            String next = body.nextCursor();
            if (next == null || next.isEmpty() || next.equals(cursor)) {
                if (pages.unusable > 0) {
                    LOG.warn("{} cameras without a usable id were left out", pages.unusable);
                }
                return pages;
            }
            cursor = next;
        }
        throw new FailureException(Failures.notUnderstood("pages of cameras without end", null));
    }

    private static void add(Dto.CameraPage body, Pages pages) {
        List<Dto.Camera> items = body.items();
        if (items == null) {
            throw Failures.missing("cameras");
        }
        for (Dto.Camera item : items) {
            CameraTranslation.camera(item).ifPresentOrElse(pages.cameras::add, () -> pages.unusable++);
        }
        for (String id : body.removed() == null ? List.<String>of() : body.removed()) {
            if (CameraTranslation.isId(id)) {
                pages.removed.add(new CameraId(id));
            }
        }
    }
}
