package vn.toancanh.central;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.HandoverService;
import vn.toancanh.shift.Report;

/** Handovers among the server's records. That one is made is told with the other deeds of the desk; here they are read and signed. */
final class CentralHandovers implements HandoverService {
    private static final Logger LOG = LoggerFactory.getLogger(CentralHandovers.class);
    private static final String PAGE = "50";

    /** Grows when an older program could no longer make sense of it. */
    private static final int FORMAT = 1;

    private record Content(
            int format, @Nullable Report report, @Nullable String comment) {}

    private final Asking asking;
    private final CentralSessions sessions;
    private final JsonMapper json;
    private final ObjectReader reader;

    CentralHandovers(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking("handovers", net, caller, sessions, options);
        this.sessions = sessions;
        this.json = caller.wire().json();
        // One kind that a later version notes must not hide all the rest; the report leaves it out.
        // What it reads is said when there is something to read: looking at a report's classes takes a start a tenth of
        // a second.
        this.reader = json.reader().with(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    }

    @Override
    public boolean offered() {
        return sessions.offers("records");
    }

    @Override
    public boolean signingOffered() {
        return sessions.offers("records.acceptance");
    }

    @Override
    public String write(Document document) {
        return json.writeValueAsString(new Content(FORMAT, document.report(), document.comment()));
    }

    @Override
    public Optional<Document> read(String document) {
        try {
            return document(json.readTree(document));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private Optional<Document> document(@Nullable JsonNode content) {
        if (content == null || content.path("format").asInt(0) != FORMAT) {
            return Optional.empty();
        }
        try {
            Content read = reader.forType(Content.class).readValue(content);
            Report report = read.report();
            return report == null ? Optional.empty() : Optional.of(new Document(report, orEmpty(read.comment())));
        } catch (JacksonException strange) {
            LOG.info("a handover cannot be understood: {}", strange.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public void list(@Nullable Instant from, @Nullable Instant to, Consumer<Outcome<List<Handover>>> answer) {
        asking.ask(
                login -> {
                    HttpUrl.Builder url = login.path("records")
                            .addQueryParameter("kind", "handover")
                            .addQueryParameter("limit", PAGE);
                    if (from != null) {
                        url.addQueryParameter("from", from.toString());
                    }
                    if (to != null) {
                        url.addQueryParameter("to", to.toString());
                    }
                    List<Dto.KeptRecord> items =
                            asking.get(login, Dto.RecordPage.class, url).items();
                    return (items == null ? List.<Dto.KeptRecord>of() : items)
                            .stream().flatMap(each -> handover(each).stream()).toList();
                },
                answer);
    }

    @Override
    public void accept(
            UUID id,
            String user,
            Secret password,
            Instant signedAt,
            String comment,
            Consumer<Outcome<Handover>> answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", user);
        body.put("password", password.reveal());
        body.put("signedAt", signedAt.toString());
        if (!comment.isBlank()) {
            body.put("comment", comment);
        }
        asking.ask(
                login -> handover(asking.send(
                                login,
                                Dto.KeptRecord.class,
                                Asking.request(login, "records", id.toString(), "acceptance")
                                        .post(asking.body(body))))
                        .orElseThrow(() -> Failures.missing("record")),
                outcome -> answer.accept(said(outcome)));
    }

    /** Who may not sign has not to be told that he may not do something, but that somebody else must. */
    private static Outcome<Handover> said(Outcome<Handover> outcome) {
        return outcome instanceof Outcome.Failed<Handover>(Failure why)
                ? switch (why.kind()) {
                    case FORBIDDEN -> Outcome.failed(why.withText("shift.notEntitled"));
                    case CREDENTIALS -> Outcome.failed(why.withText("shift.wrongPassword"));
                    case CONFLICT -> Outcome.failed(why.withText("shift.signedMeanwhile"));
                    default -> outcome;
                }
                : outcome;
    }

    /** Empty where the least that is needed is missing. */
    private Optional<Handover> handover(Dto.KeptRecord record) {
        Instant began = record.beganAt();
        Instant ended = record.endedAt();
        Instant signed = record.signedAt();
        if (began == null || ended == null || signed == null) {
            return Optional.empty();
        }
        Optional<Document> document = document(record.content());
        return id(record.id())
                .map(id -> new Handover(
                        id,
                        orEmpty(record.title()),
                        began,
                        ended,
                        signed,
                        name(record.by()),
                        document.map(Document::report).orElse(null),
                        document.map(Document::comment).orElse(""),
                        Handover.Standing.KEPT,
                        acceptance(record.acceptance())));
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }

    private static Handover.@Nullable Acceptance acceptance(Dto.@Nullable Acceptance told) {
        Instant signed = told == null ? null : told.signedAt();
        return told == null || signed == null
                ? null
                : new Handover.Acceptance(name(told.by()), signed, orEmpty(told.comment()));
    }

    private static String name(Dto.@Nullable Person by) {
        return by == null ? "" : orEmpty(by.name());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
