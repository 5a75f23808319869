package vn.toancanh.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer into the body, or the name of a parameter
 * @param code stable word for programs, as the contract lists them
 * @param detail for the engineer; never a value that may be secret
 * @param line line of an imported file
 * @param args values for a message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        String pointer,
        String code,
        @Nullable String detail,
        @Nullable Integer line,
        @Nullable Map<String, Object> args) {
    public static FieldError of(String pointer, String code, String detail) {
        return new FieldError(pointer, code, detail, null, null);
    }
}
