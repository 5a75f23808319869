package vn.toancanh.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.server.store.StoreException;

/** Turns whatever a route throws into a problem; faults of ours are logged here, once, with the request's id. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Json json;

    Problems(Json json) {
        this.json = json;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(ApiProblem.class, (problem, context) -> answer(context, problem));
        routes.exception(StoreException.class, (refused, context) -> {
            LOG.error("request {}: the database refused", RequestIds.of(context), refused);
            answer(context, ofStore(refused));
        });
        routes.exception(MethodNotAllowedResponse.class, (refused, context) -> {
            String allowed = String.join(", ", refused.getDetails().values()).toUpperCase(Locale.ROOT);
            context.header("Allow", allowed.isBlank() ? "GET" : allowed);
            answer(context, ApiProblem.of(405, "methodNotAllowed", "This method is not offered here"));
        });
        routes.exception(
                HttpResponseException.class, (refused, context) -> answer(context, ofStatus(refused.getStatus())));
        routes.exception(Exception.class, (fault, context) -> {
            LOG.error("request {}: fault", RequestIds.of(context), fault);
            answer(context, internal());
        });
    }

    private static ApiProblem internal() {
        return ApiProblem.of(500, "internal", "A fault of the server");
    }

    private static ApiProblem ofStore(StoreException refused) {
        return switch (refused.kind()) {
            case BUSY -> ApiProblem.passing(503, "busy", "The database is busy", 1);
            case FULL -> ApiProblem.of(507, "storageFull", "The server's disk is full");
            case READ_ONLY -> ApiProblem.of(503, "storageReadOnly", "The server's data cannot be written");
            case DAMAGED, FAULT -> internal();
        };
    }

    /** For statuses that the web library or Jetty decide. */
    static ApiProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> ApiProblem.unauthenticated();
            case 404 -> ApiProblem.notFound();
            case 405 -> ApiProblem.of(405, "methodNotAllowed", "This method is not offered here");
            case 413 -> ApiProblem.of(413, "tooLarge", "The body is too large");
            case 505 -> ApiProblem.of(505, "badRequest", "The request cannot be understood");
            case 503 -> ApiProblem.passing(503, "busy", "The server is busy", 1);
            default ->
                status >= 500 || status < 400
                        ? internal()
                        : ApiProblem.of(status, "badRequest", "The request cannot be understood");
        };
    }

    void answer(Context context, ApiProblem problem) {
        context.status(problem.status());
        if (problem.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        if (problem.retryAfterS() > 0) {
            context.header("Retry-After", String.valueOf(problem.retryAfterS()));
        }
        context.removeHeader("ETag");
        context.header("Cache-Control", "no-store");
        context.contentType("application/problem+json")
                .result(json.mapper().writeValueAsBytes(ProblemBody.of(problem, RequestIds.of(context))));
    }

    /** The same for requests that never reach a route. */
    byte[] body(int status, @Nullable String requestId) {
        return json.mapper()
                .writeValueAsBytes(
                        ProblemBody.of(ofStatus(status), requestId == null ? RequestIds.fresh() : requestId));
    }
}
