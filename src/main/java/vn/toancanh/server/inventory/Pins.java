package vn.toancanh.server.inventory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Fingerprint;
import vn.toancanh.model.StreamSource;

/** Certificates that are accepted of a camera: SHA-256 in Base64. As they are sent, and as they lie in the database. */
final class Pins {
    /** Takes what is wrong with them: a code, and a line for engineers. */
    @FunctionalInterface
    interface Fault {
        void is(String code, String detail);
    }

    private Pins() {}

    /** What was sent, each once, where all of it is right; null where nothing was said. */
    static @Nullable List<String> check(@Nullable List<@Nullable String> sent, Fault fault) {
        return sent == null ? null : checked(sent, fault);
    }

    /** What was sent, each once, where all of it is right. */
    static List<String> checked(List<@Nullable String> sent, Fault fault) {
        if (sent.size() > StreamSource.MOST_PINS) {
            fault.is("length", "at most " + StreamSource.MOST_PINS);
        }
        List<String> pins = new ArrayList<>();
        for (@Nullable String pin : sent) {
            if (pin == null || Fingerprint.ofBase64(pin).isEmpty()) {
                fault.is("format", "SHA-256 of a certificate in Base64");
                return List.of();
            }
            if (!pins.contains(pin)) {
                pins.add(pin);
            }
        }
        return pins;
    }

    static String stored(List<String> pins) {
        return JsonMapper.shared().writeValueAsString(pins);
    }

    /** @param stored null: nothing was ever said of them */
    static List<String> read(@Nullable String stored) {
        return stored == null ? List.of() : List.of(JsonMapper.shared().readValue(stored, String[].class));
    }
}
