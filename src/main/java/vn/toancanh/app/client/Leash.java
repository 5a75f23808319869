package vn.toancanh.app.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties the client to whoever started it: the end of its standard input ends it. What is asked of it meanwhile comes a line at
 * a time, see {@link LeashWords}. Its reader's own thread.
 */
final class Leash {
    private static final Logger LOG = LoggerFactory.getLogger(Leash.class);

    private final InputStream held;
    private final Consumer<String> heard;
    private final Runnable end;

    /**
     * Holds nothing yet.
     *
     * @param heard told each line, on the reader's thread
     * @param end called once, when the input has ended
     */
    Leash(InputStream held, Consumer<String> heard, Runnable end) {
        this.held = held;
        this.heard = heard;
        this.end = end;
    }

    /** Reads until the input ends. */
    void hold() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(held, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.accept(line);
            }
        } catch (IOException gone) {
            LOG.debug("leash", gone);
        }
        end.run();
    }
}
