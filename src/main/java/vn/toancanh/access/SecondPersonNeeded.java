package vn.toancanh.access;

import java.io.Serial;
import vn.toancanh.base.Secret;

/** The cause of a refused sign-in where the password is right and somebody else must vouch for whoever gave it. */
public final class SecondPersonNeeded extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Secret ticket;

    /** @param ticket what the second person's name and password are sent with, good for a short while */
    public SecondPersonNeeded(Secret ticket) {
        super("a second person must sign in too", null, false, false);
        this.ticket = ticket;
    }

    public Secret ticket() {
        return ticket;
    }
}
