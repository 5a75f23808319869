package vn.toancanh.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An RFC 9457 problem as it is sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        String requestId,
        @Nullable Integer retryAfterS,
        @Nullable List<FieldError> errors,
        @Nullable String ticket) {
    public static ProblemBody of(ApiProblem problem, String requestId) {
        return new ProblemBody(
                "urn:toan-canh:problem:" + problem.code(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                requestId,
                problem.retryAfterS() > 0 ? problem.retryAfterS() : null,
                problem.errors().isEmpty() ? null : problem.errors(),
                problem.ticket());
    }
}
