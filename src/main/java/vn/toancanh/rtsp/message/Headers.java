package vn.toancanh.rtsp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields in their order; names compare without case, and one name may stand several times. Immutable. */
public final class Headers {
    public static final Headers NONE = new Headers(List.of());

    private final List<Map.Entry<String, String>> fields;

    private Headers(List<Map.Entry<String, String>> fields) {
        this.fields = fields;
    }

    /** These fields: name, value, name, value, and so on. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        List<Map.Entry<String, String>> fields = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(Map.entry(namesAndValues[i], checked(namesAndValues[i + 1])));
        }
        return new Headers(List.copyOf(fields));
    }

    static Headers ofFields(List<Map.Entry<String, String>> fields) {
        return new Headers(List.copyOf(fields));
    }

    /** These fields and one more at the end. */
    public Headers with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(fields);
        more.add(Map.entry(name, checked(value)));
        return new Headers(List.copyOf(more));
    }

    /** These fields and then those. */
    public Headers and(Headers more) {
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        all.addAll(more.fields);
        return new Headers(List.copyOf(all));
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        for (Map.Entry<String, String> field : fields) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return Optional.of(field.getValue());
            }
        }
        return Optional.empty();
    }

    /** Every value of that name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** True where a comma-separated field such as {@code Public} names {@code token}, without case. */
    public boolean lists(String name, String token) {
        for (String value : all(name)) {
            for (String item : value.split(",", -1)) {
                if (item.strip().equalsIgnoreCase(token)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first value of that name as a number from 0 on; empty where there is none or it is no number. */
    public Optional<Long> number(String name) {
        return first(name).flatMap(value -> {
            String digits = value.strip();
            if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            return Optional.of(Long.parseLong(digits));
        });
    }

    public int size() {
        return fields.size();
    }

    void appendTo(StringBuilder text) {
        for (Map.Entry<String, String> field : fields) {
            text.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
        }
    }

    private static String checked(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("line break in a header value");
        }
        return value;
    }

    /** The names only: values may be credentials. */
    @Override
    public String toString() {
        return fields.stream()
                .map(field -> field.getKey().toLowerCase(Locale.ROOT))
                .toList()
                .toString();
    }
}
