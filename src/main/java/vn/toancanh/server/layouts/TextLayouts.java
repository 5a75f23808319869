package vn.toancanh.server.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.layouts.ContractContent;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.Cell;
import vn.toancanh.model.Layout;

/** Files of layouts as drafts of the contract, one a screen. */
final class TextLayouts {
    private final ObjectMapper mapper;
    private final ContractContent contents;

    TextLayouts(ObjectMapper mapper) {
        this.mapper = mapper;
        this.contents = new ContractContent(text -> Optional.of(mapper.readTree(text)));
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
        return new LayoutDraft.Checked(
                name,
                ContractContent.scope(scope),
                layout.grid().columns(),
                layout.grid().rows(),
                layout.cells().stream().map(this::cell).toList());
    }

    private LayoutBody.Cell cell(Cell cell) {
        return new LayoutBody.Cell(
                cell.x(), cell.y(), cell.width(), cell.height(), mapper.valueToTree(contents.write(cell.content())));
    }
}
