package vn.toancanh.central;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toancanh.administration.ExportFile;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.administration.TrailService;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Outcome;

/** The server's audit trail, read and exported. */
final class CentralTrail implements TrailService {
    private static final String PAGE = "100";
    private static final String AUDIT = "audit";

    /** A trail of years is written at some megabytes a second. */
    private static final Duration WHOLE_EXPORT = Duration.ofMinutes(30);

    private final Asking asking;
    private final Caller caller;
    private final CentralSessions sessions;

    CentralTrail(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking("audit trail", net, caller, sessions, options);
        this.caller = caller;
        this.sessions = sessions;
    }

    @Override
    public boolean offered() {
        return sessions.login().isPresent() && sessions.offers(AUDIT);
    }

    @Override
    public boolean sitesOffered() {
        return offered() && sessions.offers("audit.site");
    }

    @Override
    public boolean partsOffered() {
        return offered() && sessions.offers("audit.narrowed");
    }

    @Override
    public void search(Wanted wanted, String place, Consumer<Outcome<Page>> answer) {
        asking.ask(
                login -> {
                    HttpUrl.Builder url = asked(login.path(AUDIT), wanted).addQueryParameter("limit", PAGE);
                    if (!place.isEmpty()) {
                        url.addQueryParameter("cursor", place);
                    }
                    AdminDto.TrailPage page = asking.get(login, AdminDto.TrailPage.class, url);
                    List<TrailEntry> entries = AdminDto.items(page.items()).stream()
                            .flatMap(entry -> entry(entry).stream())
                            .toList();
                    @Nullable String next = page.nextCursor();
                    return new Page(entries, next == null ? "" : next);
                },
                answer);
    }

    private static HttpUrl.Builder asked(HttpUrl.Builder url, Wanted wanted) {
        Instant from = wanted.from();
        Instant to = wanted.to();
        if (from != null) {
            url.addQueryParameter("from", from.toString());
        }
        if (to != null) {
            url.addQueryParameter("to", to.toString());
        }
        if (!wanted.user().isBlank()) {
            url.addQueryParameter("user", wanted.user().strip());
        }
        if (!wanted.action().isEmpty()) {
            url.addQueryParameter("action", wanted.action());
        }
        wanted.camera().ifPresent(camera -> url.addQueryParameter("subject", "camera/" + camera.value()));
        wanted.site().ifPresent(site -> url.addQueryParameter("site", site.value()));
        return url;
    }

    /** Empty where the least that is needed is missing. */
    private static Optional<TrailEntry> entry(AdminDto.TrailEntry told) {
        Optional<Instant> at = AdminDto.moment(told.at());
        @Nullable Long seq = told.seq();
        if (at.isEmpty() || seq == null) {
            return Optional.empty();
        }
        return Optional.of(new TrailEntry(
                seq,
                at.get(),
                AdminDto.moment(told.originalAt()).orElse(null),
                AdminDto.text(told.user()),
                AdminDto.text(told.address()),
                AdminDto.text(told.client()),
                AdminDto.text(told.action()),
                AdminDto.text(told.subject()),
                AdminDto.text(told.outcome()),
                facts(told.facts()),
                AdminDto.text(told.hash())));
    }

    private static List<TrailEntry.Fact> facts(@Nullable JsonNode told) {
        List<TrailEntry.Fact> facts = new ArrayList<>();
        if (told != null && told.isObject()) {
            told.properties().forEach(each -> {
                JsonNode value = each.getValue();
                facts.add(new TrailEntry.Fact(each.getKey(), value.isString() ? value.asString() : value.toString()));
            });
        }
        return facts;
    }

    @Override
    public void export(Wanted wanted, ExportFile file, Consumer<Outcome<Long>> answer) {
        asking.ask(login -> exported(login, wanted, file), answer);
    }

    private long exported(Login login, Wanted wanted, ExportFile file) {
        Request.Builder request = new Request.Builder()
                .url(asked(login.path(AUDIT, "export"), wanted).build());
        boolean kept = false;
        try {
            LastLine last;
            try (OutputStream out = file.open()) {
                last = new LastLine(out);
                caller.copy(login, request, last, WHOLE_EXPORT);
            }
            long count = last.count()
                    .orElseThrow(() -> new FailureException(
                            Failure.of(Kind.PROTOCOL, "the export broke off").withText("trail.brokeOff")));
            file.keep();
            kept = true;
            return count;
        } catch (IOException | UncheckedIOException refused) {
            throw new FailureException(
                    Failure.of(Kind.RESOURCES, "export: " + refused, refused).withText("trail.notWritten"));
        } finally {
            if (!kept) {
                file.drop();
            }
        }
    }

    /** Passes on what is written, and remembers its end: a whole export says there how many entries it has. */
    private static final class LastLine extends FilterOutputStream {
        private static final int MOST = 64;
        private static final Pattern END = Pattern.compile("(?s).*\\nend,(\\d{1,18})\\r?\\n$");

        private byte[] tail = {};

        LastLine(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            byte[] both = new byte[tail.length + length];
            System.arraycopy(tail, 0, both, 0, tail.length);
            System.arraycopy(bytes, offset, both, tail.length, length);
            int from = Math.max(0, both.length - MOST);
            tail = Arrays.copyOfRange(both, from, both.length);
        }

        Optional<Long> count() {
            Matcher end = END.matcher(new String(tail, StandardCharsets.UTF_8));
            return end.matches() ? Optional.of(Long.parseLong(end.group(1))) : Optional.empty();
        }
    }
}
