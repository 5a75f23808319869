package vn.toancanh.server.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/** Files of layouts as drafts of the contract, one a screen. */
final class TextLayouts {
    private final ObjectMapper mapper;

    TextLayouts(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Of several screens each is a layout of its own, called by the file's name and its number. */
    List<LayoutFile> files(String file, WallText text) {
        List<LayoutFile> files = new ArrayList<>();
        for (WallText.Screen screen : text.screens()) {
            files.add(new LayoutFile(
                    file,
                    text.single() ? 0 : screen.number(),
                    draft(text.nameOf(screen), text.scope(), screen.layout())));
        }
        return files;
    }

    private LayoutDraft.Checked draft(String name, Layout.Scope scope, Layout layout) {
        String word = switch (scope) {
            case PRIVATE -> "private";
            case ROLE -> "role";
            case CITY -> "global";
        };
        return new LayoutDraft.Checked(
                name,
                word,
                layout.grid().columns(),
                layout.grid().rows(),
                layout.cells().stream().map(this::cell).toList());
    }

    private LayoutBody.Cell cell(Cell cell) {
        return new LayoutBody.Cell(cell.x(), cell.y(), cell.width(), cell.height(), content(cell.content()));
    }

    private JsonNode content(CellContent content) {
        ObjectNode node = mapper.createObjectNode();
        switch (content) {
            case CellContent.Empty empty -> node.put("type", "empty");
            case CellContent.OfCamera(CameraId camera, StreamChoice choice, PictureView view) -> {
                node.put("type", "camera")
                        .put("cameraId", camera.value())
                        .put("role", choice.name().toLowerCase(Locale.ROOT));
                if (view.fit() != PictureView.Fit.USUAL) {
                    node.put("fit", view.fit().name().toLowerCase(Locale.ROOT));
                }
                if (view.quarters() != 0) {
                    node.put("turn", 90 * view.quarters());
                }
            }
            case Carousel(List<Carousel.Stop> stops) -> {
                ArrayNode items = node.put("type", "playlist").putArray("items");
                stops.forEach(stop ->
                        items.addObject().put("cameraId", stop.camera().value()).put("seconds", stop.seconds()));
            }
            case CellContent.Hotspot hotspot -> node.put("type", "hotspot");
            case CellContent.Unknown(String type, String json) -> {
                return mapper.readTree(json);
            }
        }
        return node;
    }
}
