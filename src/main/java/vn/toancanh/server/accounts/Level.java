package vn.toancanh.server.accounts;

import java.util.Locale;

/** How far a right reaches; each level holds those before it. */
public enum Level {
    /** Look at video and lists. */
    VIEW,
    /** Steer heads, save shared layouts. */
    OPERATE,
    /** Change what others made. */
    MANAGE,
    /** Cameras, sites, accounts. */
    CONFIGURE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
