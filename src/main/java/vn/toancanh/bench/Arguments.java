package vn.toancanh.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options of a benchmark: {@code --name number} pairs of a known set. */
public record Arguments(Map<String, Double> values) {
    private static final int MOST = 10_000;

    /** Thrown where the words are wrong; the message says which. */
    static final class Wrong extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /**
     * What follows a name on the command line; empty where it is wrong, and the person is told what and where.
     *
     * @param command such as {@code drill fuzz}
     */
    public static Optional<Arguments> heard(Ground ground, String command, List<String> words, Option... known) {
        try {
            return Optional.of(parse(words, known));
        } catch (Wrong wrong) {
            ground.err().println(command + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    /** The same of options that each are from 1 to 10 000, given with their usual values. */
    static Optional<Arguments> heard(Ground ground, String command, List<String> words, Map<String, Integer> known) {
        return heard(ground, command, words, options(known));
    }

    /** @param known options, each from 1 to 10 000, and their usual values */
    static Arguments parse(List<String> words, Map<String, Integer> known) throws Wrong {
        return parse(words, options(known));
    }

    private static Option[] options(Map<String, Integer> known) {
        return known.entrySet().stream()
                .map(each -> Option.whole(each.getKey(), each.getValue(), 1, MOST))
                .toArray(Option[]::new);
    }

    static Arguments parse(List<String> words, Option... known) throws Wrong {
        Map<String, Double> values = new TreeMap<>();
        for (Option each : known) {
            values.put(each.name(), each.usual());
        }
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            Optional<Option> option = List.of(known).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (option.isEmpty() || i + 1 == words.size()) {
                throw new Wrong(
                        name + " ? " + List.of(known).stream().map(Option::name).collect(Collectors.joining(" ")));
            }
            try {
                values.put(name, option.get().read(words.get(i + 1)));
            } catch (NumberFormatException odd) {
                throw new Wrong(option.get().range());
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
