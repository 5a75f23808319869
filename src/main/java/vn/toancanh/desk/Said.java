package vn.toancanh.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;

/**
 * What came of what somebody did with walls of the city.
 *
 * @param kind how it looks
 * @param failure in its own words; null: the text of that key
 */
public record Said(
        Kind kind,
        String textKey,
        List<Object> args,
        @Nullable Failure failure) {
    /** How far it is. */
    public enum Kind {
        UNDER_WAY,
        DONE,
        REFUSED
    }

    public Said {
        args = List.copyOf(args);
    }

    static Said done(String textKey, Object... args) {
        return new Said(Kind.DONE, textKey, List.of(args), null);
    }

    static Said refused(String textKey, Object... args) {
        return new Said(Kind.REFUSED, textKey, List.of(args), null);
    }

    static Said refused(Failure failure) {
        return new Said(Kind.REFUSED, failure.textKey(), failure.args(), failure);
    }
}
