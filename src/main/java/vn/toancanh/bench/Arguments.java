package vn.toancanh.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Options of a benchmark or a drill: {@code --name number} pairs of a known set. */
public record Arguments(Map<String, Double> values) {
    /** Thrown where the words are wrong. */
    public static final class Wrong extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final String name;
        private final String word;
        private final transient Optional<Option> option;

        private Wrong(String name, String word, Optional<Option> option) {
            super(name + " " + word);
            this.name = name;
            this.word = word;
            this.option = option;
        }

        /** What stands where an option should. */
        public String name() {
            return name;
        }

        /** What follows it; empty where nothing does. */
        public String word() {
            return word;
        }

        /** The option of that name, whose value is wrong; empty where there is none of that name. */
        public Optional<Option> option() {
            return option;
        }
    }

    /** Reads the words; options that are not among them have their usual values. */
    public static Arguments parse(List<String> words, List<Option> known) throws Wrong {
        Map<String, Double> values = new TreeMap<>();
        known.forEach(each -> values.put(each.name(), each.usual()));
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            String word = i + 1 < words.size() ? words.get(i + 1) : "";
            Optional<Option> option =
                    known.stream().filter(each -> each.name().equals(name)).findFirst();
            try {
                values.put(
                        name,
                        option.orElseThrow(() -> new Wrong(name, word, option)).read(word));
            } catch (NumberFormatException odd) {
                throw new Wrong(name, word, option);
            }
        }
        return new Arguments(values);
    }

    public int get(String name) {
        return (int) number(name);
    }

    public double number(String name) {
        return values.getOrDefault(name, 0.0);
    }
}
