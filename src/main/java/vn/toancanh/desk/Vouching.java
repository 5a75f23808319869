package vn.toancanh.desk;

import java.util.Locale;
import java.util.Optional;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.SignIn.Answer;
import vn.toancanh.desk.SignIn.Concern;

/** What there is to say to the second person, who vouches for a sign-in. */
final class Vouching {
    static final String ENDED = "central.ticketRefused";

    private Vouching() {}

    /** Nobody is waited for any more. */
    static Answer.Wrong ended() {
        return new Answer.Wrong(
                Concern.PASSWORD,
                Failure.of(Failure.Kind.CREDENTIALS, "nobody waits").withText(ENDED));
    }

    /** What is wrong before the server is asked; empty where it may be asked. */
    static Optional<Answer.Wrong> unusable(String first, String second, Secret password) {
        if (second.isBlank()) {
            return Optional.of(wrong(Concern.USER, "login.secondMissing"));
        }
        if (password.isEmpty()) {
            return Optional.of(wrong(Concern.PASSWORD, "login.secondPasswordMissing"));
        }
        boolean same = canonical(first).equals(canonical(second));
        return same ? Optional.of(wrong(Concern.USER, "login.secondSame")) : Optional.empty();
    }

    /** As the server compares names. */
    private static String canonical(String user) {
        return user.strip().toLowerCase(Locale.ROOT);
    }

    private static Answer.Wrong wrong(Concern concern, String key) {
        return new Answer.Wrong(
                concern,
                Failure.of(Failure.Kind.BAD_INPUT, "left empty or the same person")
                        .withText(key));
    }

    /** What the server's refusal of a second person means; empty where it means the same as to the first. */
    static Optional<Answer.Wrong> refused(Failure failure) {
        boolean general = failure.textKey().equals(failure.kind().textKey());
        return switch (failure.kind()) {
            case FORBIDDEN -> Optional.of(new Answer.Wrong(Concern.USER, failure.withText("login.secondNotEntitled")));
            case CREDENTIALS ->
                Optional.of(
                        general
                                ? new Answer.Wrong(Concern.PASSWORD, failure.withText("login.secondRefused"))
                                : new Answer.Wrong(
                                        failure.textKey().equals(ENDED) ? Concern.PASSWORD : Concern.WHOLE, failure));
            default -> Optional.empty();
        };
    }
}
