package vn.toancanh.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel.Stop;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutFacts;

/** Layouts of the wire as those of the model and back. Contents of kinds we do not know travel unread in both directions. */
final class LayoutTranslation {
    private static final int LONGEST_UNKNOWN = 100_000;
    private static final int LONGEST_TURN = 3600;

    private final JsonMapper json;

    LayoutTranslation(JsonMapper json) {
        this.json = json;
    }

    /** The id, where it is one. */
    static Optional<LayoutId> id(@Nullable String id) {
        return id != null && CameraTranslation.isId(id) ? Optional.of(new LayoutId(id)) : Optional.empty();
    }

    Layout layout(Dto.Layout layout) {
        Dto.GridSize size = layout.grid();
        if (size == null || size.columns() == null || size.rows() == null || layout.cells() == null) {
            throw Failures.missing("grid or cells");
        }
        try {
            return new Layout(
                    id(layout.id()).orElse(null),
                    Objects.requireNonNullElse(layout.name(), ""),
                    scope(layout.scope()),
                    new Grid(size.columns(), size.rows()),
                    layout.cells().stream().map(this::cell).toList(),
                    Objects.requireNonNullElse(layout.version(), 0L));
        } catch (IllegalArgumentException impossible) {
            throw new FailureException(Failures.notUnderstood("layout: " + impossible.getMessage(), impossible));
        }
    }

    static LayoutFacts facts(Dto.Layout layout) {
        Dto.LayoutLock lock = layout.lock();
        return new LayoutFacts(
                Objects.requireNonNullElse(layout.modifiedBy(), ""),
                layout.modifiedAt(),
                Boolean.TRUE.equals(layout.own()),
                !Boolean.FALSE.equals(layout.changeable()),
                lock == null
                        ? null
                        : new LayoutFacts.Lock(
                                Objects.requireNonNullElse(lock.by(), ""),
                                lock.since(),
                                Boolean.TRUE.equals(lock.own())));
    }

    LayoutArchive.Version version(Dto.Layout layout) {
        return new LayoutArchive.Version(
                layout(layout), Objects.requireNonNullElse(layout.modifiedBy(), ""), layout.modifiedAt());
    }

    private Cell cell(Dto.LayoutCell cell) {
        if (cell.x() == null || cell.y() == null || cell.w() == null || cell.h() == null) {
            throw Failures.missing("cell's place");
        }
        return new Cell(cell.x(), cell.y(), cell.w(), cell.h(), content(cell.content()));
    }

    private CellContent content(@Nullable JsonNode content) {
        if (content == null || !content.isObject()) {
            return CellContent.EMPTY;
        }
        String type = content.path("type").asString("");
        if (type.equals("empty")) {
            return CellContent.EMPTY;
        }
        String camera = content.path("cameraId").asString("");
        if (type.equals("camera") && CameraTranslation.isId(camera)) {
            return new CellContent.OfCamera(
                    new CameraId(camera), choice(content.path("role").asString("")), view(content));
        }
        if (type.equals("playlist")) {
            List<Stop> stops = stops(content.path("items"));
            if (!stops.isEmpty()) {
                return new CellContent.Carousel(stops);
            }
        }
        if (type.equals("hotspot")) {
            return CellContent.HOTSPOT;
        }
        String text = json.writeValueAsString(content);
        if (text.length() > LONGEST_UNKNOWN) {
            throw new FailureException(Failures.notUnderstood("layout: content of " + text.length() + " chars", null));
        }
        return new CellContent.Unknown(type, text);
    }

    /** Empty where it is none that we can show: it is then kept as it came. */
    private static List<Stop> stops(JsonNode items) {
        List<Stop> stops = new ArrayList<>();
        for (JsonNode item : items) {
            String camera = item.path("cameraId").asString("");
            int seconds = item.path("seconds").asInt(CellContent.Carousel.USUAL_SECONDS);
            if (!CameraTranslation.isId(camera) || seconds < 1 || seconds > LONGEST_TURN) {
                return List.of();
            }
            stops.add(new Stop(new CameraId(camera), seconds));
        }
        return stops.size() > CellContent.Carousel.MOST ? List.of() : stops;
    }

    private static PictureView view(JsonNode content) {
        PictureView.Fit fit = switch (content.path("fit").asString("")) {
            case "whole" -> PictureView.Fit.WHOLE;
            case "fill" -> PictureView.Fit.FILL;
            default -> PictureView.Fit.USUAL;
        };
        return new PictureView(fit, Math.floorMod(content.path("turn").asInt(0), 360) / 90);
    }

    private static StreamChoice choice(String word) {
        return switch (word) {
            case "main" -> StreamChoice.MAIN;
            case "sub" -> StreamChoice.SUB;
            default -> StreamChoice.AUTO;
        };
    }

    static Layout.Scope scope(@Nullable String word) {
        return switch (word == null ? "private" : word) {
            case "private" -> Layout.Scope.PRIVATE;
            case "role" -> Layout.Scope.ROLE;
            default -> Layout.Scope.CITY;
        };
    }

    Dto.LayoutDraft draft(Layout layout) {
        List<Dto.LayoutCell> cells = layout.cells().stream()
                .map(cell ->
                        new Dto.LayoutCell(cell.x(), cell.y(), cell.width(), cell.height(), content(cell.content())))
                .toList();
        String scope = switch (layout.scope()) {
            case PRIVATE -> "private";
            case ROLE -> "role";
            case CITY -> "global";
        };
        Grid grid = layout.grid();
        return new Dto.LayoutDraft(layout.name(), scope, new Dto.GridSize(grid.columns(), grid.rows()), cells);
    }

    private JsonNode content(CellContent content) {
        ObjectNode node = json.createObjectNode();
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
            case CellContent.Carousel(List<Stop> stops) -> {
                ArrayNode items = node.put("type", "playlist").putArray("items");
                stops.forEach(stop ->
                        items.addObject().put("cameraId", stop.camera().value()).put("seconds", stop.seconds()));
            }
            case CellContent.Hotspot hotspot -> node.put("type", "hotspot");
            case CellContent.Unknown(String type, String text) -> {
                try {
                    return json.readTree(text);
                } catch (JacksonException damaged) {
                    node.put("type", type);
                }
            }
        }
        return node;
    }
}
