package vn.toancanh.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.RedactedLines;

/**
 * What a worker prints, and libVLC and its codecs in it, on its way to a log file: through {@link RedactedLines}. It is
 * read to its end whatever becomes of the file, because a worker that cannot print stands still. One thread.
 */
final class WorkerOutput {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerOutput.class);

    private final Path log;
    private final long longestLog;
    private @Nullable OutputStream out;
    private long written;

    /**
     * Makes the file where it is missing; what is in it stays.
     *
     * @param longestLog bytes at which the file is set aside, as {@code NAME.old}, and begun anew
     * @throws IOException where it cannot be written
     */
    WorkerOutput(Path log, long longestLog) throws IOException {
        this.log = log;
        this.longestLog = longestLog;
        open();
    }

    /** Reads to the end of the stream, and closes both. */
    void drain(InputStream from) {
        try (RedactedLines lines = new RedactedLines(from)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                write(line);
            }
        } catch (IOException gone) {
            LOG.debug("{}: {}", log, gone.toString());
        } finally {
            close();
        }
    }

    private void write(String line) {
        byte[] safe = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (out == null || written + safe.length > longestLog) {
                setAside();
            }
            if (out != null) {
                out.write(safe);
                written += safe.length;
            }
        } catch (IOException full) {
            // The next line tries again; the log of the client would fare no better.
            close();
        }
    }

    private void setAside() throws IOException {
        close();
        if (Files.exists(log) && Files.size(log) > longestLog / 2) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        open();
    }

    private void open() throws IOException {
        out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = Files.size(log);
    }

    private void close() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException full) {
                LOG.debug("{}: {}", log, full.toString());
            }
        }
    }
}
