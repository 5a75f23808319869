package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110, 8.8.3 and 13.1): answers left out where unchanged, changes refused where somebody was faster. */
public final class Conditional {
    private Conditional() {}

    /** Sets the tag and, where the caller has this version already, answers 304 and returns true. */
    public static boolean unchanged(Context context, String tag) {
        context.header("ETag", tag).header("Cache-Control", "private, no-cache");
        @Nullable String known = context.header("If-None-Match");
        if (known == null || !matches(known, tag)) {
            return false;
        }
        context.status(304);
        return true;
    }

    private static boolean matches(String known, String tag) {
        if (known.strip().equals("*")) {
            return true;
        }
        for (String one : known.split(",", 64)) {
            if (weak(one.strip()).equals(weak(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** The tag of a numbered version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of a numbered version as it is shown to those from whom the same things are withheld. */
    public static String tag(long version, int withheld) {
        return "\"" + version + "-" + HexFormat.of().toHexDigits(withheld) + "\"";
    }

    /** True where the caller saw the version that has this tag. */
    public static boolean sawJust(Context context, String tag) {
        @Nullable String seen = context.header("If-Match");
        return seen != null && seen.strip().equals(tag);
    }

    /**
     * The version the caller saw last.
     *
     * @throws ApiProblem 428 where it says none, 412 where what it says is no version of ours
     */
    public static long seenVersion(Context context) {
        @Nullable String seen = context.header("If-Match");
        if (seen == null) {
            throw ApiProblem.of(428, "preconditionRequired", "If-Match with the ETag last seen is needed");
        }
        String tag = seen.strip();
        if (!tag.matches("\"\\d{1,18}(-[0-9a-f]{8})?\"")) {
            throw stale();
        }
        return Long.parseLong(tag.replaceAll("\"|-.*", ""));
    }

    public static ApiProblem stale() {
        return ApiProblem.of(412, "preconditionFailed", "It was changed meanwhile");
    }
}
