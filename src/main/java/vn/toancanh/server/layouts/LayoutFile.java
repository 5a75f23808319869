package vn.toancanh.server.layouts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A layout as a file has it, with its cameras' ids.
 *
 * @param screen which of several in that file; 0 where it has one only
 */
record LayoutFile(String file, int screen, LayoutDraft.Checked layout) {
    /** The only one of that file. */
    LayoutFile(String file, LayoutDraft.Checked layout) {
        this(file, 0, layout);
    }

    /** The same for the same file always, so that it is found again at the server whatever it is called there. */
    String id() {
        String which = screen == 0 ? file : file + " " + screen;
        return UUID.nameUUIDFromBytes(("layout file " + which).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
