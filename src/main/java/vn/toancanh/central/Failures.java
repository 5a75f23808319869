package vn.toancanh.central;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownServiceException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SecondPersonNeeded;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;

/** What went wrong on the way to the server and back, as failures. What a server writes is for the log, never for the operator. */
final class Failures {
    private static final int LONGEST_DETAIL = 200;
    private static final long LONGEST_WAIT_S = 3600;

    /** How the JDK puts it that the first bytes are of no TLS record. */
    private static final String NOT_TLS = "Unsupported or unrecognized SSL message";

    private Failures() {}

    /** No whole answer came. */
    static Failure of(IOException fault, String what) {
        String detail = what + ": " + fault.getClass().getSimpleName() + " " + shortened(fault.getMessage());
        return switch (fault) {
            case SSLException tls -> ofTls(tls, detail);
            case InterruptedIOException late -> Failure.of(Kind.TIMEOUT, detail, late);
            case UnknownServiceException plain -> Failure.of(Kind.UNSUPPORTED, detail, plain);
            case ProtocolException broken -> notUnderstood(detail, broken);
            default -> Failure.of(Kind.UNREACHABLE, detail, fault);
        };
    }

    private static Failure ofTls(SSLException fault, String detail) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException || cause instanceof SocketException) {
                // It hung up, or was killed, while they greeted each other: whose certificate it has was never in
                // question.
                return Failure.of(Kind.UNREACHABLE, detail, fault);
            }
            if (cause instanceof UntrustedServer untrusted) {
                ShownCertificate shown = untrusted.shown();
                return Failure.of(Kind.UNTRUSTED, detail, untrusted)
                        .withText(
                                shown.why().textKey(),
                                shown.server(),
                                shown.fingerprint().toString(),
                                String.valueOf(shown.known()));
            }
        }
        Failure failure = Failure.of(Kind.PROTOCOL, detail, fault);
        boolean plain = String.valueOf(fault.getMessage()).contains(NOT_TLS);
        return failure.withText(plain ? "central.noTls" : "central.certificate");
    }

    /** True where something answered that does not speak plain HTTP, or hung up without a word. */
    static boolean isNotHttp(Failure failure) {
        String said =
                failure.cause() == null ? "" : String.valueOf(failure.cause().getMessage());
        return said.startsWith("unexpected end of stream on") || said.startsWith("Unexpected status line");
    }

    /** An answer began, and broke off or could not be read. */
    static Failure inBody(IOException fault, String what) {
        return fault instanceof EOFException
                ? notUnderstood(what + ": the body ends too early", fault)
                : of(fault, what);
    }

    /** The answer is not what the contract says. */
    static Failure notUnderstood(String detail, @Nullable Throwable cause) {
        Failure failure = cause == null ? Failure.of(Kind.PROTOCOL, detail) : Failure.of(Kind.PROTOCOL, detail, cause);
        return failure.withText("central.notUnderstood");
    }

    /** To be thrown where a part of an answer is missing that nothing can be done without. */
    static FailureException missing(String what) {
        return new FailureException(notUnderstood("the answer has no " + what, null));
    }

    /** The server refused. */
    static Failure of(int status, Dto.@Nullable Problem problem, @Nullable Duration retryAfter, String what) {
        String code = problem == null || problem.code() == null ? "" : problem.code();
        String detail = what + ": " + status + " " + describe(problem);
        if (status == 503 && problem == null && retryAfter == null) {
            // Without a word of its own it is of what stands before a server that is away.
            return Failure.of(Kind.UNREACHABLE, detail);
        }
        if (code.startsWith("ptz.")) {
            return HeadFailures.of(code, problem, detail);
        }
        return switch (status) {
            case 401 -> unauthenticated(code, problem, detail);
            case 403 ->
                code.equals("badCredentials")
                        ? Failure.of(Kind.CREDENTIALS, detail, FieldFaults.of("/oldPassword", "wrong"))
                        : Failure.of(Kind.FORBIDDEN, detail);
            case 404, 410 -> Failure.of(Kind.NOT_FOUND, detail);
            case 409, 412, 423 -> conflict(code, detail);
            case 429, 503 -> busy(retryAfter(problem, retryAfter), detail);
            case 408 -> Failure.of(Kind.TIMEOUT, detail);
            case 502, 504 -> Failure.of(Kind.UNREACHABLE, detail);
            case 507 -> Failure.of(Kind.RESOURCES, detail).withText("central.serverFull");
            case 400, 413, 415, 422 ->
                code.equals("importRefused")
                        ? Failure.of(Kind.BAD_INPUT, detail, ImportFaults.of(problem))
                                .withText("central.importRefused")
                        : ofWall(code, FieldFaults.in(problem, Failure.of(Kind.BAD_INPUT, detail)));
            default ->
                status >= 500
                        ? Failure.of(Kind.PROTOCOL, detail).withText("central.serverFault")
                        : notUnderstood(detail, null);
        };
    }

    private static Failure ofWall(String code, Failure failure) {
        return switch (code) {
            case "unknownCamera" -> failure.withText("central.cameraNotToBeNamed");
            case "notPublished" -> failure.withText("central.notForVisitors");
            case "withheldLost" -> failure.withText("central.withheldLost");
            case "withheldUnknown" -> failure.withText("central.withheldUnknown");
            case "unknownLayout", "unknownScreen" -> failure.withText("central.gone");
            default -> failure;
        };
    }

    private static Failure conflict(String code, String detail) {
        Failure failure = Failure.of(Kind.CONFLICT, detail);
        return switch (code) {
            case "usernameTaken" ->
                Failure.of(Kind.CONFLICT, detail, FieldFaults.of("/username", "taken"))
                        .withText("central.taken");
            case "taken" -> failure.withText("central.taken");
            case "locked" -> failure.withText("central.locked");
            case "stateChanged" -> failure.withText("central.wallChanged");
            case "screenTaken" -> failure.withText("central.screenTaken");
            case "ownAccount", "ownRole" -> failure.withText("central.notOneself");
            case "builtinRole" -> failure.withText("central.builtinRole");
            case "roleInUse", "siteInUse" -> failure.withText("central.inUse");
            default -> failure;
        };
    }

    private static Failure unauthenticated(String code, Dto.@Nullable Problem problem, String detail) {
        return switch (code) {
            case "badCredentials" -> Failure.of(Kind.CREDENTIALS, detail);
            case "outsideHours" -> Failure.of(Kind.CREDENTIALS, detail).withText("central.outsideHours");
            case "outsideValidity" -> Failure.of(Kind.CREDENTIALS, detail).withText("central.outsideValidity");
            case "secondPersonNeeded" -> secondPerson(problem, detail);
            case "ticketRefused" -> Failure.of(Kind.CREDENTIALS, detail).withText("central.ticketRefused");
            default -> Failure.of(Kind.SESSION_EXPIRED, detail);
        };
    }

    private static Failure secondPerson(Dto.@Nullable Problem problem, String detail) {
        String ticket = problem == null ? null : problem.ticket();
        Failure failure = ticket == null
                ? Failure.of(Kind.CREDENTIALS, detail)
                : Failure.of(Kind.CREDENTIALS, detail, new SecondPersonNeeded(Secret.of(ticket)));
        return failure.withText("central.secondPersonNeeded");
    }

    private static @Nullable Duration retryAfter(Dto.@Nullable Problem problem, @Nullable Duration header) {
        if (header != null) {
            return header;
        }
        return problem == null || problem.retryAfterS() == null ? null : Duration.ofSeconds(problem.retryAfterS());
    }

    private static Failure busy(@Nullable Duration wait, String detail) {
        Failure failure = Failure.of(Kind.BUSY, detail);
        if (wait == null || wait.isNegative() || wait.isZero()) {
            return failure;
        }
        return failure.withText("central.tryAgainIn", Math.min(LONGEST_WAIT_S, wait.toSeconds()));
    }

    private static String describe(Dto.@Nullable Problem problem) {
        if (problem == null) {
            return "without a problem";
        }
        return shortened(problem.code()) + " " + shortened(problem.title()) + " (request "
                + shortened(problem.requestId()) + ")";
    }

    /** Foreign text for a log line: short, on one line. */
    static String shortened(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
