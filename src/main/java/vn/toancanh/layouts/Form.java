package vn.toancanh.layouts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One table of a file, read name by name; a name that nobody asked for is a fault in the end. */
final class Form {
    private final Node.Fields fields;
    private final Faults faults;
    private final Set<String> asked = new TreeSet<>();

    Form(Node.Fields fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    Spot spot() {
        return fields.spot();
    }

    boolean has(String name) {
        return fields.all().containsKey(name);
    }

    /** What stands behind a name; empty where it is not there. */
    Optional<Node> find(String name) {
        asked.add(name);
        Node.@Nullable Field field = fields.all().get(name);
        return field == null ? Optional.empty() : Optional.of(field.value());
    }

    /** These may be there and mean nothing here. */
    void passOver(List<String> names) {
        asked.addAll(names);
    }

    /** A whole number within a range; empty where it is missing or wrong, which then is a fault. */
    OptionalInt whole(String name, int least, int most) {
        Optional<Node> found = find(name);
        if (found.isEmpty()) {
            missing(name);
            return OptionalInt.empty();
        }
        return whole(found.get(), name, least, most, faults);
    }

    /** The same, or another where it is missing or wrong. */
    int whole(String name, int least, int most, int otherwise) {
        return find(name)
                .map(node -> whole(node, name, least, most, faults).orElse(otherwise))
                .orElse(otherwise);
    }

    static OptionalInt whole(Node node, String name, int least, int most, Faults faults) {
        OptionalInt read = node instanceof Node.Scalar scalar ? scalar.whole() : OptionalInt.empty();
        if (read.isEmpty() || read.getAsInt() < least || read.getAsInt() > most) {
            faults.add(node.spot(), "layouts.range", name, least, most);
            return OptionalInt.empty();
        }
        return read;
    }

    /** Words of at most so many characters; empty where they are missing or wrong, which then is a fault. */
    Optional<String> text(String name, int most) {
        Optional<Node> found = find(name);
        if (found.isEmpty()) {
            missing(name);
            return Optional.empty();
        }
        return text(found.get(), name, most, faults);
    }

    static Optional<String> text(Node node, String name, int most, Faults faults) {
        if (node instanceof Node.Scalar scalar
                && scalar.isText()
                && !scalar.text().isBlank()
                && scalar.text().length() <= most) {
            return Optional.of(scalar.text());
        }
        faults.add(node.spot(), "layouts.text", name, most);
        return Optional.empty();
    }

    /** What one of some words means; the first of them where it is missing or wrong. */
    <T> T word(String name, Map<String, T> words, T otherwise) {
        Optional<Node> found = find(name);
        if (found.isEmpty()) {
            return otherwise;
        }
        @Nullable T meant = found.get() instanceof Node.Scalar scalar ? words.get(scalar.text()) : null;
        if (meant == null) {
            faults.add(found.get().spot(), "layouts.word", name, String.join(", ", new TreeSet<>(words.keySet())));
            return otherwise;
        }
        return meant;
    }

    /** A list of at least one and at most so many; none where it is missing or wrong. */
    List<Node> items(String name, int most) {
        Optional<Node> found = find(name);
        if (found.isPresent()
                && found.get() instanceof Node.Items some
                && !some.all().isEmpty()
                && some.all().size() <= most) {
            return some.all();
        }
        faults.add(found.map(Node::spot).orElse(spot()), "layouts.list", name, most);
        return List.of();
    }

    /** A table; empty where it is missing or none, which then is a fault. */
    Optional<Node.Fields> fields(String name) {
        Optional<Node> found = find(name);
        if (found.isEmpty()) {
            missing(name);
            return Optional.empty();
        }
        return fields(found.get(), name, faults);
    }

    static Optional<Node.Fields> fields(Node node, String name, Faults faults) {
        if (node instanceof Node.Fields some) {
            return Optional.of(some);
        }
        faults.add(node.spot(), "layouts.fields", name);
        return Optional.empty();
    }

    void missing(String name) {
        faults.add(spot(), "layouts.missing", name);
    }

    /** Everything that belongs here was asked for. */
    void done() {
        fields.all().forEach((name, field) -> {
            if (!asked.contains(name)) {
                faults.add(field.spot(), "layouts.unknown", name, String.join(", ", asked));
            }
        });
    }
}
