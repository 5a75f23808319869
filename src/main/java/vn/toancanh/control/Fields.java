package vn.toancanh.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object as its fields. By Jackson's streams alone: binding these few records to classes would double the time a
 * worker takes to start.
 */
final class Fields {
    private final Map<String, @Nullable Object> values;

    private Fields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    Fields() {
        this(new LinkedHashMap<>());
    }

    /**
     * Reads a line.
     *
     * @throws IOException if it is no JSON object; its message quotes nothing, since the line may hold a password
     */
    static Fields read(JsonFactory json, String line) throws IOException {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return object(parser);
            }
        } catch (JacksonException bad) {
            throw new IOException(
                    "a control line that is not JSON: " + bad.getClass().getSimpleName());
        }
        throw new IOException("a control line that is no object");
    }

    private static Fields object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser));
        }
        return new Fields(values);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            default -> throw new IOException("a control line with a value of an unknown kind");
        };
    }

    /** The object as one line of UTF-8 with its line feed. */
    byte[] line(JsonFactory json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, this);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case Fields fields -> {
                out.writeStartObject();
                fields.values.forEach((name, each) -> {
                    out.writeName(name);
                    write(out, each);
                });
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(each -> write(out, each));
                out.writeEndArray();
            }
            case Long number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            default -> out.writeString(value.toString());
        }
    }

    Fields with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    @Nullable
    String textOrNull(String name) {
        return values.get(name) instanceof String text ? text : null;
    }

    String text(String name) throws IOException {
        String text = textOrNull(name);
        if (text == null) {
            throw new IOException("a control line without " + name);
        }
        return text;
    }

    long number(String name) throws IOException {
        if (values.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IOException("a control line without " + name);
    }

    @Nullable
    Long numberOrNull(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    int small(String name) throws IOException {
        return Math.toIntExact(number(name));
    }

    double real(String name) throws IOException {
        if (values.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IOException("a control line without " + name);
    }

    List<String> texts(String name) {
        return of(name, String.class);
    }

    Fields object(String name) throws IOException {
        if (values.get(name) instanceof Fields fields) {
            return fields;
        }
        throw new IOException("a control line without " + name);
    }

    List<Fields> objects(String name) {
        return of(name, Fields.class);
    }

    private <T> List<T> of(String name, Class<T> type) {
        return values.get(name) instanceof List<?> list
                ? list.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }
}
