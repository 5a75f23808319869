package vn.toancanh.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.model.StreamSource;

/** Which certificates of a camera a list accepts. */
final class PinReader {
    /** Stands where none is to be accepted that was before. */
    static final String NONE = "-";

    private final Problems problems;

    PinReader(Problems problems) {
        this.problems = problems;
    }

    /** In Base64, whichever way they are written; null where nothing is said of them. */
    @Nullable
    List<String> read(Values values) {
        @Nullable String text = values.get(Column.TLS_PIN);
        if (text == null) {
            return null;
        }
        List<String> pins = new ArrayList<>();
        for (String one : text.equals(NONE) ? new String[0] : text.split("[|,;]", -1)) {
            String plain = one.strip();
            Optional<Fingerprint> read = Fingerprint.read(plain).or(() -> Fingerprint.ofBase64(plain));
            if (read.isEmpty()) {
                problems.add(values.header(Column.TLS_PIN), "inventory.badPin", EntryReader.shown(plain));
            } else if (!pins.contains(read.get().base64())) {
                pins.add(read.get().base64());
            }
        }
        if (pins.size() > StreamSource.MOST_PINS) {
            problems.add(values.header(Column.TLS_PIN), "inventory.tooManyPins", StreamSource.MOST_PINS);
        }
        return pins;
    }
}
