package vn.toancanh.administration;

import java.io.IOException;
import java.io.OutputStream;

/** A file that is filled as something comes, and there only once it is whole. Used by one thread, which may wait. */
public interface ExportFile {
    /** Begins it. */
    OutputStream open() throws IOException;

    /** What was written is whole: it takes its place. */
    void keep() throws IOException;

    /** What was written is worth nothing. */
    void drop();
}
