package vn.toancanh.app.status;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.status.StatusReport.TileLine;
import vn.toancanh.app.status.StatusReport.WindowLine;
import vn.toancanh.app.status.StatusReport.WorkerLine;
import vn.toancanh.base.Texts;

/** Prints what the running clients of this user show. */
public final class StatusPrinter {
    /** Below the name of a tile's camera. */
    private static final int WHY_INDENT = 15;

    private final Surroundings given;

    public StatusPrinter(Surroundings given) {
        this.given = given;
    }

    /** Prints every client found; the exit status says whether there was one. */
    public int print(boolean json) {
        List<StatusReport> reports = StatusSocket.all(given.folders().runtime()).stream()
                .map(StatusSocket::read)
                .flatMap(Optional::stream)
                .toList();
        if (json) {
            given.out().println(JsonMapper.builder().build().writeValueAsString(reports));
        }
        if (reports.isEmpty()) {
            given.say(given.texts().get("status.nobody"));
            return Exit.FAILED;
        }
        if (!json) {
            reports.forEach(this::print);
        }
        return Exit.DONE;
    }

    private void print(StatusReport report) {
        Texts texts = given.texts();
        given.out()
                .println(texts.get(
                        "status.client",
                        Long.toString(report.pid()),
                        report.server(),
                        report.user(),
                        report.cameras(),
                        report.live(),
                        report.tiles().size()));
        switch (report.session()) {
            case "AWAY" -> given.out().println(texts.get("status.away"));
            case "EXPIRED" -> given.out().println(texts.get("status.expired"));
            default -> {
                // nothing is wrong, or nobody is there
            }
        }
        if (!report.keeping().isEmpty()) {
            given.out().println(texts.get("status.notKept"));
        }
        for (WindowLine window : report.windows()) {
            if (window.away()) {
                given.out().println(texts.get("status.windowAway", window.number(), window.home()));
            }
        }
        for (TileLine tile : report.tiles()) {
            given.out().println(line(texts, number(tile, report.tiles()), tile));
            String why = reasons(texts, tile);
            if (!why.isEmpty()) {
                given.out().println(" ".repeat(WHY_INDENT) + why);
            }
        }
        for (WorkerLine worker : report.workers()) {
            given.out()
                    .println(texts.get(
                            "status.worker",
                            worker.number(),
                            Long.toString(worker.pid()),
                            worker.streams(),
                            worker.restarts()));
        }
    }

    /** The tile's number as its window shows it, with that of the window before it where there are several. */
    static String number(TileLine tile, List<TileLine> all) {
        boolean several = all.stream().anyMatch(other -> other.window() > 1);
        return several ? tile.window() + "/" + tile.number() : Integer.toString(tile.number());
    }

    private static String line(Texts texts, String number, TileLine tile) {
        String picture = tile.width() == 0
                ? ""
                : String.format(
                        Locale.ROOT, "  %s %.1f fps %dx%d", tile.stream(), tile.fps(), tile.width(), tile.height());
        return String.format(
                Locale.ROOT,
                "%5s  %6s  %s  %s%s",
                number,
                tile.camera() == 0 ? "-" : tile.camera(),
                tile.name(),
                state(texts, tile),
                picture);
    }

    /** What a tile says of itself, and why where there is a cause. */
    public static String state(Texts texts, TileLine tile) {
        String cause = tile.cause().isEmpty() ? "" : " (" + texts.get("cause." + camelCase(tile.cause())) + ")";
        return texts.get("tile." + camelCase(tile.state())) + cause;
    }

    /** Why it shows what it shows, in a line without state and cause, which its own line says; empty where there is nothing to explain. */
    static String reasons(Texts texts, TileLine tile) {
        return tile.why().stream()
                .filter(reason -> reason.key().startsWith("why."))
                .map(reason -> texts.get(reason.key(), reason.values().toArray()))
                .collect(Collectors.joining("; "));
    }

    /** {@code NO_RIGHTS} as text keys write it: {@code noRights}. */
    static String camelCase(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(
                    text.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return text.toString();
    }
}
