package vn.toancanh.base;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The net under {@link Secret} and {@link LoggableUri}, for all that is written to logs: masks what looks like a password, a
 * token or user info in an address, whoever wrote it. Any thread. No pattern goes back over what it has read, so that a long
 * line costs no more than its length.
 */
public final class Redacted {
    /** Up to the last {@code @}: a password may hold one, and a slash too. */
    private static final Pattern USER_INFO = Pattern.compile("(://)[^\\s\"]{1,1000}@");

    /** Every value of an address's query, as {@link LoggableUri} has it: any of them may be what opens the stream. */
    private static final Pattern QUERY = Pattern.compile("(://[^\\s\"?]{0,1000}\\?)([^\\s\"]+)");

    private static final Pattern QUERY_VALUE = Pattern.compile("=[^&;]*");

    /**
     * A query without its address, where cameras and signed addresses have {@code auth}, {@code authbasic}, {@code sig},
     * {@code X-Amz-Signature}, {@code loginpas}, {@code usr}, {@code apikey}, {@code sessionid}, {@code wowzatokenhash} and more.
     */
    private static final Pattern QUERY_FIELD = Pattern.compile(
            "(?i)([?&;][\\w.-]{0,40}?(?:auth|sig|tok|key|pas|pwd|psw|usr|user|login|secret|cred|sess|sid"
                    + "|ticket|hash|md5|code|jwt|nonce|otp)[\\w.-]{0,40}=)[^\\s&\"']+");

    private static final Pattern HEADER = Pattern.compile(
            "(?i)\\b((?:bearer|basic)\\s+(?=\\S{6})|(?:proxy-)?authorization:\\s*\\w+\\s+|digest\\s+(?=\\w+=))[^\\r\\n]*");

    /** In quotes of one kind or the other, in quotes that are quoted themselves, or plain. */
    private static final String VALUE =
            "(?:\\\\\"[^\"]*\"?|\"(?:[^\"\\\\]++|\\\\.)*+\"?|'[^']*'?|(?![\"'])[^\\s,;&\"}]+)";

    private static final Pattern FIELD = Pattern.compile(
            "(?iu)((?:password|passwd|passphrase|secret|token|api_?key|signature|private_?key|m\u1eadt kh\u1ea9u)(?:_?hash|_?sealed)?"
                    + "\\\\?[\"']?\\s*[=:]\\s*)" + VALUE);

    /** Short names mean a secret only where they stand alone and a value follows at once. */
    private static final Pattern SHORT_FIELD = Pattern.compile(
            "(?i)(?<![a-z0-9])((?:pass|pwd|psw|pw|auth|sig|sign|key|jwt|otp)(?:=|\\\\?\"\\s*:\\s*(?=\\\\?\")))"
                    + VALUE);

    /** What a digest proves the password with, RFC 7616 section 3.4. */
    private static final Pattern DIGEST =
            Pattern.compile("(?i)((?:response|cnonce)\\s*[=:]\\s*\\\\?\"?)[0-9a-f]{16,128}");

    /** Tokens of our own server, and those of RFC 7519, by their look. */
    private static final Pattern TOKEN = Pattern.compile("\\b(tc[ar]_|eyJ)[\\w-]{16,}(?:\\.[\\w-]+){0,2}");

    /** In this order, each over what those before it have left. */
    static final List<Mask> MASKS = List.of(
            new Mask(USER_INFO, found -> kept(found) + "***@", "://"),
            new Mask(QUERY, Redacted::withoutValues, "://"),
            new Mask(QUERY_FIELD, Redacted::first, "?", "&", ";"),
            new Mask(HEADER, Redacted::first, "bearer", "basic", "authorization", "digest"),
            new Mask(
                    FIELD,
                    Redacted::first,
                    "passw",
                    "passphrase",
                    "secret",
                    "token",
                    "api",
                    "signature",
                    "private",
                    "m\u1eadt kh\u1ea9u"),
            new Mask(SHORT_FIELD, Redacted::first, "pass", "pwd", "psw", "pw", "auth", "sig", "key", "jwt", "otp"),
            new Mask(DIGEST, Redacted::first, "response", "cnonce"),
            new Mask(TOKEN, Redacted::first, "tca_", "tcr_", "eyj"));

    private Redacted() {}

    /** The text with everything that looks secret masked. */
    public static String of(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = mask.over(masked);
        }
        return masked;
    }

    private static String first(MatchResult found) {
        return kept(found) + "***";
    }

    private static String kept(MatchResult found) {
        return Matcher.quoteReplacement(found.group(1));
    }

    private static String withoutValues(MatchResult address) {
        String query = address.group(2);
        String masked =
                query.indexOf('=') < 0 ? "***" : QUERY_VALUE.matcher(query).replaceAll("=***");
        return Matcher.quoteReplacement(address.group(1) + masked);
    }
}
