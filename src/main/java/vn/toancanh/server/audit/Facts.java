package vn.toancanh.server.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Redacted;

/** Facts as they are kept: a JSON object of bounded length, without what looks like a secret. */
final class Facts {
    /** Longest text, characters. */
    static final int LONGEST = 4096;

    private Facts() {}

    /** The JSON text; where it is too long only that is said, since half an object would be read as a whole one. */
    static String text(Map<String, Object> facts) {
        Map<String, @Nullable Object> clean = new TreeMap<>();
        facts.forEach((name, value) -> clean.put(name, clean(name, value)));
        String text = JsonMapper.shared().writeValueAsString(clean);
        return text.length() <= LONGEST ? text : "{\"tooLong\":" + text.length() + "}";
    }

    /** A text is looked at together with its name, since "password" tells what the value alone does not. */
    private static @Nullable Object clean(String name, @Nullable Object value) {
        if (value instanceof String text) {
            String named = name + '=' + text;
            String masked = Redacted.of(named);
            return masked.equals(named) ? text : masked.substring(name.length() + 1);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((key, inner) -> all.put(String.valueOf(key), clean(String.valueOf(key), inner)));
            return all;
        }
        if (value instanceof Iterable<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(inner -> all.add(clean(name, inner)));
            return all;
        }
        return value;
    }
}
