package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.toancanh.desk.NodeSigns.Message;
import vn.toancanh.prefs.PreferenceKey;

/**
 * The words that stand on windows of a wall, kept so that they stand there again after a restart until their time is over. Immutable.
 *
 * @param of each window, by its id
 */
record KeptMessages(Map<Integer, Kept> of) {
    static final PreferenceKey<String> KEPT = PreferenceKey.text("walls.messages");

    static final KeptMessages NONE = new KeptMessages(Map.of());

    private static final String BETWEEN = "\t";

    /**
     * One of them.
     *
     * @param time how long it stands, from {@link Message#since} on
     */
    record Kept(Message message, Duration time) {
        /** For how long it stands still, whoever has set the clock meanwhile: never longer than at first. */
        Duration left(Instant now) {
            Duration left = Duration.between(now, message.since().plus(time));
            return left.compareTo(time) > 0 ? time : left;
        }
    }

    KeptMessages {
        of = Map.copyOf(of);
    }

    KeptMessages with(int windowId, Kept kept) {
        Map<Integer, Kept> all = new LinkedHashMap<>(of);
        all.put(windowId, kept);
        return new KeptMessages(all);
    }

    KeptMessages without(int windowId) {
        Map<Integer, Kept> all = new LinkedHashMap<>(of);
        all.remove(windowId);
        return new KeptMessages(all);
    }

    /** As text, a line a window, its words with tabs between them. */
    String write() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(of)
                .forEach((window, kept) -> text.append(text.isEmpty() ? "" : "\n")
                        .append(String.join(
                                BETWEEN,
                                Integer.toString(window),
                                Long.toString(kept.message().since().toEpochMilli()),
                                Long.toString(kept.time().toMillis()),
                                escaped(kept.message().by()),
                                escaped(kept.message().desk()),
                                escaped(kept.message().text()))));
        return text.toString();
    }

    /** What {@link #write} wrote; nothing where that cannot be read. */
    static KeptMessages read(String text) {
        KeptMessages read = NONE;
        try {
            for (String line : text.isEmpty() ? new String[0] : text.split("\n", -1)) {
                String[] words = line.split(BETWEEN, -1);
                Message message = new Message(
                        plain(words[5]),
                        plain(words[3]),
                        plain(words[4]),
                        Instant.ofEpochMilli(Long.parseLong(words[1])));
                read = read.with(
                        Integer.parseInt(words[0]), new Kept(message, Duration.ofMillis(Long.parseLong(words[2]))));
            }
            return read;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException unreadable) {
            return NONE;
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String plain(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char sign = written.charAt(i);
            if (sign != '\\' || i + 1 == written.length()) {
                text.append(sign);
                continue;
            }
            char next = written.charAt(++i);
            text.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
        }
        return text.toString();
    }
}
