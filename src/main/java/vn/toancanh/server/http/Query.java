package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Parameters of a request, checked. */
public final class Query {
    private Query() {}

    /** Items a page: {@code usual} where not asked for, 1 to {@code most}. */
    public static int limit(Context context, int usual, int most) {
        @Nullable String text = context.queryParam("limit");
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw ApiProblem.badField("limit", "range", "1 to " + most);
        }
        return Integer.parseInt(text);
    }

    /** A text of at most {@code most} characters; null where missing or empty. */
    public static @Nullable String text(Context context, String name, int most) {
        @Nullable String text = context.queryParam(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > most) {
            throw ApiProblem.badField(name, "length", "at most " + most + " characters");
        }
        return text;
    }

    public static boolean flag(Context context, String name) {
        @Nullable String text = context.queryParam(name);
        return switch (text == null ? "false" : text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiProblem.badField(name, "type", "true or false");
        };
    }

    /** What stood behind the cursor; null at the first page. */
    public static @Nullable String cursor(Context context) {
        @Nullable String text = text(context, "cursor", 512);
        if (text == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException forged) {
            throw ApiProblem.badField("cursor", "format", "not a cursor of this server");
        }
    }

    public static String toCursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
