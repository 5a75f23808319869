package vn.toancanh.bench.server;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One desk that writes without pause: layouts, which are asked for once, and where the server takes them audit entries, which
 * are told until they are acknowledged. On a thread of its own.
 */
final class Writing implements Runnable {
    /** What is written. */
    record Ledgers(Ledger layouts, Ledger entries) {}

    private static final long PAUSE_MS = 50;

    private final URI server;
    private final String token;
    private final String mark;
    private final boolean audits;
    private final Ledgers ledgers;
    private volatile boolean ended;

    /**
     * @param mark of this writer, in all that it writes
     * @param audits the server takes audit entries
     */
    Writing(URI server, String token, String mark, boolean audits, Ledgers ledgers) {
        this.server = server;
        this.token = token;
        this.mark = mark;
        this.audits = audits;
        this.ledgers = ledgers;
    }

    void end() {
        ended = true;
    }

    @Override
    public void run() {
        List<String> waiting = new ArrayList<>();
        for (int number = 0; !ended; ) {
            try (Line line = new Line(server).with(token)) {
                while (!ended) {
                    number++;
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
        ledgers.layouts().asked(name);
        if (line.post("/layouts", ServerBenchmark.layout(name, "private")).status() == 201) {
            ledgers.layouts().acknowledged(name);
        }
    }

    private void entries(Line line, List<String> waiting, String id) throws IOException {
        waiting.add(id);
        ledgers.entries().asked(id);
        List<String> entries = waiting.stream()
                .map(each -> "{\"id\":\"" + each
                        + "\",\"at\":\"2026-01-01T00:00:00Z\",\"action\":\"desk.drilled\",\"subject\":\"drill/" + mark
                        + "\"}")
                .toList();
        if (line.post("/audit", "{\"entries\":[" + String.join(",", entries) + "]}")
                        .status()
                == 200) {
            waiting.forEach(ledgers.entries()::acknowledged);
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
