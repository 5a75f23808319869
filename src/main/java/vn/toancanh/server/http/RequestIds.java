package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A short name for every request, told in the answer and in the log. */
public final class RequestIds {
    private static final String ATTRIBUTE = "requestId";

    private RequestIds() {}

    static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 12);
    }

    /** The name of this request. */
    public static String of(Context context) {
        @Nullable String id = context.attribute(ATTRIBUTE);
        if (id == null) {
            id = fresh();
            context.attribute(ATTRIBUTE, id);
        }
        return id;
    }
}
