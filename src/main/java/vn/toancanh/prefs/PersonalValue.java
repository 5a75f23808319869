package vn.toancanh.prefs;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A setting that goes along with a person.
 *
 * @param value as its key writes it, in one line
 * @param at when it was chosen, by the clock of the desk where it was, in whole milliseconds
 */
public record PersonalValue(String value, Instant at) {
    private static final Pattern ONE_LINE = Pattern.compile("\\P{Cntrl}{0,200}");

    public PersonalValue {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    /** True of what can be kept; a server may say anything. */
    boolean usable() {
        return ONE_LINE.matcher(value).matches();
    }

    /** True where this stands against the other: it was chosen later. */
    public boolean laterThan(PersonalValue other) {
        return at.isAfter(other.at);
    }
}
