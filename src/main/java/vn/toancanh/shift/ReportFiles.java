package vn.toancanh.shift;

import java.nio.file.Path;
import java.util.function.Consumer;
import vn.toancanh.base.Outcome;

/** The port to files that people keep of reports. Lane: DESK; every call returns at once, the answer comes on DESK, once. */
public interface ReportFiles {
    /** Writes a text to a file, whole or not at all; one that is there is replaced. */
    void save(Path file, String text, Consumer<Outcome<Path>> answer);
}
