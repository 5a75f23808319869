package vn.toancanh.server.audit;

import java.util.Locale;

/** How a deed ended. */
public enum Outcome {
    DONE,
    /** Not allowed. */
    REFUSED,
    /** Allowed, and not done. */
    FAILED;

    /** As the contract spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
