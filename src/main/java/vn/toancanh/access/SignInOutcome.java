package vn.toancanh.access;

import vn.toancanh.base.Failure;

/** What came of signing in. */
public sealed interface SignInOutcome {
    /** Signed in. */
    record SignedIn(Session session) implements SignInOutcome {}

    /**
     * Not signed in. Kinds to expect: {@code CREDENTIALS}, {@code UNREACHABLE}, {@code TIMEOUT}, {@code BUSY} (too many
     * tries), {@code BAD_INPUT} (the address), {@code PROTOCOL} (something else answers there), {@code UNSUPPORTED} (an
     * insecure address). With {@link SecondPersonNeeded} as its cause the password is right, and somebody else must vouch.
     */
    record Refused(Failure failure) implements SignInOutcome {}
}
