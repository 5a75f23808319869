package vn.toancanh.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;

/** Bodies that are no JSON. */
public final class RawBody {
    private RawBody() {}

    /**
     * The media type of a body, without parameters.
     *
     * @throws ApiProblem 415 where it is none of those taken
     */
    public static String type(Context context, List<String> taken) {
        @Nullable String type = context.contentType();
        String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "");
        if (!taken.contains(plain) || context.header("Content-Encoding") != null) {
            throw ApiProblem.of(415, "unsupportedMediaType", "The body must be one of " + String.join(", ", taken));
        }
        return plain;
    }

    /**
     * All of a body.
     *
     * @param json in whose room it comes
     * @param cap bytes
     * @throws ApiProblem 413 where it is longer, whether it says so or not; 400 where it ends too early, 408 where it comes by drops;
     *     401 or 403 where the caller may no longer; 503 where there is no room for it
     */
    public static byte[] read(Json json, Context context, long cap) {
        if (context.req().getContentLengthLong() > cap) {
            throw ApiProblem.tooLarge(cap);
        }
        json.bodies().comes(context.req(), context.req().getContentLengthLong(), cap);
        try (InputStream in = new CappedStream(context.req().getInputStream(), cap, Clock.SYSTEM)) {
            byte[] body = in.readAllBytes();
            SecondLook.bodyIsThere(context);
            return body;
        } catch (CappedStream.TooLong longer) {
            throw ApiProblem.tooLarge(cap);
        } catch (CappedStream.TooSlow slow) {
            throw ApiProblem.tooSlow();
        } catch (IOException gone) {
            throw ApiProblem.badRequest("the body ended too early");
        }
    }
}
