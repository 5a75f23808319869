package vn.toancanh.base;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of whoever wrote them, each through {@link Redacted} and none longer than it may be. One thread. */
public final class RedactedLines implements Closeable {
    /** What follows in a longer line is left out: a secret cut in two would be known by neither half. Bytes. */
    public static final int LONGEST = 8192;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param in UTF-8; closed with this */
    public RedactedLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end, marked with an ellipsis where it was cut; null after the last. Blocks. */
    public @Nullable String next() throws IOException {
        line.reset();
        long length = 0;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (length++ < LONGEST) {
                line.write(next);
            }
            next = in.read();
        }
        String text = Redacted.of(line.toString(StandardCharsets.UTF_8));
        return length > LONGEST ? text + " …" : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
