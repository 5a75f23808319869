package vn.toancanh.central;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.FieldRefused;
import vn.toancanh.administration.FieldRefused.Fault;
import vn.toancanh.base.Failure;

/** Which fields the server refuses, as the cause of a failure. Takes over words of the contract only, never what was sent. */
final class FieldFaults {
    private static final int MOST = 200;

    private FieldFaults() {}

    static FieldRefused of(String pointer, String code) {
        return new FieldRefused(List.of(new Fault(pointer, code)));
    }

    /** The failure with the fields that the problem names as its cause; as it is where it names none. */
    static Failure in(Dto.@Nullable Problem problem, Failure failure) {
        List<Dto.FieldError> errors = problem == null || problem.errors() == null ? List.of() : problem.errors();
        List<Fault> faults = errors.stream()
                .limit(MOST)
                .map(error -> new Fault(
                        Failures.shortened(Objects.requireNonNullElse(error.pointer(), "")),
                        Failures.shortened(Objects.requireNonNullElse(error.code(), ""))))
                .toList();
        return faults.isEmpty()
                ? failure
                : new Failure(
                        failure.kind(), failure.textKey(), failure.args(), failure.detail(), new FieldRefused(faults));
    }
}
