package vn.toancanh.inventory;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list as a GeoJSON FeatureCollection (RFC 7946) of points, whose properties are called like the columns of a CSV list.
 * The place comes from the geometry alone. A problem's line is the feature's place in the collection.
 */
final class GeoJsonReader {
    private static final int DEPTH = 32;

    private final Problems problems;
    private final EntryReader entries;
    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(1 << 16)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    GeoJsonReader(Problems problems, EntryReader entries) {
        this.problems = problems;
        this.entries = entries;
    }

    void read(Reader text) throws IOException {
        int feature = 0;
        try (JsonParser json = mapper.createParser(text)) {
            if (!findFeatures(json)) {
                problems.add("", "inventory.notFeatures");
                return;
            }
            while (json.nextToken() != JsonToken.END_ARRAY && !problems.full()) {
                feature++;
                problems.at(feature);
                if (feature > InventoryFile.MOST_ENTRIES) {
                    problems.add("", "inventory.tooMany", InventoryFile.MOST_ENTRIES);
                    return;
                }
                JsonNode node = mapper.readTree(json);
                read(feature, node);
            }
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            problems.at(feature);
            problems.add("", "inventory.badJson", where == null ? 0 : where.getLineNr());
        }
    }

    private static boolean findFeatures(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean features = "features".equals(json.currentName());
            JsonToken value = json.nextToken();
            if (features) {
                return value == JsonToken.START_ARRAY;
            }
            json.skipChildren();
        }
        return false;
    }

    private void read(int feature, JsonNode node) {
        JsonNode geometry = node.path("geometry");
        Map<Column, String> headers = new EnumMap<>(Column.class);
        Values values = new Values(headers);
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            Optional<Column> column = Column.of(property.getKey());
            if (column.isPresent()
                    && column.get() != Column.LAT
                    && column.get() != Column.LON
                    && !property.getValue().isNull()) {
                headers.put(column.get(), property.getKey());
                values.put(column.get(), text(property.getValue()));
            }
        }
        if (!geometry.isNull() && !geometry.isMissingNode()) {
            JsonNode coordinates = geometry.path("coordinates");
            boolean point = "Point".equals(geometry.path("type").asString(""))
                    && coordinates.size() >= 2
                    && coordinates.get(0).isNumber()
                    && coordinates.get(1).isNumber();
            if (!point) {
                problems.add("geometry", "inventory.notPoint");
                return;
            }
            headers.put(Column.LON, "coordinates");
            headers.put(Column.LAT, "coordinates");
            values.put(Column.LON, plain(coordinates.get(0)));
            values.put(Column.LAT, plain(coordinates.get(1)));
        }
        entries.read(feature, values);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(GeoJsonReader::text).collect(Collectors.joining("|"));
        }
        return value.isNumber() ? plain(value) : value.asString("");
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }
}
