package vn.toancanh.desk;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.SignIn.Answer;
import vn.toancanh.desk.SignIn.Concern;

/** What is wrong with a sign-in, said of the field that it concerns. */
final class SignInFaults {
    private SignInFaults() {}

    /** What is wrong before any server is asked; empty where one may be. */
    static Optional<Answer.Wrong> unusable(String server, String user, Secret password) {
        if (server.isBlank()) {
            return missing(Concern.SERVER, "login.serverMissing");
        }
        if (ServerAddress.read(server).isEmpty()) {
            return missing(Concern.SERVER, "login.serverUnreadable");
        }
        if (user.isBlank()) {
            return missing(Concern.USER, "login.userMissing");
        }
        return password.isEmpty() ? missing(Concern.PASSWORD, "login.passwordMissing") : Optional.empty();
    }

    /** What a refusal means to the person who signs in. */
    static Answer.Wrong refused(URI server, Failure failure) {
        boolean general = failure.textKey().equals(failure.kind().textKey());
        return switch (failure.kind()) {
            case CREDENTIALS ->
                new Answer.Wrong(Concern.PASSWORD, general ? failure.withText("login.refused") : failure);
            case UNREACHABLE, TIMEOUT ->
                new Answer.Wrong(
                        Concern.SERVER,
                        general ? failure.withText("login.serverAway", server.getAuthority()) : failure);
            case PROTOCOL, NOT_FOUND ->
                new Answer.Wrong(
                        Concern.SERVER, general ? failure.withText("login.notOurs", server.getAuthority()) : failure);
            case UNSUPPORTED ->
                new Answer.Wrong(Concern.SERVER, general ? failure.withText("login.insecure") : failure);
            case BAD_INPUT, UNTRUSTED -> new Answer.Wrong(Concern.SERVER, failure);
            case BUSY -> new Answer.Wrong(Concern.WHOLE, general ? failure.withText("login.tooMany") : failure);
            default -> new Answer.Wrong(Concern.WHOLE, failure);
        };
    }

    /** Somebody who would go on without the server has another password than the one kept here. */
    static Answer.Wrong notTheOneKept(URI server) {
        return refused(server, Failure.of(Failure.Kind.CREDENTIALS, "not the password kept here"));
    }

    /** Too many wrong passwords at this desk. */
    static Answer.Wrong later(Duration left) {
        return new Answer.Wrong(
                Concern.WHOLE,
                Failure.of(Failure.Kind.BUSY, "too many wrong passwords at this desk")
                        .withText("central.tryAgainIn", left.toSeconds() + 1));
    }

    private static Optional<Answer.Wrong> missing(Concern concern, String key) {
        return Optional.of(new Answer.Wrong(
                concern,
                Failure.of(Failure.Kind.BAD_INPUT, "left empty or unreadable").withText(key)));
    }
}
