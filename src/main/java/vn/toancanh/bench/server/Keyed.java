package vn.toancanh.bench.server;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests that bear a key and are repeated with it until they are acknowledged: alarms and messages to a wall in turn. One
 * thread.
 */
final class Keyed {
    /** The wall that messages go to. */
    static final String WALL = "drill";

    private record Waiting(String name, String key, boolean alarm) {}

    private final String mark;
    private final Books books;
    private @Nullable Waiting waiting;
    private int number;

    /** @param mark of the writer, in all that it sends */
    Keyed(String mark, Books books) {
        this.mark = mark;
        this.books = books;
    }

    /**
     * Sends what was not acknowledged yet, or else the next.
     *
     * @return the answer
     */
    Line.Answer send(Line line) throws IOException {
        Waiting now = waiting == null ? next() : waiting;
        waiting = now;
        Ledger ledger = now.alarm() ? books.alarms() : books.commands();
        ledger.asked(now.name());
        Line.Answer answer = now.alarm()
                ? line.post("/alarms", alarm(now.name()), "Idempotency-Key", now.key())
                : line.post("/walls/" + WALL + "/commands", message(now.name()), "Idempotency-Key", now.key());
        if (answer.status() / 100 == 2) {
            ledger.acknowledged(now.name());
            waiting = null;
        }
        return answer;
    }

    private Waiting next() {
        number++;
        return new Waiting(mark + "-" + number, UUID.randomUUID().toString(), number % 2 == 0);
    }

    private static String alarm(String name) {
        return "{\"type\":\"drill\",\"priority\":5,\"cameraIds\":[\"" + City.id(1) + "\"],\"title\":\"" + name + "\"}";
    }

    private static String message(String name) {
        return "{\"op\":\"message\",\"target\":{},\"args\":{\"text\":\"" + name + "\"}}";
    }
}
