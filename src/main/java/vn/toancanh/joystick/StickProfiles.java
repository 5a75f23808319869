package vn.toancanh.joystick;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickMapping;

/** What sticks do where nobody has chosen, by a table that comes with the program. Immutable. */
public final class StickProfiles {
    private static final String TABLE = "/vn/toancanh/joystick/profiles.txt";
    private static final String NAME = "name ";
    private static final String AXES = "axes ";
    private static final int FIELDS = 4;

    /**
     * A line of the table.
     *
     * @param which as it is written: {@code 07c0:1131}, {@code name PATTERN} or {@code axes N}
     * @param fits true for a stick that is meant
     * @param name of the model, for people
     * @param reason where it is known from
     */
    record Line(String which, Predicate<Stick> fits, String name, StickMapping mapping, String reason) {}

    private final List<Line> lines;

    private StickProfiles(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The table that comes with the program. */
    public static StickProfiles builtIn() {
        try (InputStream in = StickProfiles.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table of sticks is not in the program");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * A table as text.
     *
     * @throws IllegalArgumentException naming the line that is wrong: a field is missing or empty, something is no mapping, or one that
     *     is told apart as another was; and where there is no last line that fits every stick
     */
    static StickProfiles read(String text) {
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Line read = line(line);
                if (!seen.add(read.which())) {
                    throw new IllegalArgumentException("there twice: " + read.which());
                }
                lines.add(read);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
            }
        }
        if (lines.isEmpty() || !lines.getLast().which().equals("axes 0")) {
            throw new IllegalArgumentException("the last line does not fit every stick");
        }
        return new StickProfiles(lines);
    }

    private static Line line(String text) {
        String[] fields = text.split(" \\| ", -1);
        if (fields.length != FIELDS || List.of(fields).stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("not four fields: which | name | mapping | reason");
        }
        String which = fields[0].strip();
        return new Line(which, fits(which), fields[1].strip(), StickMapping.parse(fields[2]), fields[3].strip());
    }

    private static Predicate<Stick> fits(String which) {
        if (which.matches("[0-9a-f]{4}:[0-9a-f]{4}")) {
            return stick -> stick.model().equals(which);
        }
        if (which.matches(AXES + "[0-9]{1,2}")) {
            int least = Integer.parseInt(which.substring(AXES.length()));
            return stick -> stick.axes() >= least;
        }
        if (which.startsWith(NAME)) {
            try {
                Pattern pattern = Pattern.compile(
                        which.substring(NAME.length()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                return stick -> pattern.matcher(stick.name()).matches();
            } catch (PatternSyntaxException unreadable) {
                throw new IllegalArgumentException("no pattern: " + which, unreadable);
            }
        }
        throw new IllegalArgumentException("no stick: " + which);
    }

    /** What a stick does. */
    public StickMapping mapping(Stick stick) {
        return line(stick).mapping();
    }

    /** Under which name it is known, for people. */
    public String name(Stick stick) {
        return line(stick).name();
    }

    /** The same where its model is known; empty where it is taken by the count of its axes. */
    public Optional<String> known(Stick stick) {
        return Optional.of(line(stick))
                .filter(line -> !line.which().startsWith(AXES))
                .map(Line::name);
    }

    private Line line(Stick stick) {
        return lines.stream()
                .filter(line -> line.fits().test(stick))
                .findFirst()
                .orElseThrow();
    }

    List<Line> lines() {
        return lines;
    }
}
