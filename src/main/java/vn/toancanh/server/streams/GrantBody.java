package vn.toancanh.server.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.ProblemBody;
import vn.toancanh.server.inventory.Words;
import vn.toancanh.server.relay.Admission;

/** The answer to one request for a stream: a grant, or the problem that stands in its way. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GrantBody(
        @Nullable String sessionId,
        String cameraId,
        String role,
        @Nullable String access,
        @Nullable Boolean revocable,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable List<String> transports,
        @Nullable List<String> tlsPins,
        @Nullable String expiresAt,
        @Nullable String renewAfter,
        @Nullable String offlineUntil,
        @Nullable ProblemBody problem) {
    static GrantBody granted(Admission admission, GrantAddress.Told told, GrantTerms.Ends ends) {
        @Nullable Secret password = told.password();
        return new GrantBody(
                admission.grantId(),
                admission.cameraId(),
                Words.of(admission.role()),
                told.access(),
                told.revocable(),
                told.url(),
                told.username(),
                password == null ? null : password.reveal(),
                told.transports(),
                told.tlsPins(),
                ends.told().expiresAt(),
                ends.told().renewAfter(),
                ends.told().offlineUntil(),
                null);
    }

    static GrantBody refused(String cameraId, String role, ProblemBody problem) {
        return new GrantBody(null, cameraId, role, null, null, null, null, null, null, null, null, null, null, problem);
    }

    /** Never the password, wherever it is printed. */
    @Override
    public String toString() {
        return "GrantBody[" + sessionId + " " + cameraId + " " + role + "]";
    }

    record All(List<GrantBody> items) {}
}
