package vn.toancanh.rtsp.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a 401 asks for. */
public sealed interface Challenge permits BasicChallenge, DigestChallenge {
    String realm();

    /** Greater is stronger; Basic, which tells the password, is 0. */
    int strength();

    /** All challenges of a 401 that we can meet, the strongest first; schemes and algorithms not known here are left out. */
    static List<Challenge> allOf(Headers headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String value : headers.all("WWW-Authenticate")) {
            for (AuthFields fields : AuthFields.parse(value)) {
                of(fields).ifPresent(challenges::add);
            }
        }
        challenges.sort((a, b) -> Integer.compare(b.strength(), a.strength()));
        return challenges;
    }

    private static Optional<Challenge> of(AuthFields fields) {
        if (fields.scheme().equalsIgnoreCase("Basic")) {
            return Optional.of(new BasicChallenge(fields.get("realm").orElse("")));
        }
        if (fields.scheme().equalsIgnoreCase("Digest")) {
            return DigestChallenge.of(fields).map(digest -> digest);
        }
        return Optional.empty();
    }

    /** One scheme with its parameters, names in lower case, as in {@code WWW-Authenticate} and {@code Authorization}. */
    record AuthFields(String scheme, Map<String, String> values) {
        private static final int MOST_VALUES = 64;

        public Optional<String> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /** Reads one or several schemes of one field value; what it cannot read it skips. */
        public static List<AuthFields> parse(String text) {
            List<AuthFields> all = new ArrayList<>();
            int at = 0;
            int count = 0;
            while (at < text.length() && count++ < MOST_VALUES) {
                at = skip(text, at, " \t,");
                int end = token(text, at);
                if (end == at) {
                    at++;
                    continue;
                }
                String word = text.substring(at, end);
                int next = skip(text, end, " \t");
                if (next < text.length() && text.charAt(next) == '=' && !all.isEmpty()) {
                    StringBuilder value = new StringBuilder();
                    at = value(text, skip(text, next + 1, " \t"), value);
                    all.getLast().values().putIfAbsent(word.toLowerCase(Locale.ROOT), value.toString());
                } else {
                    all.add(new AuthFields(word, new LinkedHashMap<>()));
                    at = end;
                }
            }
            return all;
        }

        private static int skip(String text, int from, String characters) {
            int at = from;
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at;
        }

        private static int token(String text, int from) {
            int at = from;
            while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at;
        }

        private static int value(String text, int from, StringBuilder value) {
            int at = from;
            if (at >= text.length() || text.charAt(at) != '"') {
                while (at < text.length() && text.charAt(at) != ',') {
                    value.append(text.charAt(at++));
                }
                value.setLength(value.toString().stripTrailing().length());
                return at;
            }
            for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at));
            }
            return Math.min(text.length(), at + 1);
        }
    }
}
