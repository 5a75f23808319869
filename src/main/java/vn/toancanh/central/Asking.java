package vn.toancanh.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Outcome;

/** Asks the server in the name of whoever is signed in: away from DESK, and answered there. */
final class Asking {
    private static final int MOST_PAGES = 100;

    private final String what;
    private final Net net;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;

    /** @param what is asked for, in the log */
    Asking(String what, Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.what = what;
        this.net = net;
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
    }

    /** Does the work for whoever is signed in; fails where nobody is. DESK. */
    <T> void ask(Function<Login, T> work, Consumer<Outcome<T>> answer) {
        Optional<Login> login = sessions.login();
        if (login.isPresent()) {
            net.ask(what, () -> Objects.requireNonNull(work.apply(login.get())), answer);
        } else {
            net.desk().execute(() -> answer.accept(Outcome.failed(sessions.nobody())));
        }
    }

    /** The same of a request of which nothing comes back. DESK. */
    void tell(Function<Login, Request.Builder> request, Consumer<Outcome<Boolean>> answer) {
        ask(
                login -> {
                    caller.ask(login, request.apply(login), Void.class, options.answer());
                    return true;
                },
                answer);
    }

    /** Blocks. */
    <T> T get(Login login, Class<T> type, HttpUrl.Builder url) {
        return read(login, type, url).orThrow();
    }

    /** The same with the version, where the server tells one. Blocks. */
    <T> Wire.Reply<T> read(Login login, Class<T> type, HttpUrl.Builder url) {
        return caller.ask(login, new Request.Builder().url(url.build()), type, options.page());
    }

    /**
     * All pages of a list, in their order. Blocks.
     *
     * @param url without the page's cursor
     * @param next the cursor of the page that follows one; null or empty: it is the last
     * @throws FailureException where they have no end
     */
    <T> List<T> pages(Login login, Class<T> type, Supplier<HttpUrl.Builder> url, Function<T, @Nullable String> next) {
        List<T> pages = new ArrayList<>();
        @Nullable String cursor = null;
        while (pages.size() < MOST_PAGES) {
            HttpUrl.Builder page = url.get();
            if (cursor != null) {
                page.addQueryParameter("cursor", cursor);
            }
            T read = get(login, type, page);
            pages.add(read);
            @Nullable String following = next.apply(read);
            if (following == null || following.isEmpty() || following.equals(cursor)) {
                return pages;
            }
            cursor = following;
        }
        throw new FailureException(Failures.notUnderstood("pages of " + what + " without end", null));
    }

    /** Blocks. */
    <T> T send(Login login, Class<T> type, Request.Builder request) {
        return caller.ask(login, request, type, options.answer()).orThrow();
    }

    static Request.Builder request(Login login, String... path) {
        return new Request.Builder().url(login.path(path).build());
    }

    /** Only where that version is still the one there. */
    static Request.Builder seen(Request.Builder request, long version) {
        return request.header("If-Match", "\"" + version + "\"");
    }

    RequestBody body(Map<String, ? extends @Nullable Object> body) {
        return caller.wire().body(body);
    }

    /** A body that is not sent twice, even where the connection breaks. */
    RequestBody once(Map<String, ? extends @Nullable Object> body) {
        return caller.wire().bodyOnce(body);
    }
}
