package vn.toancanh.onvif;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of devices by maker and model; each line of the table says why it stands there. Immutable. */
record Quirks(Set<Quirk> quirks) {
    private static final String TABLE = "/vn/toancanh/onvif/quirks.txt";
    private static final int FIELDS = 4;

    /** A line: maker and model as patterns over the whole word, without case. */
    record Line(Pattern maker, Pattern model, Quirk quirk, String reason) {
        boolean means(DeviceInformation device) {
            return maker.matcher(device.maker()).matches()
                    && model.matcher(device.model()).matches();
        }
    }

    Quirks {
        quirks = Set.copyOf(quirks);
    }

    static Quirks of(DeviceInformation device) {
        Set<Quirk> found = EnumSet.noneOf(Quirk.class);
        for (Line line : table()) {
            if (line.means(device)) {
                found.add(line.quirk);
            }
        }
        return new Quirks(found);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    static List<Line> table() {
        try (InputStream in = Quirks.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table of quirks is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Quirks::line)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Line line(String text) {
        String[] fields = text.split(" \\| ", FIELDS);
        if (fields.length != FIELDS || fields[3].isBlank()) {
            throw new IllegalStateException("a quirk without a reason: " + text);
        }
        return new Line(pattern(fields[0]), pattern(fields[1]), Quirk.valueOf(fields[2].strip()), fields[3].strip());
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text.strip(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
