package vn.toancanh.app.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties the client to whoever started it: the end of its standard input ends it. What drills have it show meanwhile comes a
 * line at a time, {@code show FIRST COUNT}: so many cameras by their numbers' order. Its reader's own thread.
 */
final class Leash {
    private static final Logger LOG = LoggerFactory.getLogger(Leash.class);
    private static final Pattern SHOW = Pattern.compile("show (\\d{1,5}) (\\d{1,3})");
    private static final int MOST_TILES = 100;

    /**
     * Which cameras.
     *
     * @param first place of the first one in the order of numbers, from 1
     * @param count 1 to 100
     */
    record Span(int first, int count) {}

    private final InputStream held;
    private final Consumer<Span> show;
    private final Runnable end;

    /**
     * @param show told on the reader's thread
     * @param end called once, when the input has ended
     */
    Leash(InputStream held, Consumer<Span> show, Runnable end) {
        this.held = held;
        this.show = show;
        this.end = end;
    }

    /** Reads until the input ends. */
    void hold() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(held, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                spanOf(line).ifPresent(show);
            }
        } catch (IOException gone) {
            LOG.debug("leash", gone);
        }
        end.run();
    }

    private static Optional<Span> spanOf(String line) {
        Matcher words = SHOW.matcher(line.strip());
        if (!words.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(words.group(1));
        int count = Integer.parseInt(words.group(2));
        return first < 1 || count < 1 || count > MOST_TILES ? Optional.empty() : Optional.of(new Span(first, count));
    }
}
