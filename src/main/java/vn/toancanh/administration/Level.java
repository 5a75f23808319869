package vn.toancanh.administration;

import java.util.Locale;
import java.util.Optional;

/** How far a right of a role reaches; each level holds those before it. */
public enum Level {
    VIEW,
    OPERATE,
    MANAGE,
    CONFIGURE;

    /** The contract's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of a word; empty for one of a newer server. */
    public static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.word().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
