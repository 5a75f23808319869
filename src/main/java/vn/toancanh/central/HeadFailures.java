package vn.toancanh.central;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.ptz.HeadService;

/** What the server says of heads, as failures. A head that does not answer is no server that does not. */
final class HeadFailures {
    private HeadFailures() {}

    /** @param code one of the contract that begins with {@code ptz.} */
    static Failure of(String code, Dto.@Nullable Problem problem, String detail) {
        return switch (code) {
            case "ptz.held" -> Failure.of(Kind.CONFLICT, detail).withText("ptz.heldBy", holder(problem));
            case "ptz.noLock" -> Failure.of(Kind.CONFLICT, detail).withText(HeadService.LEASE_ENDED);
            case "ptz.superseded" -> Failure.of(Kind.CONFLICT, detail);
            case "ptz.noHead" -> Failure.of(Kind.UNSUPPORTED, detail).withText("ptz.notSteerable");
            case "ptz.notOffered" -> Failure.of(Kind.UNSUPPORTED, detail).withText("ptz.cannotDoThat");
            case "ptz.cannot" -> Failure.of(Kind.UNSUPPORTED, detail).withText("ptz.headCannot");
            case "ptz.presetLocked" -> Failure.of(Kind.CONFLICT, detail).withText("ptz.presetLocked");
            case "ptz.notThere" -> Failure.of(Kind.BAD_INPUT, detail).withText("ptz.noSuchPlace");
            case "ptz.noAnswer" -> Failure.of(Kind.PROTOCOL, detail).withText("ptz.headSilent");
            case "ptz.credentials" -> Failure.of(Kind.PROTOCOL, detail).withText("ptz.headPassword");
            case "ptz.untrusted" -> Failure.of(Kind.PROTOCOL, detail).withText("ptz.headCertificate");
            default -> Failure.of(Kind.PROTOCOL, detail).withText("ptz.headRefuses");
        };
    }

    /** For people: shortened, on one line; empty where the server names nobody. */
    private static String holder(Dto.@Nullable Problem problem) {
        List<Dto.FieldError> errors = problem == null || problem.errors() == null ? List.of() : problem.errors();
        return errors.stream()
                .flatMap(error -> Stream.ofNullable(error.args()))
                .map((Map<String, Object> args) -> Objects.toString(args.get("holder"), ""))
                .map(Failures::shortened)
                .findFirst()
                .orElse("");
    }
}
