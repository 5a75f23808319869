package vn.toancanh.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Options of a benchmark: {@code --name number} pairs of a known set. */
record Arguments(Map<String, Integer> values) {
    /** Thrown where the words are wrong; the message says which. */
    static final class Wrong extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /** @param known options and their usual values */
    static Arguments parse(List<String> words, Map<String, Integer> known) throws Wrong {
        Map<String, Integer> values = new TreeMap<>(known);
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!known.containsKey(name) || i + 1 == words.size()) {
                throw new Wrong(name + " ? " + String.join(" ", known.keySet()));
            }
            try {
                int value = Integer.parseInt(words.get(i + 1));
                if (value < 1 || value > 10_000) {
                    throw new Wrong(name + " 1..10000");
                }
                values.put(name, value);
            } catch (NumberFormatException odd) {
                throw new Wrong(name + " 1..10000");
            }
        }
        return new Arguments(values);
    }

    int get(String name) {
        return values.getOrDefault(name, 0);
    }
}
