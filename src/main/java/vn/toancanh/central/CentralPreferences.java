package vn.toancanh.central;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Outcome;
import vn.toancanh.prefs.PersonalService;
import vn.toancanh.prefs.PersonalValue;

/**
 * The settings that the server keeps of a person. What other programs keep there stays as it is; so does what a newer one of ours
 * says that is not known here.
 */
final class CentralPreferences implements PersonalService {
    private static final String FEATURE = "preferences";

    /** Under this name lies what is ours. */
    private static final String OURS = "toanCanh";

    private static final String VALUE = "value";
    private static final String AT = "at";
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MOST_TRIES = 4;

    private final Asking asking;
    private final Caller caller;
    private final CentralSessions sessions;
    private final CentralOptions options;

    CentralPreferences(Net net, Caller caller, CentralSessions sessions, CentralOptions options) {
        this.asking = new Asking(FEATURE, net, caller, sessions, options);
        this.caller = caller;
        this.sessions = sessions;
        this.options = options;
    }

    @Override
    public boolean offered() {
        return sessions.login().map(login -> login.offers(FEATURE)).orElse(false);
    }

    @Override
    public void merge(Map<String, PersonalValue> chosen, Consumer<Outcome<Map<String, PersonalValue>>> answer) {
        Map<String, PersonalValue> wanted = Map.copyOf(chosen);
        asking.ask(login -> merged(login, wanted), answer);
    }

    /** Whoever is faster at another desk is read again. */
    private Map<String, PersonalValue> merged(Login login, Map<String, PersonalValue> chosen) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Wire.Reply<JsonNode> reply =
                    caller.ask(login, Asking.request(login, "me", "preferences"), JsonNode.class, options.answer());
            if (!(reply.orThrow() instanceof ObjectNode whole)) {
                throw new FailureException(Failures.notUnderstood("preferences that are no object", null));
            }
            Map<String, PersonalValue> there = read(whole.path(OURS));
            Map<String, PersonalValue> later = new TreeMap<>(chosen);
            later.entrySet().removeIf(each -> {
                PersonalValue kept = there.get(each.getKey());
                return kept != null && !each.getValue().laterThan(kept);
            });
            if (later.isEmpty() || put(login, whole, later, Objects.requireNonNullElse(reply.etag(), "\"0\""))) {
                there.putAll(later);
                return there;
            }
        }
        throw new FailureException(Failure.of(Kind.CONFLICT, "preferences that others keep changing"));
    }

    /** False where somebody was faster. */
    private boolean put(Login login, ObjectNode whole, Map<String, PersonalValue> later, String etag) {
        ObjectNode ours = whole.path(OURS) instanceof ObjectNode known ? known : whole.putObject(OURS);
        later.forEach((name, value) -> ours.putObject(name)
                .put(VALUE, value.value())
                .put(AT, value.at().toString()));
        try {
            caller.ask(
                    login,
                    Asking.request(login, "me", "preferences")
                            .header("If-Match", etag)
                            .put(caller.wire().body(whole)),
                    Void.class,
                    options.answer());
            return true;
        } catch (FailureException refused) {
            if (refused.failure().kind() == Kind.CONFLICT) {
                return false;
            }
            throw refused;
        }
    }

    private static Map<String, PersonalValue> read(JsonNode ours) {
        Map<String, PersonalValue> values = new TreeMap<>();
        if (ours.isObject()) {
            ours.properties()
                    .forEach(each -> value(each.getValue()).ifPresent(value -> values.put(each.getKey(), value)));
        }
        return values;
    }

    /** Empty of what cannot be used. */
    private static Optional<PersonalValue> value(JsonNode told) {
        return AdminDto.moment(text(told, AT))
                .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(LATEST))
                .flatMap(at -> Optional.ofNullable(text(told, VALUE)).map(value -> new PersonalValue(value, at)));
    }

    private static @Nullable String text(JsonNode told, String name) {
        JsonNode value = told.path(name);
        return value.isString() ? value.asString() : null;
    }
}
