package vn.toancanh.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client's log tells of its last start, see {@code app.client.Milestones}. */
final class StartLines {
    private static final Pattern MADE = Pattern.compile("start: made (\\d+) ms after its process");
    private static final Pattern PLACED = Pattern.compile("start: CONTENTS after (\\d+) ms");

    private StartLines() {}

    /** From the start of the process until every camera had its tile, milliseconds; negative where it did not come to that. */
    static long placedMillis(List<String> log) {
        long made = -1;
        long placed = -1;
        for (String line : log) {
            Matcher begins = MADE.matcher(line);
            Matcher reached = PLACED.matcher(line);
            if (begins.find()) {
                made = Long.parseLong(begins.group(1));
                placed = -1;
            } else if (reached.find() && made >= 0) {
                placed = made + Long.parseLong(reached.group(1));
            }
        }
        return placed;
    }
}
