package vn.toancanh.server.http;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an RFC 9457 problem. Costs no stack trace, for it is an answer and not a fault. */
public final class ApiProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String detail;
    private final transient List<FieldError> errors;
    private final int retryAfterS;
    private final @Nullable String ticket;

    private ApiProblem(
            int status, String code, String title, @Nullable String detail, List<FieldError> errors, int retryAfterS) {
        this(status, code, title, detail, errors, retryAfterS, null);
    }

    private ApiProblem(
            int status,
            String code,
            String title,
            @Nullable String detail,
            List<FieldError> errors,
            int retryAfterS,
            @Nullable String ticket) {
        super(title, null, false, false);
        this.ticket = ticket;
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.retryAfterS = retryAfterS;
    }

    /** A problem without more to say. */
    public static ApiProblem of(int status, String code, String title) {
        return new ApiProblem(status, code, title, null, List.of(), 0);
    }

    /** A problem that may pass by itself. */
    public static ApiProblem passing(int status, String code, String title, int retryAfterS) {
        return new ApiProblem(status, code, title, null, List.of(), Math.max(1, retryAfterS));
    }

    public static ApiProblem badRequest(String detail) {
        return new ApiProblem(400, "badRequest", "The request cannot be understood", detail, List.of(), 0);
    }

    public static ApiProblem badFields(List<FieldError> errors) {
        return new ApiProblem(400, "badField", "A field is not as the contract says", null, errors, 0);
    }

    public static ApiProblem badField(String pointer, String code, String detail) {
        return badFields(List.of(FieldError.of(pointer, code, detail)));
    }

    /** A request that contradicts how things stand; the error says how they stand. */
    public static ApiProblem conflict(String code, String title, FieldError how) {
        return new ApiProblem(409, code, title, null, List.of(how), 0);
    }

    /** A request that is understood and names what does not exist, or may not be named. */
    public static ApiProblem refused(String code, String title, String pointer, String detail) {
        return new ApiProblem(422, code, title, null, List.of(FieldError.of(pointer, code, detail)), 0);
    }

    public static ApiProblem importRefused(List<FieldError> errors) {
        return new ApiProblem(422, "importRefused", "Nothing was imported", null, errors, 0);
    }

    public static ApiProblem unauthenticated() {
        return of(401, "unauthenticated", "A valid access token is needed");
    }

    public static ApiProblem forbidden() {
        return of(403, "forbidden", "The right to do this is missing");
    }

    /** The password is right, and somebody else must sign in too, with this ticket. */
    public static ApiProblem secondPersonNeeded(String ticket) {
        return new ApiProblem(
                401, "secondPersonNeeded", "A second person must sign in too", null, List.of(), 0, ticket);
    }

    public static ApiProblem conflict(String code, String title) {
        return of(409, code, title);
    }

    /** Somebody holds it so that others do not change it; the error says who, since when. */
    public static ApiProblem locked(FieldError how) {
        return new ApiProblem(423, "locked", "Somebody has locked it", null, List.of(how), 0);
    }

    public static ApiProblem notFound() {
        return of(404, "notFound", "There is no such thing, or it may not be seen");
    }

    public static ApiProblem tooLarge(long cap) {
        return new ApiProblem(413, "tooLarge", "The body is too large", "at most " + cap + " bytes", List.of(), 0);
    }

    /** The body comes by drops. */
    static ApiProblem tooSlow() {
        return of(408, "tooSlow", "The body comes too slowly");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return String.valueOf(getMessage());
    }

    public @Nullable String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What the second person's sign-in is sent with; null for every other problem. */
    public @Nullable String ticket() {
        return ticket;
    }

    /** Seconds; 0 where trying again does not help. */
    public int retryAfterS() {
        return retryAfterS;
    }
}
