package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One desk that writes without pause: layouts, which are asked for once, and alarms, messages to a wall and, where the server takes
 * them, audit entries, which are told until they are acknowledged. On a thread of its own.
 */
final class Writing implements Runnable {
    private static final long PAUSE_MS = 50;

    /** A person may raise so many alarms a minute, and all writers are one. */
    private static final int KEYED_EVERY = 8;

    private final URI server;
    private final Supplier<String> token;
    private final String mark;
    private final boolean audits;
    private final Books books;
    private final Keyed keyed;
    private volatile boolean ended;

    /**
     * @param token the one that is good now
     * @param mark of this writer, in all that it writes
     * @param audits the server takes audit entries
     */
    Writing(URI server, Supplier<String> token, String mark, boolean audits, Books books) {
        this.server = server;
        this.token = token;
        this.mark = mark;
        this.audits = audits;
        this.books = books;
        this.keyed = new Keyed(mark, books);
    }

    void end() {
        ended = true;
    }

    @Override
    public void run() {
        List<String> waiting = new ArrayList<>();
        for (int number = 0; !ended; ) {
            try (Line line = new Line(server)) {
                while (!ended) {
                    number++;
                    line.with(token.get());
                    if (number % KEYED_EVERY == 0) {
                        keyed.send(line);
                    }
                    layout(line, mark + "-" + number);
                    if (audits) {
                        entries(line, waiting, String.format("00000000-0000-4000-8000-%s%08x", mark, number));
                    }
                }
            } catch (IOException away) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void layout(Line line, String name) throws IOException {
        books.layouts().asked(name);
        if (line.post("/layouts", ServerBenchmark.layout(name, "private")).status() == 201) {
            books.layouts().acknowledged(name);
        }
    }

    private void entries(Line line, List<String> waiting, String id) throws IOException {
        waiting.add(id);
        books.entries().asked(id);
        List<String> entries = waiting.stream()
                .map(each -> "{\"id\":\"" + each
                        + "\",\"at\":\"2026-01-01T00:00:00Z\",\"action\":\"desk.drilled\",\"subject\":\"drill/" + mark
                        + "\"}")
                .toList();
        if (line.post("/audit", "{\"entries\":[" + String.join(",", entries) + "]}")
                        .status()
                == 200) {
            waiting.forEach(books.entries()::acknowledged);
            waiting.clear();
        }
    }

    /** Reads all pages of a list. */
    static void all(Line line, String path, Consumer<JsonNode> item) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        String cursor = "";
        do {
            Line.Answer answer = line.get(path + cursor);
            ServerBenchmark.expect(200, answer);
            JsonNode page = json.readTree(answer.text());
            page.path("items").forEach(item);
            JsonNode next = page.path("nextCursor");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
    }
}
