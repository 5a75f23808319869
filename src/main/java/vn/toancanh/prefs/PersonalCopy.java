package vn.toancanh.prefs;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one person as a desk knows them, with those that the server has not been told of. Only what goes along is in it. Lane:
 * DESK.
 */
public final class PersonalCopy {
    private static final Pattern LINE = Pattern.compile("(\\S{1,64}) (-?\\d{1,15}) ([!+]) (.*)");

    private final Map<String, PersonalValue> values = new TreeMap<>();
    private final Set<String> untold = new TreeSet<>();

    /** What {@link #write()} wrote; what cannot be read is not there. */
    public static PersonalCopy read(String text) {
        PersonalCopy copy = new PersonalCopy();
        for (String line : text.split("\n", -1)) {
            Matcher found = LINE.matcher(line);
            if (found.matches()) {
                String name = found.group(1);
                Instant at = Instant.ofEpochMilli(Long.parseLong(found.group(2)));
                if (copy.take(name, new PersonalValue(found.group(4), at))
                        && found.group(3).equals("!")) {
                    copy.untold.add(name);
                }
            }
        }
        return copy;
    }

    /** A line for each. */
    public String write() {
        return values.entrySet().stream()
                .map(each -> each.getKey()
                        + ' '
                        + each.getValue().at().toEpochMilli()
                        + ' '
                        + (untold.contains(each.getKey()) ? '!' : '+')
                        + ' '
                        + each.getValue().value())
                .collect(Collectors.joining("\n"));
    }

    private boolean take(String name, PersonalValue value) {
        boolean ours = PreferenceKey.goesAlong(name) && value.usable();
        if (ours) {
            values.put(name, value);
        }
        return ours;
    }

    /** True where nothing is known. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Each by the name of its key, as the key reads it. */
    public Map<String, String> texts() {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().value()));
    }

    /**
     * It was chosen by hand; it stands against all that this desk knows, also where another desk's clock is ahead.
     *
     * @param now by this desk's clock
     */
    public void choose(String name, String value, Instant now) {
        @Nullable PersonalValue before = values.get(name);
        Instant at =
                before == null || now.isAfter(before.at()) ? now : before.at().plusMillis(1);
        if (take(name, new PersonalValue(value, at))) {
            untold.add(name);
        }
    }

    /** What the server has not been told of. */
    public Map<String, PersonalValue> untold() {
        Map<String, PersonalValue> all = new TreeMap<>(values);
        all.keySet().retainAll(untold);
        return all;
    }

    /**
     * The server was told, and answered; what was chosen meanwhile stays, and stays to be told.
     *
     * @param sent what it was told
     * @param kept what it keeps now
     */
    public void told(Map<String, PersonalValue> sent, Map<String, PersonalValue> kept) {
        sent.forEach((name, value) -> {
            if (value.equals(values.get(name))) {
                untold.remove(name);
            }
        });
        kept.forEach((name, value) -> {
            if (!untold.contains(name)) {
                take(name, value);
            }
        });
    }
}
