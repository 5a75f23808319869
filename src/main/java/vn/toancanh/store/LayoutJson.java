package vn.toancanh.store;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/**
 * Layouts as kept on this machine. The format is ours and stays readable: fields are added, never given another meaning, and
 * contents of kinds this version does not know are kept as they came.
 */
final class LayoutJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    String write(Layout layout) {
        ObjectNode root = mapper.createObjectNode();
        LayoutId id = layout.id();
        if (id != null) {
            root.put("id", id.value());
        }
        root.put("name", layout.name());
        root.put("scope", layout.scope().name());
        root.put("version", layout.version());
        root.put("columns", layout.grid().columns());
        root.put("rows", layout.grid().rows());
        ArrayNode cells = root.putArray("cells");
        for (Cell cell : layout.cells()) {
            cells.addObject()
                    .put("x", cell.x())
                    .put("y", cell.y())
                    .put("width", cell.width())
                    .put("height", cell.height())
                    .set("content", content(cell.content()));
        }
        return mapper.writeValueAsString(root);
    }

    private JsonNode content(CellContent content) {
        ObjectNode node = mapper.createObjectNode();
        switch (content) {
            case CellContent.Empty empty -> node.put("type", "empty");
            case CellContent.OfCamera(CameraId camera, StreamChoice choice, PictureView view) ->
                node.put("type", "camera")
                        .put("camera", camera.value())
                        .put("stream", choice.name())
                        .put("fit", view.fit().name())
                        .put("quarters", view.quarters());
            case CellContent.Carousel(List<CellContent.Carousel.Stop> stops) -> {
                ArrayNode kept = node.put("type", "carousel").putArray("stops");
                stops.forEach(stop ->
                        kept.addObject().put("camera", stop.camera().value()).put("seconds", stop.seconds()));
            }
            case CellContent.Hotspot hotspot -> node.put("type", "hotspot");
            case CellContent.Unknown(String type, String json) -> {
                node.put("type", "unknown").put("of", type);
                try {
                    node.set("body", mapper.readTree(json));
                } catch (JacksonException text) {
                    node.put("text", json);
                }
            }
        }
        return node;
    }

    /**
     * The layout that was written.
     *
     * @throws RuntimeException where it is none
     */
    Layout read(String text) {
        JsonNode root = mapper.readTree(text);
        List<Cell> cells = new ArrayList<>();
        for (JsonNode cell : root.path("cells")) {
            cells.add(new Cell(
                    cell.path("x").asInt(),
                    cell.path("y").asInt(),
                    cell.path("width").asInt(),
                    cell.path("height").asInt(),
                    content(cell.path("content"))));
        }
        String id = root.path("id").asString("");
        return new Layout(
                id.isEmpty() ? null : new LayoutId(id),
                root.path("name").asString(""),
                word(Layout.Scope.class, root.path("scope").asString(""), Layout.Scope.PRIVATE),
                new Grid(root.path("columns").asInt(), root.path("rows").asInt()),
                cells,
                root.path("version").asLong());
    }

    private CellContent content(JsonNode content) {
        String type = content.path("type").asString("");
        return switch (type) {
            case "empty" -> CellContent.EMPTY;
            case "camera" ->
                new CellContent.OfCamera(
                        new CameraId(content.path("camera").asString("")),
                        word(StreamChoice.class, content.path("stream").asString(""), StreamChoice.AUTO),
                        new PictureView(
                                word(PictureView.Fit.class, content.path("fit").asString(""), PictureView.Fit.USUAL),
                                Math.floorMod(content.path("quarters").asInt(0), 4)));
            case "carousel" -> new CellContent.Carousel(stops(content.path("stops")));
            case "hotspot" -> CellContent.HOTSPOT;
            case "unknown" ->
                new CellContent.Unknown(
                        content.path("of").asString(""),
                        content.has("body")
                                ? mapper.writeValueAsString(content.path("body"))
                                : content.path("text").asString(""));
            default -> new CellContent.Unknown(type, mapper.writeValueAsString(content));
        };
    }

    private static List<CellContent.Carousel.Stop> stops(JsonNode kept) {
        List<CellContent.Carousel.Stop> stops = new ArrayList<>();
        for (JsonNode stop : kept) {
            stops.add(new CellContent.Carousel.Stop(
                    new CameraId(stop.path("camera").asString("")),
                    stop.path("seconds").asInt(0)));
        }
        return stops;
    }

    static <E extends Enum<E>> E word(Class<E> type, String word, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return otherwise;
    }
}
