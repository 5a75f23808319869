package vn.toancanh.server.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/**
 * Entries that a client kept while the server was away, and what is wrong with them. Their actions begin with {@code desk.}, so
 * that nobody can take a client's word for a note of the server.
 */
record ClientEntries(@Nullable List<@Nullable Item> entries) {
    static final int MOST = 500;

    /** Longest facts, characters of JSON. */
    static final int LONGEST_FACTS = 2_048;

    private static final int LONGEST_ACTION = 64;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ACTION = Pattern.compile("desk(\\.[a-z][A-Za-z0-9]*)+");

    /** Before this product was thought of a clock is not set. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** @param by the user name of whoever did it, where that was not who sends it */
    record Item(
            @Nullable String id,
            @Nullable String at,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String outcome,
            @Nullable String by,
            @Nullable Map<String, Object> facts) {}

    int count() {
        return entries == null ? 0 : entries.size();
    }

    /**
     * The entries as drafts of one caller, each id once.
     *
     * @param now by the server's clock, ms since 1970
     * @throws ApiProblem 400 naming the first field that is not right
     */
    List<Draft> check(Caller who, long now) {
        if (entries == null || entries.isEmpty() || entries.size() > MOST) {
            throw ApiProblem.badField("/entries", entries == null ? "required" : "length", "1 to " + MOST);
        }
        List<Draft> drafts = new ArrayList<>(entries.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String pointer = "/entries/" + i;
            @Nullable Item item = entries.get(i);
            if (item == null) {
                throw ApiProblem.badField(pointer, "required", "an entry is needed");
            }
            Draft draft = check(pointer, item, who, now);
            if (seen.add(draft.id())) {
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private static Draft check(String pointer, Item item, Caller who, long now) {
        String id = matching(pointer + "/id", item.id(), 36, ID, "a UUID in lower case");
        String action = matching(pointer + "/action", item.action(), LONGEST_ACTION, ACTION, "words after desk.");
        String subject = text(pointer + "/subject", item.subject(), Draft.LONGEST_SUBJECT);
        Map<String, Object> facts = new TreeMap<>();
        @Nullable Map<String, Object> given = item.facts();
        if (given != null) {
            given.forEach((name, value) -> {
                if (value != null) {
                    facts.put(name, value);
                }
            });
        }
        @Nullable String by = item.by();
        if (by != null) {
            facts.put("by", text(pointer + "/by", by, 64));
        }
        String json = Facts.text(facts);
        if (json.length() > LONGEST_FACTS) {
            throw ApiProblem.badField(pointer + "/facts", "length", "at most " + LONGEST_FACTS + " characters of JSON");
        }
        long at = time(pointer + "/at", item.at());
        return new Draft(id, now, at, who, action, subject, outcome(pointer, item.outcome()), json);
    }

    private static Outcome outcome(String pointer, @Nullable String word) {
        if (word == null) {
            return Outcome.DONE;
        }
        for (Outcome outcome : Outcome.values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw ApiProblem.badField(pointer + "/outcome", "format", "done, refused or failed");
    }

    private static long time(String pointer, @Nullable String text) {
        try {
            Instant time = Instant.parse(text(pointer, text, 40));
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw ApiProblem.badField(pointer, "range", EARLIEST + " to " + LATEST);
            }
            return time.toEpochMilli();
        } catch (DateTimeException unreadable) {
            throw ApiProblem.badField(pointer, "format", "a time as RFC 3339 has it, in UTC");
        }
    }

    private static String matching(String pointer, @Nullable String text, int most, Pattern form, String told) {
        String there = text(pointer, text, most);
        if (!form.matcher(there).matches()) {
            throw ApiProblem.badField(pointer, "format", told);
        }
        return there;
    }

    private static String text(String pointer, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            throw ApiProblem.badField(pointer, "required", "it is missing");
        }
        if (text.length() > most) {
            throw ApiProblem.badField(pointer, "length", "at most " + most + " characters");
        }
        return text;
    }
}
