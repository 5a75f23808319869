package vn.toancanh.central;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.FailureException;
import vn.toancanh.layouts.ContractContent;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutFacts;

/** Layouts of the wire as those of the model and back. Contents of kinds we do not know travel unread in both directions. */
final class LayoutTranslation {
    private static final int LONGEST_UNKNOWN = 100_000;

    private final JsonMapper json;
    private final ContractContent contents;

    LayoutTranslation(JsonMapper json) {
        this.json = json;
        this.contents = new ContractContent(this::parsed);
    }

    private Optional<Object> parsed(String text) {
        try {
            return Optional.of(json.readTree(text));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
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
                    ContractContent.scope(layout.scope()),
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

    private CellContent content(@Nullable JsonNode node) {
        if (node == null) {
            return CellContent.EMPTY;
        }
        CellContent read =
                ContractContent.read(json.treeToValue(node, Object.class), () -> json.writeValueAsString(node));
        if (read instanceof CellContent.Unknown(String type, String text) && text.length() > LONGEST_UNKNOWN) {
            throw new FailureException(
                    Failures.notUnderstood("layout: content of type " + type + ", " + text.length() + " chars", null));
        }
        return read;
    }

    Dto.LayoutDraft draft(Layout layout) {
        List<Dto.LayoutCell> cells = layout.cells().stream()
                .map(cell ->
                        new Dto.LayoutCell(cell.x(), cell.y(), cell.width(), cell.height(), content(cell.content())))
                .toList();
        Grid grid = layout.grid();
        return new Dto.LayoutDraft(
                layout.name(),
                ContractContent.scope(layout.scope()),
                new Dto.GridSize(grid.columns(), grid.rows()),
                cells);
    }

    private JsonNode content(CellContent content) {
        return json.valueToTree(contents.write(content));
    }
}
