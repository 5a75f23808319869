package vn.toancanh.layouts;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of a text, with its place. */
sealed interface Node {
    Spot spot();

    /**
     * One word, number or line of words.
     *
     * @param plain without quotes, so that it may be a number or nothing
     */
    record Scalar(String text, boolean plain, Spot spot) implements Node {
        private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

        /** YAML 1.2, section 10.3.2: what its core schema takes for something else than text. */
        private static final Pattern NO_TEXT = Pattern.compile(
                "|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
                        + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

        boolean nothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        /** The whole number that it is, of nine digits at most. */
        OptionalInt whole() {
            return plain && WHOLE.matcher(text).matches()
                    ? OptionalInt.of(Integer.parseInt(text))
                    : OptionalInt.empty();
        }

        boolean isText() {
            return !plain || !NO_TEXT.matcher(text).matches();
        }

        @Override
        public String json() {
            boolean literal = plain && (NUMBER.matcher(text).matches() || text.equals("true") || text.equals("false"));
            return nothing() ? "null" : literal ? text : Quoting.quoted(text);
        }
    }

    /** A list. */
    record Items(List<Node> all, Spot spot) implements Node {
        @Override
        public String json() {
            return all.stream().map(Node::json).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Names with what stands behind each. */
    record Fields(Map<String, Field> all, Spot spot) implements Node {
        @Override
        public String json() {
            return all.entrySet().stream()
                    .map(entry -> Quoting.quoted(entry.getKey()) + ": "
                            + entry.getValue().value().json())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * What stands behind a name.
     *
     * @param spot of the name
     */
    record Field(Spot spot, Node value) {}

    /** The same as JSON in one line, which is YAML, too. */
    String json();
}
