package vn.toancanh.server.layouts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A layout as a file has it, with its cameras' ids. */
record LayoutFile(String file, LayoutDraft.Checked layout) {
    /** The same for the same file always, so that it is found again at the server whatever it is called there. */
    String id() {
        return UUID.nameUUIDFromBytes(("layout file " + file).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
